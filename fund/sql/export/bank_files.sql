SELECT f.id AS file, defused(f.name) AS name, f.currency_id AS currency, f.sha256, f.read_at, f.read_by_id AS read_by,
       defused(u.full_name) AS read_by_name
  FROM fund_bankfile f
  LEFT JOIN network_user u ON u.id = f.read_by_id
 ORDER BY f.id
