SELECT min(e.number)
  FROM fund_entry e
  LEFT JOIN fund_draftentry d ON d.id = e.draft_id
 WHERE d.id IS NULL OR d.state <> 'posted' OR d.content_hash <> e.draft_hash
    OR d.prepared_by_id <> e.prepared_by_id OR d.decided_by_id IS DISTINCT FROM e.approved_by_id
    OR d.decided_at IS DISTINCT FROM e.posted_at
    OR sha256(convert_to({draft_text}, 'UTF8')) <> d.content_hash
HAVING count(*) > 0
