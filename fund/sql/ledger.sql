-- What the ledger guarantees, whoever writes to it (docs/ledger.md says it in words).
-- Errors carry a code of class FL, which fund/services/errors.py turns into words for people.

-- May be run again: what is there is replaced.

-- The hash of a draft. (That of an entry stands twice below, where it is made and where it is checked.)
CREATE OR REPLACE FUNCTION fund_draft_hash(d fund_draftentry) RETURNS bytea
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$ SELECT sha256(convert_to({draft_text}, 'UTF8')) $$;

-- Nothing that is posted is ever changed, removed or emptied.
CREATE OR REPLACE FUNCTION fund_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: the ledger is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'FL900';
END $$;

CREATE OR REPLACE TRIGGER fund_entry_is_kept BEFORE UPDATE OR DELETE ON fund_entry
    FOR EACH ROW EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_leg_is_kept BEFORE UPDATE OR DELETE ON fund_leg
    FOR EACH ROW EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_account_is_kept BEFORE UPDATE OR DELETE ON fund_account
    FOR EACH ROW EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_currency_is_kept BEFORE UPDATE OR DELETE ON fund_currency
    FOR EACH ROW EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_snapshot_is_kept BEFORE UPDATE OR DELETE ON fund_snapshot
    FOR EACH ROW EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_balance_is_kept BEFORE DELETE ON fund_accountbalance
    FOR EACH ROW EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_turnover_is_kept BEFORE DELETE ON fund_accountturnover
    FOR EACH ROW EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_head_is_kept BEFORE INSERT OR DELETE ON fund_ledgerhead
    FOR EACH ROW EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_draft_is_kept BEFORE DELETE ON fund_draftentry
    FOR EACH ROW EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_period_is_kept BEFORE DELETE ON fund_period
    FOR EACH ROW EXECUTE FUNCTION fund_refuse();

CREATE OR REPLACE TRIGGER fund_entry_not_emptied BEFORE TRUNCATE ON fund_entry EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_leg_not_emptied BEFORE TRUNCATE ON fund_leg EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_account_not_emptied BEFORE TRUNCATE ON fund_account EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_currency_not_emptied BEFORE TRUNCATE ON fund_currency EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_snapshot_not_emptied BEFORE TRUNCATE ON fund_snapshot EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_balance_not_emptied BEFORE TRUNCATE ON fund_accountbalance EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_turnover_not_emptied BEFORE TRUNCATE ON fund_accountturnover EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_head_not_emptied BEFORE TRUNCATE ON fund_ledgerhead EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_draft_not_emptied BEFORE TRUNCATE ON fund_draftentry EXECUTE FUNCTION fund_refuse();
CREATE OR REPLACE TRIGGER fund_period_not_emptied BEFORE TRUNCATE ON fund_period EXECUTE FUNCTION fund_refuse();

-- An account comes with its balance.
CREATE OR REPLACE FUNCTION fund_account_begins() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO fund_accountbalance (account_id, amount, floor, ceiling, leg_count, last_entry)
    VALUES (NEW.id, 0, NEW.floor, NEW.ceiling, 0, 0);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER fund_account_has_balance AFTER INSERT ON fund_account
    FOR EACH ROW EXECUTE FUNCTION fund_account_begins();

