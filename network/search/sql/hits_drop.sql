DROP FUNCTION search_hits(tsquery, tsquery, int, int);
