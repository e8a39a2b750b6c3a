SELECT defused(g.reference) AS agreement, g.donor_id AS donor, g.pledge_id AS pledge, g.kind,
       g.amount AS smallest_units, round(g.amount / 10::numeric ^ c.exponent, c.exponent) AS amount,
       g.currency_id AS currency, g.signed_on, defused(g.purpose) AS purpose, g.language, g.earmark_id AS earmark,
       g.stipulation, g.icr_rate, defused(g.icr_exemption) AS icr_exemption, g.is_demonstration,
       g.recorded_by_id AS recorded_by, g.recorded_at
  FROM fund_agreement g
  JOIN fund_currency c ON c.code = g.currency_id
 ORDER BY g.id
