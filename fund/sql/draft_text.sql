(
    '["draft-1",' || d.fund_id || ',"' || d.kind || '","' || to_char(d.event_on, 'YYYY-MM-DD')
    || '",' || to_json(d.description::text) || ',"' || d.language || '",' || to_json(d.party::text)
    || ',' || coalesce(d.donor_id::text, 'null') || ',' || coalesce(d.agreement_id::text, 'null')
    || ',' || coalesce(d.project_id::text, 'null') || ',' || to_json(d.valuation::text)
    || ',' || coalesce('"' || d.rate::text || '"', 'null') || ',' || to_json(d.rate_source::text)
    || ',' || coalesce('"' || to_char(d.rate_on, 'YYYY-MM-DD') || '"', 'null')
    || ',' || CASE WHEN d.is_memorandum THEN 'true' ELSE 'false' END
    || ',' || CASE WHEN d.is_demonstration THEN 'true' ELSE 'false' END
    || ',' || coalesce(d.reverses_id::text, 'null') || ',' || array_to_json(d.leg_accounts)
    || ',' || array_to_json(d.leg_amounts) || ',' || d.evidence::text || ',' || d.prepared_by_id
    || ',"' || d.public_id || '"]'
)
