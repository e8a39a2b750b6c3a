(
    '["ledger-1","' || encode(e.prev_hash, 'hex') || '",' || e.number || ',' || e.fund_id || ',"' || e.kind
    || '","' || to_char(e.event_on, 'YYYY-MM-DD') || '","' || to_char(e.booked_on, 'YYYY-MM-DD')
    || '","' || to_char(e.posted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    || '",' || e.period_id
    || coalesce(',"' || to_char(p.starts_on, 'YYYY-MM-DD') || '","' || to_char(p.ends_on, 'YYYY-MM-DD') || '",', ',null,null,')
    || to_json(e.description::text) || ',"' || e.language
    || '",' || to_json(e.party::text)
    || ',' || coalesce(e.donor_id::text, 'null') || ',' || coalesce(e.agreement_id::text, 'null')
    || ',' || coalesce(e.project_id::text, 'null') || ',' || to_json(e.valuation::text)
    || ',' || coalesce('"' || e.rate::text || '"', 'null') || ',' || to_json(e.rate_source::text)
    || ',' || coalesce('"' || to_char(e.rate_on, 'YYYY-MM-DD') || '"', 'null')
    || ',' || CASE WHEN e.is_memorandum THEN 'true' ELSE 'false' END
    || ',' || CASE WHEN e.is_demonstration THEN 'true' ELSE 'false' END
    || ',' || coalesce(e.reverses_id::text, 'null')
    || ',' || e.draft_id || ',"' || encode(e.draft_hash, 'hex') || '",' || e.prepared_by_id
    || ',' || e.approved_by_id || ',"' || e.idempotency_key || '","' || encode(e.request_hash, 'hex')
    || '",' || e.leg_count || ',[' || coalesce(legs, '') || ']]'
)
