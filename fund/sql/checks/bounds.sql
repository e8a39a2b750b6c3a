SELECT coalesce(min(l.entry_id), 1)
  FROM fund_account a
  JOIN fund_accountbalance b ON b.account_id = a.id
  LEFT JOIN LATERAL (SELECT min(entry_id) AS entry_id FROM fund_leg WHERE account_id = a.id) l ON true
 WHERE b.floor <> a.floor OR b.ceiling <> a.ceiling
HAVING count(*) > 0
