SELECT e.number, e.kind, e.event_on, e.booked_on, e.posted_at, p.starts_on AS period_starts_on,
       defused(e.description) AS description, e.language, defused(e.party) AS party, e.donor_id AS donor,
       defused(g.reference) AS agreement, j.identifier AS project, e.is_memorandum, e.is_demonstration,
       defused(e.valuation) AS valuation, e.rate, defused(e.rate_source) AS rate_source, e.rate_on,
       e.reverses_id AS reverses, e.leg_count, e.draft_id AS draft, encode(e.draft_hash, 'hex') AS draft_hash,
       e.prepared_by_id AS prepared_by, defused(b.full_name) AS prepared_by_name,
       e.approved_by_id AS approved_by, defused(a.full_name) AS approved_by_name,
       e.idempotency_key, encode(e.request_hash, 'hex') AS request_hash,
       encode(e.hash, 'hex') AS hash, encode(e.prev_hash, 'hex') AS hash_before
  FROM fund_entry e
  LEFT JOIN fund_period p ON p.id = e.period_id
  LEFT JOIN fund_agreement g ON g.id = e.agreement_id
  LEFT JOIN fund_project j ON j.id = e.project_id
  LEFT JOIN network_user b ON b.id = e.prepared_by_id
  LEFT JOIN network_user a ON a.id = e.approved_by_id
 ORDER BY e.number
