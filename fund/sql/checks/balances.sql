SELECT coalesce(min(s.first), 1)
  FROM (
      SELECT account_id, sum(amount) AS amount, count(*) AS legs, min(entry_id) AS first, max(entry_id) AS last
        FROM fund_leg GROUP BY account_id
  ) s
  FULL JOIN fund_accountbalance b ON b.account_id = s.account_id
  FULL JOIN fund_account a ON a.id = coalesce(b.account_id, s.account_id)
 WHERE b.account_id IS NULL OR a.id IS NULL
    OR b.amount <> coalesce(s.amount, 0) OR b.leg_count <> coalesce(s.legs, 0)
    OR b.last_entry <> coalesce(s.last, 0)
HAVING count(*) > 0
