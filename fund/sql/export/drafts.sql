SELECT d.id AS draft, d.public_id, d.state, d.kind, d.event_on, defused(d.description) AS description, d.language,
       defused(d.party) AS party, d.donor_id AS donor, defused(g.reference) AS agreement, j.identifier AS project,
       defused(d.valuation) AS valuation, d.rate, defused(d.rate_source) AS rate_source, d.rate_on,
       d.reverses_id AS reverses, d.leg_accounts, d.leg_amounts, encode(d.content_hash, 'hex') AS content_hash,
       d.prepared_by_id AS prepared_by, defused(b.full_name) AS prepared_by_name, d.prepared_at,
       d.decided_by_id AS decided_by, defused(u.full_name) AS decided_by_name, d.decided_at,
       defused(d.reason) AS reason, e.number AS entry
  FROM fund_draftentry d
  LEFT JOIN fund_agreement g ON g.id = d.agreement_id
  LEFT JOIN fund_project j ON j.id = d.project_id
  LEFT JOIN network_user b ON b.id = d.prepared_by_id
  LEFT JOIN network_user u ON u.id = d.decided_by_id
  LEFT JOIN fund_entry e ON e.draft_id = d.id
 ORDER BY d.id