-- Legs carry balances and turnovers along, in the same transaction.
CREATE OR REPLACE FUNCTION fund_legs_count() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    overdrawn boolean;
BEGIN
    WITH moved AS (
        UPDATE fund_accountbalance b
           SET amount = b.amount + s.amount, leg_count = b.leg_count + s.legs, last_entry = s.last
          FROM (
              SELECT account_id, sum(amount)::bigint AS amount, count(*) AS legs, max(entry_id) AS last,
                     min(so_far) AS least, max(so_far) AS most
                FROM (
                    SELECT account_id, amount, entry_id,
                           sum(amount) OVER (PARTITION BY account_id ORDER BY entry_id) AS so_far
                      FROM added
                ) x
               GROUP BY account_id
          ) s
         WHERE b.account_id = s.account_id
        RETURNING b.amount - s.amount + s.least < b.floor OR b.amount - s.amount + s.most > b.ceiling AS beyond
    )
    SELECT bool_or(beyond) INTO overdrawn FROM moved;
    IF overdrawn THEN -- not at the end of the statement, which the column's own checks see, but after one entry of it
        RAISE EXCEPTION 'an account would be overdrawn' USING ERRCODE = '23514', CONSTRAINT = 'fund_balance_floor';
    END IF;
    INSERT INTO fund_accountturnover AS t (account_id, year, kind, debit, credit, leg_count)
    SELECT l.account_id, extract(year FROM l.booked_on)::int, coalesce(r.kind, e.kind),
           sum(greatest(l.amount, 0))::bigint, sum(greatest(-l.amount, 0))::bigint, count(*)
      FROM added l
      JOIN fund_entry e ON e.number = l.entry_id
      LEFT JOIN fund_entry r ON r.number = e.reverses_id
     GROUP BY 1, 2, 3
    ON CONFLICT (account_id, year, kind) DO UPDATE
       SET debit = t.debit + excluded.debit, credit = t.credit + excluded.credit,
           leg_count = t.leg_count + excluded.leg_count;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER fund_leg_moves_balance AFTER INSERT ON fund_leg
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION fund_legs_count();

-- Balances and turnovers follow legs and nothing else: a statement of one's own on them is refused.
CREATE OR REPLACE FUNCTION fund_only_by_legs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% follows the legs and cannot be written', TG_TABLE_NAME USING ERRCODE = 'FL900';
END $$;
CREATE OR REPLACE TRIGGER fund_balance_by_legs BEFORE INSERT OR UPDATE ON fund_accountbalance
    FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION fund_only_by_legs();
CREATE OR REPLACE TRIGGER fund_turnover_by_legs BEFORE INSERT OR UPDATE ON fund_accountturnover
    FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION fund_only_by_legs();

-- A draft's hash is the database's; what is posted or withdrawn stays; a change needs a new submission.
CREATE OR REPLACE FUNCTION fund_draft_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.state = 'posted' AND OLD.state = 'submitted' AND (
        ROW(NEW.id, NEW.public_id, NEW.fund_id, NEW.kind, NEW.event_on, NEW.description, NEW.language, NEW.party,
            NEW.donor_id, NEW.agreement_id, NEW.project_id, NEW.valuation, NEW.rate, NEW.rate_source, NEW.rate_on,
            NEW.is_memorandum, NEW.is_demonstration, NEW.reverses_id, NEW.leg_accounts, NEW.leg_amounts,
            NEW.evidence, NEW.content_hash, NEW.prepared_by_id, NEW.idempotency_key, NEW.request_hash)
        IS NOT DISTINCT FROM
        ROW(OLD.id, OLD.public_id, OLD.fund_id, OLD.kind, OLD.event_on, OLD.description, OLD.language, OLD.party,
            OLD.donor_id, OLD.agreement_id, OLD.project_id, OLD.valuation, OLD.rate, OLD.rate_source, OLD.rate_on,
            OLD.is_memorandum, OLD.is_demonstration, OLD.reverses_id, OLD.leg_accounts, OLD.leg_amounts,
            OLD.evidence, OLD.content_hash, OLD.prepared_by_id, OLD.idempotency_key, OLD.request_hash)
    ) AND EXISTS (SELECT FROM fund_entry WHERE draft_id = NEW.id AND draft_hash = NEW.content_hash) THEN
        RETURN NEW; -- posted as it was approved: nothing to compute again
    END IF;
    NEW.content_hash := fund_draft_hash(NEW);
    IF cardinality(NEW.leg_accounts) <> cardinality(NEW.leg_amounts) OR cardinality(NEW.leg_accounts) < 2 THEN
        RAISE EXCEPTION 'a draft needs an amount for each of at least two accounts' USING ERRCODE = 'FL001';
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.state NOT IN ('draft', 'submitted') THEN
            RAISE EXCEPTION 'a draft begins as a draft' USING ERRCODE = 'FL010';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.state IN ('posted', 'withdrawn') THEN
        RAISE EXCEPTION 'draft % is %', OLD.id, OLD.state USING ERRCODE = 'FL010';
    END IF;
    IF NEW.id <> OLD.id OR NEW.prepared_by_id <> OLD.prepared_by_id OR NEW.public_id <> OLD.public_id
       OR NEW.idempotency_key <> OLD.idempotency_key OR NEW.request_hash <> OLD.request_hash THEN
        RAISE EXCEPTION 'who prepared a draft, and under which key, stays' USING ERRCODE = 'FL010';
    END IF;
    IF NEW.content_hash <> OLD.content_hash AND OLD.state = 'submitted' THEN
        RAISE EXCEPTION 'draft % waits for approval: take it back before you change it', OLD.id
            USING ERRCODE = 'FL011';
    END IF;
    IF NEW.state = 'posted' THEN
        RAISE EXCEPTION 'draft % has no entry', OLD.id USING ERRCODE = 'FL010';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER fund_draft_is_guarded BEFORE INSERT OR UPDATE ON fund_draftentry
    FOR EACH ROW EXECUTE FUNCTION fund_draft_guard();

