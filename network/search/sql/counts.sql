-- Keeping FacetCount true: whatever statement changes original rows adds +1 and −1 for every pair of facets.
-- Rows are only ever added here, so that two transactions never wait for each other's counts.
CREATE FUNCTION search_count_pairs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO search_facetcount (kind, visibility, base, facet, objects_counted)
        SELECT kind, visibility, base, facet, count(*)
        FROM fresh, unnest(facets || ''::varchar) AS base, unnest(facets || ''::varchar) AS facet
        WHERE is_original GROUP BY 1, 2, 3, 4;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO search_facetcount (kind, visibility, base, facet, objects_counted)
        SELECT kind, visibility, base, facet, -count(*)
        FROM stale, unnest(facets || ''::varchar) AS base, unnest(facets || ''::varchar) AS facet
        WHERE is_original GROUP BY 1, 2, 3, 4;
    ELSE
        INSERT INTO search_facetcount (kind, visibility, base, facet, objects_counted)
        SELECT kind, visibility, base, facet, sum(change)
        FROM (
            SELECT kind, visibility, facets, 1 AS change FROM fresh WHERE is_original
            UNION ALL
            SELECT kind, visibility, facets, -1 FROM stale WHERE is_original
        ) AS changed, unnest(facets || ''::varchar) AS base, unnest(facets || ''::varchar) AS facet
        GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER search_row_inserted AFTER INSERT ON search_searchrow
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_count_pairs();
CREATE TRIGGER search_row_updated AFTER UPDATE ON search_searchrow
    REFERENCING OLD TABLE AS stale NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_count_pairs();
CREATE TRIGGER search_row_deleted AFTER DELETE ON search_searchrow
    REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION search_count_pairs();
