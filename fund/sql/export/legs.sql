SELECT l.entry_id AS entry, l.n AS line, l.leg_count, l.booked_on, a.code AS account, a.role AS account_role,
       l.amount AS smallest_units, c.exponent AS decimals,
       round(l.amount / 10::numeric ^ c.exponent, c.exponent) AS amount, l.currency_id AS currency
  FROM fund_leg l
  LEFT JOIN fund_account a ON a.id = l.account_id
  LEFT JOIN fund_currency c ON c.code = l.currency_id
 ORDER BY l.entry_id, l.n
