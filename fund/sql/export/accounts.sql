SELECT a.code, a.role, a.kind, a.currency_id AS currency, a.donor_id AS donor, defused(g.reference) AS agreement,
       j.identifier AS project, a.earmark_id AS earmark, a.contribution_kind, a.floor, a.ceiling,
       b.amount AS smallest_units, round(b.amount / 10::numeric ^ c.exponent, c.exponent) AS balance,
       b.leg_count, b.last_entry
  FROM fund_account a
  LEFT JOIN fund_accountbalance b ON b.account_id = a.id
  LEFT JOIN fund_currency c ON c.code = a.currency_id
  LEFT JOIN fund_agreement g ON g.id = a.agreement_id
  LEFT JOIN fund_project j ON j.id = a.project_id
 ORDER BY a.code
