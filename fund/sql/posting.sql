-- Posting. Locks in one order (draft, queue, periods, balances by id, head): no deadlocks. The queue is an advisory
-- lock: writers pass it one by one in the order in which they came, so that none of the row locks behind it is
-- ever contended among them; each row lock would hold without it too.

-- May be run again: what is there is replaced.
DROP PROCEDURE IF EXISTS fund_approve;
DROP FUNCTION IF EXISTS fund_post, fund_post_all, fund_post_in_turn, fund_answer, fund_queue_up, fund_close_period;

-- Approvals that wait in the queue, so that whoever is at its head may post them along. Without them nothing is
-- lost: each caller posts its own. After a crash the table is empty.
CREATE UNLOGGED TABLE IF NOT EXISTS fund_waiting (
    ticket serial PRIMARY KEY, draft bigint, approver bigint, hash bytea, key uuid, request bytea
);

-- Post these drafts, one after the other, or none; the caller has locked them and is at the head of the queue.
-- Each comes with its approver, its hash as the approver read it, a key and the hash of the request.
CREATE FUNCTION fund_post_all(
    p_drafts bigint[], p_approvers bigint[], p_hashes bytea[], p_keys uuid[], p_requests bytea[]
) RETURNS TABLE (draft bigint, entry bigint, fingerprint bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off -- few rows of large tables
AS $$
#variable_conflict use_column
DECLARE
    h fund_ledgerhead;
    p record; -- what is asked for, with its draft and period
    e fund_entry;
    posted fund_entry[];
    legs text;
BEGIN
    SET CONSTRAINTS ALL DEFERRED;
    PERFORM FROM fund_period WHERE state = 'open' ORDER BY id FOR SHARE;
    PERFORM FROM fund_accountbalance
      WHERE account_id = ANY (
          ARRAY(SELECT DISTINCT unnest(leg_accounts) FROM fund_draftentry WHERE id = ANY (p_drafts))
      )
      ORDER BY account_id FOR UPDATE;
    SELECT * INTO h FROM fund_ledgerhead WHERE id = 1 FOR UPDATE;
    FOR p IN
        SELECT x.draft, x.approver, x.hash, x.key, x.request, y.*, p.id AS period_id, p.starts_on, p.ends_on,
               greatest(y.event_on, p.starts_on) AS booked_on, l.known, l.legs
          FROM unnest(p_drafts, p_approvers, p_hashes, p_keys, p_requests)
               WITH ORDINALITY AS x (draft, approver, hash, key, request, place)
          LEFT JOIN fund_draftentry y ON y.id = x.draft
          LEFT JOIN LATERAL (
              SELECT * FROM fund_period WHERE state = 'open' AND ends_on >= y.event_on ORDER BY starts_on LIMIT 1
          ) p ON true
         CROSS JOIN LATERAL (
              SELECT count(*) AS known, string_agg({leg_text}, ',' ORDER BY l.n) AS legs
                FROM unnest(y.leg_accounts, y.leg_amounts) WITH ORDINALITY AS z (account, amount, n)
                JOIN fund_account a ON a.id = z.account
                JOIN fund_currency c ON c.code = a.currency_id
               CROSS JOIN LATERAL (
                    SELECT z.n, cardinality(y.leg_accounts) AS leg_count, z.amount, a.currency_id,
                           greatest(y.event_on, p.starts_on) AS booked_on
               ) l
         ) l
         ORDER BY x.place
    LOOP
        IF p.state IS DISTINCT FROM 'submitted' THEN
            RAISE EXCEPTION 'draft % is not waiting for approval', p.draft USING ERRCODE = 'FL010';
        END IF;
        IF p.content_hash <> p.hash THEN
            RAISE EXCEPTION 'draft % was changed', p.draft USING ERRCODE = 'FL011';
        END IF;
        IF p.prepared_by_id = p.approver THEN
            RAISE EXCEPTION 'nobody approves the own draft' USING ERRCODE = 'FL012';
        END IF;
        IF p.period_id IS NULL THEN
            RAISE EXCEPTION 'no period is open for %', p.event_on USING ERRCODE = 'FL020';
        END IF;
        IF p.known <> cardinality(p.leg_accounts) THEN
            RAISE EXCEPTION 'draft % names an account that is not there', p.draft USING ERRCODE = 'FL002';
        END IF;
        legs := p.legs;
        e.number := h.number + 1;
        e.prev_hash := h.hash;
        e.posted_at := clock_timestamp();
        e.period_id := p.period_id;
        e.leg_count := p.known;
        e.booked_on := p.booked_on;
        e.fund_id := p.fund_id;
        e.kind := p.kind;
        e.event_on := p.event_on;
        e.description := p.description;
        e.language := p.language;
        e.party := p.party;
        e.donor_id := p.donor_id;
        e.agreement_id := p.agreement_id;
        e.project_id := p.project_id;
        e.valuation := p.valuation;
        e.rate := p.rate;
        e.rate_source := p.rate_source;
        e.rate_on := p.rate_on;
        e.is_memorandum := p.is_memorandum;
        e.is_demonstration := p.is_demonstration;
        e.reverses_id := p.reverses_id;
        e.draft_id := p.draft;
        e.draft_hash := p.content_hash;
        e.prepared_by_id := p.prepared_by_id;
        e.approved_by_id := p.approver;
        e.idempotency_key := p.key;
        e.request_hash := p.request;
        e.hash := sha256(convert_to({entry_text}, 'UTF8'));
        h.number := e.number;
        h.hash := e.hash;
        posted := posted || e;
    END LOOP;
    INSERT INTO fund_entry SELECT * FROM unnest(posted);
    INSERT INTO fund_leg (entry_id, n, leg_count, account_id, currency_id, amount, booked_on)
    SELECT e.number, x.n, e.leg_count, a.id, a.currency_id, x.amount, e.booked_on
      FROM unnest(posted) e
      JOIN fund_draftentry y ON y.id = e.draft_id
     CROSS JOIN unnest(y.leg_accounts, y.leg_amounts) WITH ORDINALITY AS x (account, amount, n)
      JOIN fund_account a ON a.id = x.account
     ORDER BY e.number, x.n;
    UPDATE fund_ledgerhead SET number = h.number, hash = h.hash WHERE id = 1;
    UPDATE fund_draftentry y SET state = 'posted', decided_by_id = e.approved_by_id, decided_at = e.posted_at
      FROM unnest(posted) e WHERE y.id = e.draft_id;
    SET CONSTRAINTS ALL IMMEDIATE; -- what does not hold is refused here, not when the caller commits
    SET CONSTRAINTS ALL DEFERRED;
    RETURN QUERY SELECT e.draft_id, e.number, e.hash FROM unnest(posted) e;
END $$;

-- The answer that this key had before; no row when it is new.
CREATE FUNCTION fund_answer(p_draft bigint, p_key uuid, p_request bytea)
RETURNS TABLE (entry bigint, fingerprint bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    e fund_entry;
BEGIN
    SELECT * INTO e FROM fund_entry WHERE idempotency_key = p_key;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF e.draft_id <> p_draft OR e.request_hash <> p_request THEN
        RAISE EXCEPTION 'key % was used for something else', p_key USING ERRCODE = 'FL030';
    END IF;
    RETURN QUERY SELECT e.number, e.hash;
END $$;

-- One posting, in the caller's transaction. The caller gives the hash of the draft as the approver read it, and a
-- key: the same call twice posts once.
CREATE FUNCTION fund_post(p_draft bigint, p_approver bigint, p_hash bytea, p_key uuid, p_request bytea)
RETURNS TABLE (entry bigint, fingerprint bytea, replayed boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM FROM fund_draftentry WHERE id = p_draft FOR UPDATE;
    RETURN QUERY SELECT entry, fingerprint, true FROM fund_answer(p_draft, p_key, p_request);
    IF FOUND THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(4660270);
    RETURN QUERY SELECT entry, fingerprint, false
      FROM fund_post_all(ARRAY[p_draft], ARRAY[p_approver], ARRAY[p_hash], ARRAY[p_key], ARRAY[p_request]);
END $$;

-- One posting in a transaction of its own. Who must wait says so first, in a transaction that is over at once;
-- whoever then is at the head of the queue posts for all who wait in it, with one commit.
CREATE PROCEDURE fund_approve(
    p_draft bigint, p_approver bigint, p_hash bytea, p_key uuid, p_request bytea,
    INOUT entry bigint, INOUT fingerprint bytea, INOUT replayed boolean
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    ticket int;
BEGIN
    IF NOT pg_try_advisory_xact_lock(4660270) THEN
        ticket := fund_queue_up(p_draft, p_approver, p_hash, p_key, p_request);
        COMMIT;
        PERFORM pg_advisory_xact_lock(4660271, ticket); -- as long as it is held, the caller waits for the answer
        PERFORM pg_advisory_xact_lock(4660270);
    END IF;
    SELECT x.entry, x.fingerprint, x.replayed INTO entry, fingerprint, replayed
      FROM fund_post_in_turn(ticket, p_draft, p_approver, p_hash, p_key, p_request) x;
    IF NOT FOUND THEN -- somebody else holds the draft: let go of the queue, wait for the draft, then queue again
        ROLLBACK;
        SELECT x.entry, x.fingerprint, x.replayed INTO entry, fingerprint, replayed
          FROM fund_post(p_draft, p_approver, p_hash, p_key, p_request) x;
    END IF;
END $$;

CREATE FUNCTION fund_queue_up(p_draft bigint, p_approver bigint, p_hash bytea, p_key uuid, p_request bytea)
RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO fund_waiting (draft, approver, hash, key, request)
    VALUES (p_draft, p_approver, p_hash, p_key, p_request) RETURNING ticket
$$;

-- At the head of the queue: was it posted along meanwhile? Else post it, and with it those who wait behind.
-- A draft that somebody holds is nobody's to wait for here: no row when it is the own one.
CREATE FUNCTION fund_post_in_turn(
    p_ticket int, p_draft bigint, p_approver bigint, p_hash bytea, p_key uuid, p_request bytea
) RETURNS TABLE (entry bigint, fingerprint bytea, replayed boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
#variable_conflict use_column
DECLARE
    w record;
BEGIN
    IF p_ticket IS NOT NULL AND NOT EXISTS (SELECT FROM fund_waiting WHERE ticket = p_ticket) THEN
        RETURN QUERY SELECT entry, fingerprint, false FROM fund_answer(p_draft, p_key, p_request);
        RETURN;
    END IF;
    PERFORM FROM fund_draftentry WHERE id = p_draft FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT entry, fingerprint, true FROM fund_answer(p_draft, p_key, p_request);
    IF FOUND THEN
        RETURN;
    END IF;
    IF p_ticket IS NOT NULL THEN
        WITH locks AS MATERIALIZED (
            SELECT pid, classid, objid, granted FROM pg_locks
             WHERE locktype = 'advisory'
               AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        ), waiting AS (
            SELECT t.objid::bigint AS ticket
              FROM locks q JOIN locks t ON t.pid = q.pid AND t.classid = 4660271 AND t.granted
             WHERE q.classid = 0 AND q.objid = 4660270 AND NOT q.granted
        ), others AS (
            SELECT w.* FROM fund_waiting w JOIN fund_draftentry d ON d.id = w.draft
             WHERE w.ticket IN (SELECT ticket FROM waiting) AND w.draft <> p_draft AND w.key <> p_key
               AND d.state = 'submitted' AND d.content_hash = w.hash AND d.prepared_by_id <> w.approver
               AND NOT EXISTS (SELECT FROM fund_waiting v WHERE v.draft = w.draft AND v.ticket < w.ticket)
             ORDER BY w.ticket LIMIT 100 FOR UPDATE OF d SKIP LOCKED
        )
        SELECT array_agg(ticket ORDER BY ticket) AS tickets, array_agg(draft ORDER BY ticket) AS drafts,
               array_agg(approver ORDER BY ticket) AS approvers, array_agg(hash ORDER BY ticket) AS hashes,
               array_agg(key ORDER BY ticket) AS keys, array_agg(request ORDER BY ticket) AS requests
          INTO w FROM others;
        DELETE FROM fund_waiting WHERE ticket = p_ticket;
        IF w.tickets IS NOT NULL THEN
            BEGIN
                DELETE FROM fund_waiting WHERE ticket = ANY (w.tickets);
                RETURN QUERY SELECT entry, fingerprint, false
                  FROM fund_post_all(p_draft || w.drafts, p_approver || w.approvers, p_hash || w.hashes,
                                     p_key || w.keys, p_request || w.requests)
                 WHERE draft = p_draft;
                RETURN;
            EXCEPTION WHEN OTHERS THEN
                NULL; -- one of them is refused: each then posts its own, and hears why
            END;
        END IF;
    END IF;
    RETURN QUERY SELECT entry, fingerprint, false
      FROM fund_post_all(ARRAY[p_draft], ARRAY[p_approver], ARRAY[p_hash], ARRAY[p_key], ARRAY[p_request]);
END $$;

-- Closing: later postings wait for the lock, then find the next period; the balances at its end are kept.
CREATE FUNCTION fund_close_period(p_period bigint, p_by bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    p fund_period;
    earlier bigint;
BEGIN
    SELECT * INTO p FROM fund_period WHERE id = p_period FOR UPDATE;
    IF p.state IS DISTINCT FROM 'open' THEN
        RAISE EXCEPTION 'period % is not open', p_period USING ERRCODE = 'FL022';
    END IF;
    UPDATE fund_period SET state = 'closed', closed_at = clock_timestamp(), closed_by_id = p_by WHERE id = p_period;
    SELECT id INTO earlier FROM fund_period WHERE ends_on < p.starts_on ORDER BY ends_on DESC LIMIT 1;
    INSERT INTO fund_snapshot (period_id, account_id, amount)
    SELECT p_period, a.id, coalesce(s.amount, 0) + coalesce(l.amount, 0)
      FROM fund_account a
      LEFT JOIN fund_snapshot s ON s.period_id = earlier AND s.account_id = a.id
      LEFT JOIN (
          SELECT account_id, sum(amount)::bigint AS amount FROM fund_leg
           WHERE booked_on BETWEEN p.starts_on AND p.ends_on GROUP BY account_id
      ) l ON l.account_id = a.id
     WHERE s.account_id IS NOT NULL OR l.account_id IS NOT NULL;
END $$;