-- Before an entry comes in: its draft waits for approval with this very hash, its period is open and stays so
-- until the end of the transaction, and it has happened.
CREATE OR REPLACE FUNCTION fund_entry_gate() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    d record;
BEGIN
    SELECT x.state, x.content_hash, p.state AS period, p.starts_on, p.ends_on INTO d
      FROM fund_draftentry x, fund_period p
     WHERE x.id = NEW.draft_id AND p.id = NEW.period_id
       FOR UPDATE OF x FOR SHARE OF p;
    IF d.state IS DISTINCT FROM 'submitted' THEN
        RAISE EXCEPTION 'draft % is not waiting for approval', NEW.draft_id USING ERRCODE = 'FL010';
    END IF;
    IF d.content_hash <> NEW.draft_hash THEN
        RAISE EXCEPTION 'draft % was changed', NEW.draft_id USING ERRCODE = 'FL011';
    END IF;
    IF d.period <> 'open' OR NEW.booked_on < d.starts_on OR NEW.booked_on > d.ends_on THEN
        RAISE EXCEPTION 'period % is closed or not of this day', NEW.period_id USING ERRCODE = 'FL020';
    END IF;
    IF NEW.event_on > (NEW.posted_at AT TIME ZONE 'UTC')::date + 1 THEN
        RAISE EXCEPTION '% has not come yet', NEW.event_on USING ERRCODE = 'FL021';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER fund_entry_at_the_gate BEFORE INSERT ON fund_entry
    FOR EACH ROW EXECUTE FUNCTION fund_entry_gate();

-- At the end of the transaction, or at SET CONSTRAINTS: the entry holds.
CREATE OR REPLACE FUNCTION fund_entry_check() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    e fund_entry := NEW;
    p record;
    found_legs int;
    crooked boolean;
    mixed boolean;
    legs text;
