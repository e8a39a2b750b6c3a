-- Posting: one call, one transaction. Locks in one order (draft, queue, period, balances by id, head): no
-- deadlocks. The queue is an advisory lock: writers pass it one by one in the order in which they came, so
-- that none of the row locks behind it is ever contended among them; each row lock would hold without it too.
-- The caller gives the hash of the draft as the approver read it, and a key: the same call twice posts once.
CREATE FUNCTION fund_post(p_draft bigint, p_approver bigint, p_hash bytea, p_key uuid, p_request bytea)
RETURNS TABLE (entry bigint, fingerprint bytea, replayed boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    d fund_draftentry;
    p fund_period;
    h fund_ledgerhead;
    e fund_entry;
    texts text;
    known int;
BEGIN
    SET CONSTRAINTS fund_entry_holds DEFERRED;
    SELECT * INTO d FROM fund_draftentry WHERE id = p_draft FOR UPDATE;
    SELECT * INTO e FROM fund_entry WHERE idempotency_key = p_key;
    IF FOUND THEN
        IF e.draft_id <> p_draft OR e.request_hash <> p_request THEN
            RAISE EXCEPTION 'key % was used for something else', p_key USING ERRCODE = 'FL030';
        END IF;
        RETURN QUERY SELECT e.number, e.hash, true;
        RETURN;
    END IF;
    IF d.state IS DISTINCT FROM 'submitted' THEN
        RAISE EXCEPTION 'draft % is not waiting for approval', p_draft USING ERRCODE = 'FL010';
    END IF;
    IF d.content_hash <> p_hash THEN
        RAISE EXCEPTION 'draft % was changed', p_draft USING ERRCODE = 'FL011';
    END IF;
    IF d.prepared_by_id = p_approver THEN
        RAISE EXCEPTION 'nobody approves the own draft' USING ERRCODE = 'FL012';
    END IF;
    PERFORM pg_advisory_xact_lock(4660270);
    FOR attempt IN 1..8 LOOP -- the period that we wait for may be closed meanwhile: then the next one
        SELECT * INTO p FROM fund_period WHERE state = 'open' AND ends_on >= d.event_on
         ORDER BY starts_on LIMIT 1 FOR SHARE;
        EXIT WHEN FOUND;
    END LOOP;
    IF p.id IS NULL THEN
        RAISE EXCEPTION 'no period is open for %', d.event_on USING ERRCODE = 'FL020';
    END IF;
    PERFORM FROM fund_accountbalance WHERE account_id = ANY (d.leg_accounts) ORDER BY account_id FOR UPDATE;
    e.leg_count := cardinality(d.leg_accounts);
    e.booked_on := greatest(d.event_on, p.starts_on);
    SELECT count(*), string_agg({leg_text}, ',' ORDER BY l.n) INTO known, texts
      FROM (
          SELECT x.n, e.leg_count AS leg_count, e.booked_on AS booked_on, x.amount, y.currency_id, y.id AS account_id
            FROM unnest(d.leg_accounts, d.leg_amounts) WITH ORDINALITY AS x (account, amount, n)
            JOIN fund_account y ON y.id = x.account
      ) l
      JOIN fund_account a ON a.id = l.account_id
      JOIN fund_currency c ON c.code = l.currency_id;
    IF known <> e.leg_count THEN
        RAISE EXCEPTION 'draft % names an account that is not there', p_draft USING ERRCODE = 'FL002';
    END IF;
    SELECT * INTO h FROM fund_ledgerhead WHERE id = 1 FOR UPDATE;
    e.number := h.number + 1;
    e.prev_hash := h.hash;
    e.posted_at := clock_timestamp();
    e.period_id := p.id;
    e.fund_id := d.fund_id;
    e.kind := d.kind;
    e.event_on := d.event_on;
    e.description := d.description;
    e.language := d.language;
    e.party := d.party;
    e.donor_id := d.donor_id;
    e.agreement_id := d.agreement_id;
    e.project_id := d.project_id;
    e.valuation := d.valuation;
    e.rate := d.rate;
    e.rate_source := d.rate_source;
    e.rate_on := d.rate_on;
    e.is_memorandum := d.is_memorandum;
    e.is_demonstration := d.is_demonstration;
    e.reverses_id := d.reverses_id;
    e.draft_id := d.id;
    e.draft_hash := d.content_hash;
    e.prepared_by_id := d.prepared_by_id;
    e.approved_by_id := p_approver;
    e.idempotency_key := p_key;
    e.request_hash := p_request;
    e.hash := fund_entry_hash(e, texts);
    INSERT INTO fund_entry SELECT e.*;
    INSERT INTO fund_leg (entry_id, n, leg_count, account_id, currency_id, amount, booked_on)
    SELECT e.number, x.n, e.leg_count, a.id, a.currency_id, x.amount, e.booked_on
      FROM unnest(d.leg_accounts, d.leg_amounts) WITH ORDINALITY AS x (account, amount, n)
      JOIN fund_account a ON a.id = x.account;
    UPDATE fund_ledgerhead SET number = e.number, hash = e.hash WHERE id = 1;
    UPDATE fund_draftentry SET state = 'posted', decided_by_id = p_approver, decided_at = e.posted_at
     WHERE id = p_draft;
    SET CONSTRAINTS ALL IMMEDIATE; -- what does not hold is refused here, not when the caller commits
    SET CONSTRAINTS ALL DEFERRED;
    RETURN QUERY SELECT e.number, e.hash, false;
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
