SELECT p.id AS pledge, p.donor_id AS donor, p.kind, p.amount AS smallest_units,
       round(p.amount / 10::numeric ^ c.exponent, c.exponent) AS amount, p.currency_id AS currency, p.announced_on,
       defused(p.source) AS source, p.state, p.is_demonstration, p.recorded_by_id AS recorded_by, p.recorded_at
  FROM fund_pledge p
  JOIN fund_currency c ON c.code = p.currency_id
 ORDER BY p.id
