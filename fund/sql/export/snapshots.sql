SELECT p.ends_on, a.code AS account, s.amount AS smallest_units, a.currency_id AS currency
  FROM fund_snapshot s
  JOIN fund_period p ON p.id = s.period_id
  JOIN fund_account a ON a.id = s.account_id
 ORDER BY p.ends_on, a.code
