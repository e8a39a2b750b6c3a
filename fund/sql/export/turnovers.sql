SELECT a.code AS account, t.year, t.kind, t.debit, t.credit, t.leg_count
  FROM fund_accountturnover t
  JOIN fund_account a ON a.id = t.account_id
 ORDER BY a.code, t.year, t.kind
