DROP TRIGGER search_row_inserted ON search_searchrow;
DROP TRIGGER search_row_updated ON search_searchrow;
DROP TRIGGER search_row_deleted ON search_searchrow;
DROP FUNCTION search_count_pairs();
