SELECT p.identifier AS project, p.source_language,
       defused(p.title_en) AS title_en, defused(p.title_es) AS title_es,
       defused(p.title_fr) AS title_fr, defused(p.title_pt) AS title_pt,
       defused(p.implementer) AS implementer, p.state, p.starts_on, p.ends_on, p.is_demonstration
  FROM fund_project p
 ORDER BY p.identifier
