SELECT coalesce(min(s.first), 1)
  FROM (
      SELECT l.account_id, extract(year FROM l.booked_on)::int AS year, coalesce(r.kind, e.kind) AS kind,
             sum(greatest(l.amount, 0)) AS debit, sum(greatest(-l.amount, 0)) AS credit, count(*) AS legs,
             min(l.entry_id) AS first
        FROM fund_leg l
        JOIN fund_entry e ON e.number = l.entry_id
        LEFT JOIN fund_entry r ON r.number = e.reverses_id
       GROUP BY 1, 2, 3
  ) s
  FULL JOIN fund_accountturnover t ON t.account_id = s.account_id AND t.year = s.year AND t.kind = s.kind
 WHERE t.account_id IS NULL OR s.account_id IS NULL
    OR t.debit <> s.debit OR t.credit <> s.credit OR t.leg_count <> s.legs
HAVING count(*) > 0
