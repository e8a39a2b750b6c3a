SELECT l.file_id AS file, l.row, l.booked_on, l.amount AS smallest_units,
       round(l.amount / 10::numeric ^ c.exponent, c.exponent) AS amount, f.currency_id AS currency,
       defused(l.text) AS text, defused(l.reference) AS reference, l.state, l.entry_id AS entry,
       defused(l.reason) AS reason, l.decided_by_id AS decided_by, defused(u.full_name) AS decided_by_name,
       l.decided_at
  FROM fund_bankline l
  JOIN fund_bankfile f ON f.id = l.file_id
  JOIN fund_currency c ON c.code = f.currency_id
  LEFT JOIN network_user u ON u.id = l.decided_by_id
 ORDER BY l.file_id, l.row
