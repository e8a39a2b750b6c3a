SELECT t.draft_id AS draft, t.public_id, defused(t.name) AS name, t.kind, t.size, t.sha256,
       t.added_by_id AS added_by, t.added_at
  FROM fund_attachment t
 ORDER BY t.draft_id, t.id
