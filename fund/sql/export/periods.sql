SELECT p.starts_on, p.ends_on, p.state, p.closed_at, p.closed_by_id AS closed_by,
       defused(u.full_name) AS closed_by_name, p.is_certified, defused(p.certified_by) AS certified_by
  FROM fund_period p
  LEFT JOIN network_user u ON u.id = p.closed_by_id
 ORDER BY p.starts_on
