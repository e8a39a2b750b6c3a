SELECT coalesce((SELECT max(number) FROM fund_entry), 0)
  FROM (SELECT 1) AS one
 WHERE (SELECT count(*) FROM fund_ledgerhead) <> 1
    OR EXISTS (
        SELECT FROM fund_ledgerhead h
         WHERE h.id <> 1
            OR h.number <> coalesce((SELECT max(number) FROM fund_entry), 0)
            OR h.hash IS DISTINCT FROM coalesce(
                (SELECT hash FROM fund_entry ORDER BY number DESC LIMIT 1), decode(repeat('00', 32), 'hex')
            )
    )
