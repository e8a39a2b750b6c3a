-- Rows that meet a query, the newest first as far as there are too many: a word that half of all texts hold
-- costs no more than a rare one. Every row's vector holds, besides its words, its tags (what it may be narrowed
-- by) and the spans of days that it was published in: of 32, 128 and 512 days. The spans that reach up to today
-- are looked through from the shortest to all time, until there are enough; where a span holds so few that the
-- next would not fill either, the rest is looked through at once. Without words, `rank` is zero.
-- Sequential scans are off because the planner does not know what unpacking a long vector costs.
CREATE FUNCTION search_hits(words tsquery, narrowed tsquery, today int, enough int)
RETURNS TABLE (row_id bigint, kind varchar, object_id bigint, language varchar, published_at timestamptz,
               signs text, rank real)
LANGUAGE plpgsql STABLE ROWS 1000 SET enable_seqscan = off AS $$
DECLARE
    days int;
    span tsquery;
    earlier tsquery := ''::tsquery;
    found_so_far int := 0;
    found_now int := enough;
BEGIN
    FOREACH days IN ARRAY ARRAY[32, 128, 512, 0] LOOP
        CONTINUE WHEN days > 0 AND found_now * 16 < enough;
        span := CASE WHEN days > 0 THEN
            format('''~d%s:%s'' | ''~d%s:%s''', days, today / days, days, today / days - 1)::tsquery
        ELSE ''::tsquery END;
        RETURN QUERY
            SELECT s.id, s.kind, s.object_id, s.language, s.published_at, s.signs,
                   CASE WHEN words = ''::tsquery THEN 0 ELSE ts_rank(s.head, words) END
            FROM search_searchrow AS s WHERE s.vector @@ (narrowed && span && earlier)
            LIMIT enough - found_so_far;
        GET DIAGNOSTICS found_now = ROW_COUNT;
        found_so_far := found_so_far + found_now;
        EXIT WHEN found_so_far >= enough;
        earlier := !! span;
    END LOOP;
END $$;
