SELECT min(e.number)
  FROM fund_entry e
  LEFT JOIN fund_period p ON p.id = e.period_id
 WHERE p.id IS NULL OR e.booked_on NOT BETWEEN p.starts_on AND p.ends_on
    OR p.state = 'closed' AND e.posted_at > p.closed_at
HAVING count(*) > 0