BEGIN
    SELECT count(*), bool_or(l.rest <> 0), bool_or((a.kind = 'memorandum') <> NEW.is_memorandum),
           string_agg({leg_text}, ',' ORDER BY l.n)
      INTO found_legs, crooked, mixed, legs
      FROM (
          SELECT *, sum(amount) OVER (PARTITION BY currency_id) AS rest FROM fund_leg WHERE entry_id = NEW.number
      ) l
      JOIN fund_account a ON a.id = l.account_id
      JOIN fund_currency c ON c.code = l.currency_id
     WHERE a.fund_id = NEW.fund_id;
    IF found_legs <> NEW.leg_count THEN
        RAISE EXCEPTION 'entry % has % legs of %', NEW.number, found_legs, NEW.leg_count USING ERRCODE = 'FL002';
    END IF;
    IF crooked THEN
        RAISE EXCEPTION 'entry % does not balance', NEW.number USING ERRCODE = 'FL003';
    END IF;
    IF mixed THEN
        RAISE EXCEPTION 'entry % mixes money and memorandum', NEW.number USING ERRCODE = 'FL004';
    END IF;
    SELECT x.starts_on, x.ends_on, b.hash AS before, h.number AS head INTO p
      FROM fund_period x
      LEFT JOIN fund_entry b ON b.number = NEW.number - 1
      LEFT JOIN fund_ledgerhead h ON h.number >= NEW.number
     WHERE x.id = NEW.period_id;
    IF NEW.hash <> sha256(convert_to({entry_text}, 'UTF8')) THEN
        RAISE EXCEPTION 'entry % does not have the hash of what it says', NEW.number USING ERRCODE = 'FL005';
    END IF;
    IF NEW.prev_hash IS DISTINCT FROM (CASE WHEN NEW.number = 1 THEN decode(repeat('00', 32), 'hex') ELSE p.before END)
       OR p.head IS NULL THEN
        RAISE EXCEPTION 'entry % is not linked to the one before', NEW.number USING ERRCODE = 'FL006';
    END IF;
    IF NEW.reverses_id IS NULL THEN
        RETURN NULL;
    END IF;
    IF EXISTS (
        SELECT n, account_id, -amount FROM fund_leg WHERE entry_id = NEW.number
        EXCEPT SELECT n, account_id, amount FROM fund_leg WHERE entry_id = NEW.reverses_id
    ) OR NOT EXISTS (
        SELECT FROM fund_entry WHERE number = NEW.reverses_id AND kind <> 'reversal' AND leg_count = NEW.leg_count
    ) THEN
        RAISE EXCEPTION 'entry % is not the exact negation of %', NEW.number, NEW.reverses_id
            USING ERRCODE = 'FL007';
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS fund_entry_holds ON fund_entry;
CREATE CONSTRAINT TRIGGER fund_entry_holds AFTER INSERT ON fund_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fund_entry_check();

-- The head moves forward only, to an entry that is there.
CREATE OR REPLACE FUNCTION fund_head_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.number <= OLD.number
       OR NOT EXISTS (SELECT FROM fund_entry WHERE number = NEW.number AND hash = NEW.hash) THEN
        RAISE EXCEPTION 'the head of the ledger moves forward, to an entry' USING ERRCODE = 'FL900';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER fund_head_moves_on BEFORE UPDATE ON fund_ledgerhead
    FOR EACH ROW EXECUTE FUNCTION fund_head_guard();

-- A period keeps its days; once closed it stays closed; it closes after all earlier ones.
CREATE OR REPLACE FUNCTION fund_period_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'open' OR EXISTS (SELECT FROM fund_period WHERE starts_on > NEW.starts_on AND state = 'closed')
        THEN
            RAISE EXCEPTION 'a period begins open, after those that are closed' USING ERRCODE = 'FL022';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.id <> OLD.id OR NEW.starts_on <> OLD.starts_on OR NEW.ends_on <> OLD.ends_on
       OR OLD.state = 'closed' AND (
           NEW.state <> 'closed' OR NEW.closed_at <> OLD.closed_at OR NEW.closed_by_id <> OLD.closed_by_id
           OR OLD.is_certified
       )
       OR NEW.state = 'closed' AND EXISTS (
           SELECT FROM fund_period WHERE starts_on < NEW.starts_on AND state = 'open'
       ) THEN
        RAISE EXCEPTION 'period % cannot be changed so', OLD.id USING ERRCODE = 'FL022';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER fund_period_is_guarded BEFORE INSERT OR UPDATE ON fund_period
    FOR EACH ROW EXECUTE FUNCTION fund_period_guard();

-- A snapshot belongs to a closed period, and comes once, when the period closes.
CREATE OR REPLACE FUNCTION fund_snapshot_gate() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM fund_period WHERE id = NEW.period_id AND state = 'closed') THEN
        RAISE EXCEPTION 'period % is not closed', NEW.period_id USING ERRCODE = 'FL022';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER fund_snapshot_at_the_gate BEFORE INSERT ON fund_snapshot
    FOR EACH ROW EXECUTE FUNCTION fund_snapshot_gate();

-- Of an earlier version.
DROP FUNCTION IF EXISTS fund_entry_hash;
