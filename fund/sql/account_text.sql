(
    a.id || ',"' || a.code || '","' || a.role || '","' || a.kind
    || '",' || a.fund_id || ',' || coalesce(a.donor_id::text, 'null') || ',' || coalesce(a.agreement_id::text, 'null')
    || ',' || coalesce(a.project_id::text, 'null') || ',' || coalesce(a.earmark_id::text, 'null')
    || ',"' || a.contribution_kind || '",' || a.floor || ',' || a.ceiling || ',"' || a.currency_id
)
