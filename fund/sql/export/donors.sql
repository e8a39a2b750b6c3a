SELECT d.id AS donor, d.kind, d.state_id AS state, defused(o.name) AS organization, defused(d.name) AS name,
       d.name_language, d.is_demonstration
  FROM fund_donor d
  LEFT JOIN network_organization o ON o.id = d.organization_id
 ORDER BY d.id
