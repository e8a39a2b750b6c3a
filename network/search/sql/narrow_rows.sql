-- Ranking and counting read `head` and `signs` of a thousand rows spread over the table, a page shows the rest of
-- 25: keep the first in narrow rows, and send what is long out of them.
ALTER TABLE search_searchrow SET (toast_tuple_target = 256);
ALTER TABLE search_searchrow ALTER COLUMN head SET STORAGE MAIN;
ALTER TABLE search_searchrow ALTER COLUMN facets SET STORAGE MAIN;
ALTER TABLE search_searchrow ALTER COLUMN signs SET STORAGE MAIN;
ALTER TABLE search_searchrow ALTER COLUMN address SET STORAGE MAIN;
ALTER TABLE search_searchrow ALTER COLUMN title SET STORAGE MAIN;
