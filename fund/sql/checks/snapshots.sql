SELECT coalesce(min(x.first), 1)
  FROM (
      SELECT p.id AS period_id, l.account_id, sum(l.amount) AS amount, min(l.entry_id) AS first
        FROM fund_period p
        JOIN (
            SELECT account_id, booked_on, sum(amount) AS amount, min(entry_id) AS entry_id
              FROM fund_leg GROUP BY account_id, booked_on
        ) l ON l.booked_on <= p.ends_on
       WHERE p.state = 'closed'
       GROUP BY p.id, l.account_id
  ) x
  FULL JOIN fund_snapshot s ON s.period_id = x.period_id AND s.account_id = x.account_id
 WHERE s.account_id IS NULL OR x.account_id IS NULL OR s.amount <> x.amount
HAVING count(*) > 0
