SELECT min(entry_id)
  FROM (SELECT entry_id FROM fund_leg GROUP BY entry_id, currency_id HAVING sum(amount) <> 0) x
HAVING count(*) > 0
