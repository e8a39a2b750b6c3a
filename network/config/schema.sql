-- migration account 0001_initial
-- migration account 0002_email_max_length
-- migration account 0003_alter_emailaddress_create_unique_verified_email
-- migration account 0004_alter_emailaddress_drop_unique_email
-- migration account 0005_emailaddress_idx_upper_email
-- migration account 0006_emailaddress_lower
-- migration account 0007_emailaddress_idx_email
-- migration account 0008_emailaddress_unique_primary_email_fixup
-- migration account 0009_emailaddress_unique_primary_email
-- migration admin 0001_initial
-- migration admin 0002_logentry_remove_auto_add
-- migration admin 0003_logentry_add_action_flag_choices
-- migration auth 0001_initial
-- migration auth 0002_alter_permission_name_max_length
-- migration auth 0003_alter_user_email_max_length
-- migration auth 0004_alter_user_username_opts
-- migration auth 0005_alter_user_last_login_null
-- migration auth 0006_require_contenttypes_0002
-- migration auth 0007_alter_validators_add_error_messages
-- migration auth 0008_alter_user_username_max_length
-- migration auth 0009_alter_user_last_name_max_length
-- migration auth 0010_alter_group_name_max_length
-- migration auth 0011_update_proxy_permissions
-- migration auth 0012_alter_user_first_name_max_length
-- migration axes 0001_initial
-- migration axes 0002_auto_20151217_2044
-- migration axes 0003_auto_20160322_0929
-- migration axes 0004_auto_20181024_1538
-- migration axes 0005_remove_accessattempt_trusted
-- migration axes 0006_remove_accesslog_trusted
-- migration axes 0007_alter_accessattempt_unique_together
-- migration axes 0008_accessfailurelog
-- migration axes 0009_add_session_hash
-- migration axes 0010_accessattemptexpiration
-- migration contenttypes 0001_initial
-- migration contenttypes 0002_remove_content_type_name
-- migration following 0001_initial
-- migration fora 0001_initial
-- migration fora 0002_places_in_threads
-- migration fora 0003_ends_of_places
-- migration fora 0004_moved_threads
-- migration fora 0005_opening_posts_of_states
-- migration fund 0001_initial
-- migration fund 0002_guarantees
-- migration fund 0003_files_and_steps
-- migration fund 0004_posting_together
-- migration fund 0005_forms_sent_once
-- migration imports 0001_initial
-- migration l10n 0001_initial
-- migration mfa 0001_initial
-- migration mfa 0002_authenticator_timestamps
-- migration mfa 0003_authenticator_type_uniq
-- migration moderation 0001_initial
-- migration moderation 0002_append_only
-- migration network 0001_initial
-- migration network 0002_people_come_in
-- migration network 0003_topics_say_their_language
-- migration network 0004_tokens_of_programs
-- migration notifications 0001_initial
-- migration notifications 0002_notices
-- migration pghistory 0001_initial
-- migration pghistory 0002_aggregateevent
-- migration pghistory 0003_auto_20201023_1636
-- migration pghistory 0004_auto_20220906_1625
-- migration pghistory 0005_events_middlewareevents
-- migration pghistory 0006_delete_aggregateevent
-- migration pghistory 0007_auto_20250421_0444
-- migration practices 0001_initial
-- migration practices 0002_what_was_typed
-- migration practices 0003_how_translations_came_about
-- migration practices 0004_versions
-- migration practices 0005_questions_to_providers
-- migration practices 0006_harvested_in_order
-- migration practices 0007_review_by_two
-- migration practices 0008_adaptations
-- migration search 0001_initial
-- migration search 0002_vectors_and_counts
-- migration search 0003_index_version
-- migration sessions 0001_initial
-- migration training_catalogue 0001_initial
-- migration training_catalogue 0002_assistance_and_needs
-- migration training_catalogue 0003_applications
-- migration training_catalogue 0004_sessions_by_day
-- migration training_catalogue 0005_yearly_confirmation_of_assistance
-- migration training_catalogue 0006_lists_at_addresses
-- migration training_catalogue 0007_faults_of_harvests
-- migration usersessions 0001_initial
-- file fora/migrations/0001_initial.py 7dc783ee3f97b21f
-- file fora/migrations/0002_places_in_threads.py dc519c2bbd52c9fd
-- file fora/migrations/0003_ends_of_places.py a1ea81e9a320e1b4
-- file fora/migrations/0004_moved_threads.py 5fb6a889f342d778
-- file fora/migrations/0005_opening_posts_of_states.py 89ce6b965435c7c6
-- file fund/migrations/0001_initial.py 7efa21aadb44e0ae
-- file fund/migrations/0002_guarantees.py 84135a99d3463748
-- file fund/migrations/0003_files_and_steps.py 35ac839183927a91
-- file fund/migrations/0004_posting_together.py c30d5e32d24c441d
-- file fund/migrations/0005_forms_sent_once.py 28dde2b54b4f9c4c
-- file fund/sql/account_text.sql f0efad17313bf9b0
-- file fund/sql/draft_text.sql 869b7c03c4d1048b
-- file fund/sql/entry_text.sql 3c6007797fe9108c
-- file fund/sql/keys.sql ad515f63af706e43
-- file fund/sql/keys_drop.sql b1f8ea1e7f46658f
-- file fund/sql/ledger.sql 8ee246b2984557f1
-- file fund/sql/ledger_drop.sql 2428b0581be055ed
-- file fund/sql/leg_text.sql 6c8ae84e36c120b7
-- file fund/sql/posting.sql c24b299d913a007f
-- file fund/sql/posting_drop.sql e9bafec730d00d33
-- file fund/sql/runtime_rights.sql cfc0cee7fc932bef
-- file fund/sql/steps.sql 90dc7816133a9772
-- file fund/sql/steps_drop.sql cb547ba7eeffdda2
-- file network/following/migrations/0001_initial.py 6baffea8fa716cff
-- file network/imports/migrations/0001_initial.py 7228cb176ec36657
-- file network/l10n/migrations/0001_initial.py 3c2a23b024cc0d51
-- file network/migrations/0001_initial.py fbf78d953e5807f3
-- file network/migrations/0002_people_come_in.py b6c0ceeb079b1e1f
-- file network/migrations/0003_topics_say_their_language.py 4d6cb79eb7bc69c3
-- file network/migrations/0004_tokens_of_programs.py c2479682a28fe7cb
-- file network/moderation/migrations/0001_initial.py 712c195dbb5b7fe0
-- file network/moderation/migrations/0002_append_only.py 30368b6ec5bea394
-- file network/moderation/sql/append_only.sql 3b105c8c11869321
-- file network/moderation/sql/append_only_drop.sql e20dcac4e2d3ae68
-- file network/notifications/migrations/0001_initial.py d80946fbcce88520
-- file network/notifications/migrations/0002_notices.py 99fee2795e231c25
-- file network/search/migrations/0001_initial.py e001d7e1afade6c2
-- file network/search/migrations/0002_vectors_and_counts.py 39481efe00b1d220
-- file network/search/migrations/0003_index_version.py fa8d6e3af4772c22
-- file network/search/sql/counts.sql 5357a6e8f927a434
-- file network/search/sql/counts_drop.sql fc4fe1c786fbd65c
-- file network/search/sql/hits.sql aaec37bed37b018d
-- file network/search/sql/hits_drop.sql 926718c64308a94e
-- file network/search/sql/narrow_rows.sql ed0688773c01f060
-- file network/search/sql/vectors.sql 59dd6083cb1ed8d1
-- file network/search/sql/vectors_drop.sql 4db0e92628d8a624
-- file practices/migrations/0001_initial.py 3a89b39ffb6afc6e
-- file practices/migrations/0002_what_was_typed.py 1f131e2225b1e91e
-- file practices/migrations/0003_how_translations_came_about.py febe8a47b611fa7c
-- file practices/migrations/0004_versions.py 6bf499031cac0b22
-- file practices/migrations/0005_questions_to_providers.py 06eae3bc8c95c635
-- file practices/migrations/0006_harvested_in_order.py 237b06152e62baa7
-- file practices/migrations/0007_review_by_two.py 948ad3560c5aabd0
-- file practices/migrations/0008_adaptations.py bc79bb5de6eadccd
-- file requirements.lock aa0c0756454b8a17
-- file training_catalogue/migrations/0001_initial.py e43e8be853c8dfc6
-- file training_catalogue/migrations/0002_assistance_and_needs.py 67ae86ebaa750d42
-- file training_catalogue/migrations/0003_applications.py 522ae69107cc81ec
-- file training_catalogue/migrations/0004_sessions_by_day.py 26033a73f13ff07e
-- file training_catalogue/migrations/0005_yearly_confirmation_of_assistance.py 313c5c5bc49abdf9
-- file training_catalogue/migrations/0006_lists_at_addresses.py 33532ad9756ce9a3
-- file training_catalogue/migrations/0007_faults_of_harvests.py adaa6850803970b6
-- statements 92ea32b8300a832b
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;
CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;
CREATE FUNCTION public.fund_account_begins() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO fund_accountbalance (account_id, amount, floor, ceiling, leg_count, last_entry)
    VALUES (NEW.id, 0, NEW.floor, NEW.ceiling, 0, 0);
    RETURN NULL;
END $$;
CREATE FUNCTION public.fund_answer(p_draft bigint, p_key uuid, p_request bytea) RETURNS TABLE(entry bigint, fingerprint bytea)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
CREATE PROCEDURE public.fund_approve(IN p_draft bigint, IN p_approver bigint, IN p_hash bytea, IN p_key uuid, IN p_request bytea, INOUT entry bigint, INOUT fingerprint bytea, INOUT replayed boolean)
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.fund_close_period(p_period bigint, p_by bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
CREATE FUNCTION public.fund_draft_guard() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
CREATE TABLE public.fund_draftentry (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    event_on date NOT NULL,
    description character varying(500) NOT NULL,
    language character varying(2) NOT NULL,
    party character varying(250) NOT NULL,
    valuation character varying(500) NOT NULL,
    rate numeric(20,10),
    rate_source character varying(200) NOT NULL,
    rate_on date,
    is_memorandum boolean NOT NULL,
    is_demonstration boolean NOT NULL,
    public_id uuid NOT NULL,
    leg_accounts bigint[] NOT NULL,
    leg_amounts bigint[] NOT NULL,
    evidence jsonb NOT NULL,
    state character varying(10) NOT NULL,
    content_hash bytea NOT NULL,
    prepared_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    reason character varying(500) NOT NULL,
    idempotency_key uuid NOT NULL,
    request_hash bytea NOT NULL,
    agreement_id bigint,
    decided_by_id bigint,
    donor_id bigint,
    prepared_by_id bigint NOT NULL,
    reverses_id bigint,
    fund_id bigint NOT NULL,
    project_id bigint,
    CONSTRAINT fund_draft_four_eyes CHECK (((decided_by_id IS NULL) OR ((state)::text = 'withdrawn'::text) OR (NOT ((decided_by_id = prepared_by_id) AND (decided_by_id IS NOT NULL))))),
    CONSTRAINT fund_draft_returned_why CHECK (((NOT ((state)::text = 'returned'::text)) OR (NOT ((reason)::text = ''::text))))
);
CREATE FUNCTION public.fund_draft_hash(d public.fund_draftentry) RETURNS bytea
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$ SELECT sha256(convert_to((
    '["draft-1",' || d.fund_id || ',"' || d.kind || '","' || to_char(d.event_on, 'YYYY-MM-DD')
    || '",' || to_json(d.description::text) || ',"' || d.language || '",' || to_json(d.party::text)
    || ',' || coalesce(d.donor_id::text, 'null') || ',' || coalesce(d.agreement_id::text, 'null')
    || ',' || coalesce(d.project_id::text, 'null') || ',' || to_json(d.valuation::text)
    || ',' || coalesce('"' || d.rate::text || '"', 'null') || ',' || to_json(d.rate_source::text)
    || ',' || coalesce('"' || to_char(d.rate_on, 'YYYY-MM-DD') || '"', 'null')
    || ',' || CASE WHEN d.is_memorandum THEN 'true' ELSE 'false' END
    || ',' || CASE WHEN d.is_demonstration THEN 'true' ELSE 'false' END
    || ',' || coalesce(d.reverses_id::text, 'null') || ',' || array_to_json(d.leg_accounts)
    || ',' || array_to_json(d.leg_amounts) || ',' || d.evidence::text || ',' || d.prepared_by_id
    || ',"' || d.public_id || '"]'
), 'UTF8')) $$;
CREATE FUNCTION public.fund_entry_check() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    e fund_entry := NEW;
    p record;
    found_legs int;
    crooked boolean;
    mixed boolean;
    legs text;
BEGIN
    SELECT count(*), bool_or(l.rest <> 0), bool_or((a.kind = 'memorandum') <> NEW.is_memorandum),
           string_agg((
    '[' || l.n || ',' || l.leg_count || ',"' || to_char(l.booked_on, 'YYYY-MM-DD') || '",' || l.amount || ',"'
    || l.currency_id || '",' || c.exponent || ','
    || (
    a.id || ',"' || a.code || '","' || a.role || '","' || a.kind
    || '",' || a.fund_id || ',' || coalesce(a.donor_id::text, 'null') || ',' || coalesce(a.agreement_id::text, 'null')
    || ',' || coalesce(a.project_id::text, 'null') || ',' || coalesce(a.earmark_id::text, 'null')
    || ',"' || a.contribution_kind || '",' || a.floor || ',' || a.ceiling || ',"' || a.currency_id
) || '"]'
), ',' ORDER BY l.n)
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
    IF NEW.hash <> sha256(convert_to((
    '["ledger-1","' || encode(e.prev_hash, 'hex') || '",' || e.number || ',' || e.fund_id || ',"' || e.kind
    || '","' || to_char(e.event_on, 'YYYY-MM-DD') || '","' || to_char(e.booked_on, 'YYYY-MM-DD')
    || '","' || to_char(e.posted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    || '",' || e.period_id
    || coalesce(',"' || to_char(p.starts_on, 'YYYY-MM-DD') || '","' || to_char(p.ends_on, 'YYYY-MM-DD') || '",', ',null,null,')
    || to_json(e.description::text) || ',"' || e.language
    || '",' || to_json(e.party::text)
    || ',' || coalesce(e.donor_id::text, 'null') || ',' || coalesce(e.agreement_id::text, 'null')
    || ',' || coalesce(e.project_id::text, 'null') || ',' || to_json(e.valuation::text)
    || ',' || coalesce('"' || e.rate::text || '"', 'null') || ',' || to_json(e.rate_source::text)
    || ',' || coalesce('"' || to_char(e.rate_on, 'YYYY-MM-DD') || '"', 'null')
    || ',' || CASE WHEN e.is_memorandum THEN 'true' ELSE 'false' END
    || ',' || CASE WHEN e.is_demonstration THEN 'true' ELSE 'false' END
    || ',' || coalesce(e.reverses_id::text, 'null')
    || ',' || e.draft_id || ',"' || encode(e.draft_hash, 'hex') || '",' || e.prepared_by_id
    || ',' || e.approved_by_id || ',"' || e.idempotency_key || '","' || encode(e.request_hash, 'hex')
    || '",' || e.leg_count || ',[' || coalesce(legs, '') || ']]'
), 'UTF8')) THEN
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
CREATE FUNCTION public.fund_entry_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
CREATE FUNCTION public.fund_head_guard() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NEW.number <= OLD.number
       OR NOT EXISTS (SELECT FROM fund_entry WHERE number = NEW.number AND hash = NEW.hash) THEN
        RAISE EXCEPTION 'the head of the ledger moves forward, to an entry' USING ERRCODE = 'FL900';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.fund_legs_count() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
CREATE FUNCTION public.fund_only_by_legs() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% follows the legs and cannot be written', TG_TABLE_NAME USING ERRCODE = 'FL900';
END $$;
CREATE FUNCTION public.fund_period_guard() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
CREATE FUNCTION public.fund_post(p_draft bigint, p_approver bigint, p_hash bytea, p_key uuid, p_request bytea) RETURNS TABLE(entry bigint, fingerprint bytea, replayed boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
CREATE FUNCTION public.fund_post_all(p_drafts bigint[], p_approvers bigint[], p_hashes bytea[], p_keys uuid[], p_requests bytea[]) RETURNS TABLE(draft bigint, entry bigint, fingerprint bytea)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
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
              SELECT count(*) AS known, string_agg((
    '[' || l.n || ',' || l.leg_count || ',"' || to_char(l.booked_on, 'YYYY-MM-DD') || '",' || l.amount || ',"'
    || l.currency_id || '",' || c.exponent || ','
    || (
    a.id || ',"' || a.code || '","' || a.role || '","' || a.kind
    || '",' || a.fund_id || ',' || coalesce(a.donor_id::text, 'null') || ',' || coalesce(a.agreement_id::text, 'null')
    || ',' || coalesce(a.project_id::text, 'null') || ',' || coalesce(a.earmark_id::text, 'null')
    || ',"' || a.contribution_kind || '",' || a.floor || ',' || a.ceiling || ',"' || a.currency_id
) || '"]'
), ',' ORDER BY l.n) AS legs
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
        e.hash := sha256(convert_to((
    '["ledger-1","' || encode(e.prev_hash, 'hex') || '",' || e.number || ',' || e.fund_id || ',"' || e.kind
    || '","' || to_char(e.event_on, 'YYYY-MM-DD') || '","' || to_char(e.booked_on, 'YYYY-MM-DD')
    || '","' || to_char(e.posted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    || '",' || e.period_id
    || coalesce(',"' || to_char(p.starts_on, 'YYYY-MM-DD') || '","' || to_char(p.ends_on, 'YYYY-MM-DD') || '",', ',null,null,')
    || to_json(e.description::text) || ',"' || e.language
    || '",' || to_json(e.party::text)
    || ',' || coalesce(e.donor_id::text, 'null') || ',' || coalesce(e.agreement_id::text, 'null')
    || ',' || coalesce(e.project_id::text, 'null') || ',' || to_json(e.valuation::text)
    || ',' || coalesce('"' || e.rate::text || '"', 'null') || ',' || to_json(e.rate_source::text)
    || ',' || coalesce('"' || to_char(e.rate_on, 'YYYY-MM-DD') || '"', 'null')
    || ',' || CASE WHEN e.is_memorandum THEN 'true' ELSE 'false' END
    || ',' || CASE WHEN e.is_demonstration THEN 'true' ELSE 'false' END
    || ',' || coalesce(e.reverses_id::text, 'null')
    || ',' || e.draft_id || ',"' || encode(e.draft_hash, 'hex') || '",' || e.prepared_by_id
    || ',' || e.approved_by_id || ',"' || e.idempotency_key || '","' || encode(e.request_hash, 'hex')
    || '",' || e.leg_count || ',[' || coalesce(legs, '') || ']]'
), 'UTF8'));
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
CREATE FUNCTION public.fund_post_in_turn(p_ticket integer, p_draft bigint, p_approver bigint, p_hash bytea, p_key uuid, p_request bytea) RETURNS TABLE(entry bigint, fingerprint bytea, replayed boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
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
CREATE FUNCTION public.fund_queue_up(p_draft bigint, p_approver bigint, p_hash bytea, p_key uuid, p_request bytea) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO fund_waiting (draft, approver, hash, key, request)
    VALUES (p_draft, p_approver, p_hash, p_key, p_request) RETURNING ticket
$$;
CREATE FUNCTION public.fund_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: the ledger is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'FL900';
END $$;
CREATE FUNCTION public.fund_snapshot_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM fund_period WHERE id = NEW.period_id AND state = 'closed') THEN
        RAISE EXCEPTION 'period % is not closed', NEW.period_id USING ERRCODE = 'FL022';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.moderation_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: the log of moderation is append-only', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'MO900';
END $$;
CREATE FUNCTION public.pgtrigger_append_only_3ef56() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_5548e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_6499e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_a17c9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_a2386() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_ac937() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_b884a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_f1764() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_3e04e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fora_spacegrantevent" ("capacity", "ends_at", "granted_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "revoked_at", "revoked_by_id", "revoked_reason", "space_id", "starts_at", "user_id") VALUES (NEW."capacity", NEW."ends_at", NEW."granted_by_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."revoked_at", NEW."revoked_by_id", NEW."revoked_reason", NEW."space_id", NEW."starts_at", NEW."user_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_6537d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "practices_reviewroundevent" ("closed_at", "closed_with", "common", "due_on", "id", "instrument", "number", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "result", "settled_at", "subject", "version") VALUES (NEW."closed_at", NEW."closed_with", NEW."common", NEW."due_on", NEW."id", NEW."instrument", NEW."number", NEW."opened_at", NEW."opened_by_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."result", NEW."settled_at", NEW."subject", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_67385() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "practices_reviewevent" ("accepted_at", "agreed_at", "due_on", "end_note", "end_reason", "ended_at", "id", "named_at", "named_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "round_id", "saved_at", "scores", "submitted_at", "uuid") VALUES (NEW."accepted_at", NEW."agreed_at", NEW."due_on", NEW."end_note", NEW."end_reason", NEW."ended_at", NEW."id", NEW."named_at", NEW."named_by_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reviewer_id", NEW."round_id", NEW."saved_at", NEW."scores", NEW."submitted_at", NEW."uuid"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_68f8e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fund_projectevent" ("ends_on", "fund_id", "id", "identifier", "implementer", "is_demonstration", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practices", "source_language", "starts_on", "state", "summary", "title", "translation_marks") VALUES (NEW."ends_on", NEW."fund_id", NEW."id", NEW."identifier", NEW."implementer", NEW."is_demonstration", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practices", NEW."source_language", NEW."starts_on", NEW."state", NEW."summary", NEW."title", NEW."translation_marks"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_82d1d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fund_agreementevent" ("amount", "currency_id", "donor_id", "earmark_id", "fund_id", "icr_exemption", "icr_rate", "id", "is_demonstration", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledge_id", "purpose", "recorded_at", "recorded_by_id", "reference", "signed_on", "stipulation") VALUES (NEW."amount", NEW."currency_id", NEW."donor_id", NEW."earmark_id", NEW."fund_id", NEW."icr_exemption", NEW."icr_rate", NEW."id", NEW."is_demonstration", NEW."kind", NEW."language", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."pledge_id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."signed_on", NEW."stipulation"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_ba2cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fund_pledgeevent" ("amount", "announced_on", "currency_id", "donor_id", "fund_id", "id", "is_demonstration", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "state") VALUES (NEW."amount", NEW."announced_on", NEW."currency_id", NEW."donor_id", NEW."fund_id", NEW."id", NEW."is_demonstration", NEW."kind", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_c2adc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_rolegrantevent" ("attestation_due_on", "attested_at", "ends_at", "granted_by_id", "id", "is_principal", "language", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "revoked_at", "revoked_by_id", "revoked_reason", "role", "starts_at", "state_id", "user_id") VALUES (NEW."attestation_due_on", NEW."attested_at", NEW."ends_at", NEW."granted_by_id", NEW."id", NEW."is_principal", NEW."language", NEW."organization_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."revoked_at", NEW."revoked_by_id", NEW."revoked_reason", NEW."role", NEW."starts_at", NEW."state_id", NEW."user_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_efe1e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_apitokenevent" ("expires_at", "id", "made_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "scope", "user_id") VALUES (NEW."expires_at", NEW."id", NEW."made_at", NEW."name", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."revoked_at", NEW."scope", NEW."user_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_032d7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fund_pledgeevent" ("amount", "announced_on", "currency_id", "donor_id", "fund_id", "id", "is_demonstration", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "state") VALUES (NEW."amount", NEW."announced_on", NEW."currency_id", NEW."donor_id", NEW."fund_id", NEW."id", NEW."is_demonstration", NEW."kind", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_1b2c3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_apitokenevent" ("expires_at", "id", "made_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "scope", "user_id") VALUES (NEW."expires_at", NEW."id", NEW."made_at", NEW."name", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."revoked_at", NEW."scope", NEW."user_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_1ea07() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fund_projectevent" ("ends_on", "fund_id", "id", "identifier", "implementer", "is_demonstration", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practices", "source_language", "starts_on", "state", "summary", "title", "translation_marks") VALUES (NEW."ends_on", NEW."fund_id", NEW."id", NEW."identifier", NEW."implementer", NEW."is_demonstration", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practices", NEW."source_language", NEW."starts_on", NEW."state", NEW."summary", NEW."title", NEW."translation_marks"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_9c2eb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fora_spacegrantevent" ("capacity", "ends_at", "granted_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "revoked_at", "revoked_by_id", "revoked_reason", "space_id", "starts_at", "user_id") VALUES (NEW."capacity", NEW."ends_at", NEW."granted_by_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."revoked_at", NEW."revoked_by_id", NEW."revoked_reason", NEW."space_id", NEW."starts_at", NEW."user_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_9e24e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "practices_reviewroundevent" ("closed_at", "closed_with", "common", "due_on", "id", "instrument", "number", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "result", "settled_at", "subject", "version") VALUES (NEW."closed_at", NEW."closed_with", NEW."common", NEW."due_on", NEW."id", NEW."instrument", NEW."number", NEW."opened_at", NEW."opened_by_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."result", NEW."settled_at", NEW."subject", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_cd85e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_rolegrantevent" ("attestation_due_on", "attested_at", "ends_at", "granted_by_id", "id", "is_principal", "language", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "revoked_at", "revoked_by_id", "revoked_reason", "role", "starts_at", "state_id", "user_id") VALUES (NEW."attestation_due_on", NEW."attested_at", NEW."ends_at", NEW."granted_by_id", NEW."id", NEW."is_principal", NEW."language", NEW."organization_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."revoked_at", NEW."revoked_by_id", NEW."revoked_reason", NEW."role", NEW."starts_at", NEW."state_id", NEW."user_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_d67e0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fund_agreementevent" ("amount", "currency_id", "donor_id", "earmark_id", "fund_id", "icr_exemption", "icr_rate", "id", "is_demonstration", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledge_id", "purpose", "recorded_at", "recorded_by_id", "reference", "signed_on", "stipulation") VALUES (NEW."amount", NEW."currency_id", NEW."donor_id", NEW."earmark_id", NEW."fund_id", NEW."icr_exemption", NEW."icr_rate", NEW."id", NEW."is_demonstration", NEW."kind", NEW."language", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."pledge_id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."signed_on", NEW."stipulation"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_f5bab() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "practices_reviewevent" ("accepted_at", "agreed_at", "due_on", "end_note", "end_reason", "ended_at", "id", "named_at", "named_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "round_id", "saved_at", "scores", "submitted_at", "uuid") VALUES (NEW."accepted_at", NEW."agreed_at", NEW."due_on", NEW."end_note", NEW."end_reason", NEW."ended_at", NEW."id", NEW."named_at", NEW."named_by_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reviewer_id", NEW."round_id", NEW."saved_at", NEW."scores", NEW."submitted_at", NEW."uuid"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.search_count_pairs() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE TEXT SEARCH DICTIONARY public.search_forms_en (
    TEMPLATE = pg_catalog.simple,
    stopwords = 'english' );
CREATE TEXT SEARCH DICTIONARY public.search_forms_es (
    TEMPLATE = pg_catalog.simple,
    stopwords = 'spanish' );
CREATE TEXT SEARCH DICTIONARY public.search_forms_fr (
    TEMPLATE = pg_catalog.simple,
    stopwords = 'french' );
CREATE TEXT SEARCH DICTIONARY public.search_forms_pt (
    TEMPLATE = pg_catalog.simple,
    stopwords = 'portuguese' );
CREATE TEXT SEARCH CONFIGURATION public.search_forms_en (
    PARSER = pg_catalog."default" );
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR asciiword WITH public.search_forms_en;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR word WITH public.search_forms_en;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR numword WITH public.search_forms_en;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR hword_numpart WITH public.search_forms_en;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR hword_part WITH public.search_forms_en;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR hword_asciipart WITH public.search_forms_en;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR numhword WITH public.search_forms_en;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR asciihword WITH public.search_forms_en;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR hword WITH public.search_forms_en;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_en
    ADD MAPPING FOR uint WITH simple;
CREATE TEXT SEARCH CONFIGURATION public.search_forms_es (
    PARSER = pg_catalog."default" );
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR asciiword WITH public.search_forms_es;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR word WITH public.search_forms_es;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR numword WITH public.search_forms_es;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR hword_numpart WITH public.search_forms_es;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR hword_part WITH public.search_forms_es;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR hword_asciipart WITH public.search_forms_es;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR numhword WITH public.search_forms_es;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR asciihword WITH public.search_forms_es;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR hword WITH public.search_forms_es;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_es
    ADD MAPPING FOR uint WITH simple;
CREATE TEXT SEARCH CONFIGURATION public.search_forms_fr (
    PARSER = pg_catalog."default" );
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR asciiword WITH public.search_forms_fr;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR word WITH public.search_forms_fr;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR numword WITH public.search_forms_fr;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR hword_numpart WITH public.search_forms_fr;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR hword_part WITH public.search_forms_fr;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR hword_asciipart WITH public.search_forms_fr;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR numhword WITH public.search_forms_fr;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR asciihword WITH public.search_forms_fr;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR hword WITH public.search_forms_fr;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_fr
    ADD MAPPING FOR uint WITH simple;
CREATE TEXT SEARCH CONFIGURATION public.search_forms_pt (
    PARSER = pg_catalog."default" );
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR asciiword WITH public.search_forms_pt;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR word WITH public.search_forms_pt;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR numword WITH public.search_forms_pt;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR hword_numpart WITH public.search_forms_pt;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR hword_part WITH public.search_forms_pt;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR hword_asciipart WITH public.search_forms_pt;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR numhword WITH public.search_forms_pt;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR asciihword WITH public.search_forms_pt;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR hword WITH public.search_forms_pt;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.search_forms_pt
    ADD MAPPING FOR uint WITH simple;
CREATE FUNCTION public.search_forms(language text) RETURNS regconfig
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE language WHEN 'es'::text THEN 'public.search_forms_es'::regconfig WHEN 'fr'::text THEN 'public.search_forms_fr'::regconfig WHEN 'pt'::text THEN 'public.search_forms_pt'::regconfig ELSE 'public.search_forms_en'::regconfig END;
CREATE FUNCTION public.search_hits(words tsquery, narrowed tsquery, today integer, enough integer) RETURNS TABLE(row_id bigint, kind character varying, object_id bigint, language character varying, published_at timestamp with time zone, signs text, rank real)
    LANGUAGE plpgsql STABLE
    SET enable_seqscan TO 'off'
    AS $$
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
CREATE FUNCTION public.search_stems(language text) RETURNS regconfig
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE language WHEN 'es'::text THEN 'spanish'::regconfig WHEN 'fr'::text THEN 'french'::regconfig WHEN 'pt'::text THEN 'portuguese'::regconfig ELSE 'english'::regconfig END;
CREATE FUNCTION public.search_vector(language text, weight "char", written text, folded text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN setweight((to_tsvector(public.search_stems(language), written) || to_tsvector(public.search_forms(language), folded)), weight);
CREATE FUNCTION public.search_word_query(language text, written text, folded text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (numnode(phraseto_tsquery(public.search_stems(language), written)) = 0) THEN ''::tsquery ELSE (phraseto_tsquery(public.search_stems(language), written) || phraseto_tsquery(public.search_forms(language), folded)) END;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accessattempt (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    get_data text NOT NULL,
    post_data text NOT NULL,
    failures_since_start integer NOT NULL,
    CONSTRAINT axes_accessattempt_failures_since_start_check CHECK ((failures_since_start >= 0))
);
ALTER TABLE public.axes_accessattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accessattemptexpiration (
    access_attempt_id integer NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.axes_accessfailurelog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    locked_out boolean NOT NULL
);
ALTER TABLE public.axes_accessfailurelog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessfailurelog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accesslog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    logout_time timestamp with time zone,
    session_hash character varying(64) NOT NULL
);
ALTER TABLE public.axes_accesslog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accesslog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);
ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.following_hit (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    object_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    interest_id bigint NOT NULL
);
ALTER TABLE public.following_hit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.following_hit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.following_interest (
    id bigint NOT NULL,
    subject character varying(80) NOT NULL,
    kind character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    query character varying(1500) NOT NULL,
    words character varying(200) NOT NULL,
    words_query text NOT NULL,
    words_rules smallint NOT NULL,
    must character varying(80)[] NOT NULL,
    either jsonb NOT NULL,
    finds boolean NOT NULL,
    is_paused boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT following_interest_words_rules_check CHECK ((words_rules >= 0))
);
ALTER TABLE public.following_interest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.following_interest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_agendaitem (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    "position" smallint NOT NULL,
    title character varying(200) NOT NULL,
    title_en character varying(200),
    title_es character varying(200),
    title_fr character varying(200),
    title_pt character varying(200),
    description text NOT NULL,
    description_en text,
    description_es text,
    description_fr text,
    description_pt text,
    opens_at timestamp with time zone,
    closes_at timestamp with time zone,
    space_id bigint NOT NULL,
    CONSTRAINT fora_agendaitem_position_check CHECK (("position" >= 0)),
    CONSTRAINT fora_item_closes_after_opening CHECK (((closes_at IS NULL) OR ((closes_at > opens_at) AND (opens_at IS NOT NULL))))
);
ALTER TABLE public.fora_agendaitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_agendaitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_backgroundpaper (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    "position" smallint NOT NULL,
    title character varying(300) NOT NULL,
    title_en character varying(300),
    title_es character varying(300),
    title_fr character varying(300),
    title_pt character varying(300),
    symbol character varying(60) NOT NULL,
    year smallint,
    space_id bigint NOT NULL,
    CONSTRAINT fora_backgroundpaper_position_check CHECK (("position" >= 0)),
    CONSTRAINT fora_backgroundpaper_year_check CHECK ((year >= 0))
);
ALTER TABLE public.fora_backgroundpaper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_backgroundpaper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_citation (
    id bigint NOT NULL,
    number smallint NOT NULL,
    starts integer NOT NULL,
    ends integer NOT NULL,
    cited_at timestamp with time zone NOT NULL,
    cited_by_id bigint,
    report_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    CONSTRAINT fora_citation_ends_check CHECK ((ends >= 0)),
    CONSTRAINT fora_citation_forward CHECK ((ends >= starts)),
    CONSTRAINT fora_citation_number_check CHECK ((number >= 0)),
    CONSTRAINT fora_citation_starts_check CHECK ((starts >= 0))
);
ALTER TABLE public.fora_citation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_citation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_finalreport (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    state character varying(10) NOT NULL,
    title character varying(250) NOT NULL,
    title_en character varying(250),
    title_es character varying(250),
    title_fr character varying(250),
    title_pt character varying(250),
    summary text NOT NULL,
    summary_en text,
    summary_es text,
    summary_fr text,
    summary_pt text,
    body text NOT NULL,
    body_en text,
    body_es text,
    body_fr text,
    body_pt text,
    writer_name character varying(150) NOT NULL,
    revision integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    is_demonstration boolean NOT NULL,
    written_by_id bigint,
    space_id bigint NOT NULL,
    CONSTRAINT fora_finalreport_revision_check CHECK ((revision >= 0)),
    CONSTRAINT fora_report_published_when CHECK (((NOT ((state)::text = 'published'::text)) OR (published_at IS NOT NULL)))
);
ALTER TABLE public.fora_finalreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_finalreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_mention (
    id bigint NOT NULL,
    told_at timestamp with time zone,
    user_id bigint NOT NULL,
    post_id bigint NOT NULL
);
ALTER TABLE public.fora_mention ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_mention_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_paperversion (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    language character varying(2) NOT NULL,
    url character varying(500) NOT NULL,
    file character varying(100) NOT NULL,
    file_name character varying(200) NOT NULL,
    media_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    paper_id bigint NOT NULL,
    CONSTRAINT fora_paper_file_or_link CHECK (((((file)::text = ''::text) AND (NOT ((url)::text = ''::text))) OR (((url)::text = ''::text) AND (NOT ((file)::text = ''::text))))),
    CONSTRAINT fora_paperversion_size_check CHECK ((size >= 0))
);
ALTER TABLE public.fora_paperversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_paperversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_post (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    seq integer,
    state character varying(10) NOT NULL,
    state_reason character varying(20) NOT NULL,
    author_name character varying(150) NOT NULL,
    author_office character varying(250) NOT NULL,
    author_kind character varying(20) NOT NULL,
    revision integer NOT NULL,
    body_en text NOT NULL,
    body_es text NOT NULL,
    body_fr text NOT NULL,
    body_pt text NOT NULL,
    html_en text NOT NULL,
    html_es text NOT NULL,
    html_fr text NOT NULL,
    html_pt text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    published_at timestamp with time zone,
    edited_at timestamp with time zone,
    is_demonstration boolean NOT NULL,
    author_id bigint,
    country_id character varying(2),
    reply_to_id bigint,
    thread_id bigint NOT NULL,
    placed_at timestamp with time zone,
    CONSTRAINT fora_post_number_once_published CHECK (((seq IS NULL) OR ((state)::text = ANY ((ARRAY['published'::character varying, 'hidden'::character varying, 'withdrawn'::character varying, 'redacted'::character varying])::text[])))),
    CONSTRAINT fora_post_revision_check CHECK ((revision >= 0)),
    CONSTRAINT fora_post_seq_check CHECK ((seq >= 0)),
    CONSTRAINT fora_published_post_has_number CHECK (((NOT ((state)::text = ANY ((ARRAY['published'::character varying, 'hidden'::character varying])::text[]))) OR ((published_at IS NOT NULL) AND (seq IS NOT NULL))))
);
ALTER TABLE public.fora_post ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_post_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_postattachment (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    file character varying(100) NOT NULL,
    file_name character varying(200) NOT NULL,
    media_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    alternative_text character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    post_id bigint NOT NULL,
    CONSTRAINT fora_postattachment_size_check CHECK ((size >= 0))
);
ALTER TABLE public.fora_postattachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_postattachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_postmove (
    id bigint NOT NULL,
    seq integer NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    by_id bigint,
    post_id bigint NOT NULL,
    thread_id bigint NOT NULL,
    CONSTRAINT fora_postmove_seq_check CHECK ((seq >= 0))
);
ALTER TABLE public.fora_postmove ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_postmove_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_postrevision (
    id bigint NOT NULL,
    number integer NOT NULL,
    language character varying(2) NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    is_hidden boolean NOT NULL,
    wiped_at timestamp with time zone,
    by_id bigint,
    post_id bigint NOT NULL,
    CONSTRAINT fora_postrevision_number_check CHECK ((number >= 0))
);
ALTER TABLE public.fora_postrevision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_postrevision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_proposalsupport (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    country_id character varying(2),
    user_id bigint,
    proposal_id bigint NOT NULL
);
ALTER TABLE public.fora_proposalsupport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_proposalsupport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_quote (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    starts integer NOT NULL,
    ends integer NOT NULL,
    post_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    CONSTRAINT fora_quote_ends_check CHECK ((ends >= 0)),
    CONSTRAINT fora_quote_forward CHECK ((ends >= starts)),
    CONSTRAINT fora_quote_position_check CHECK (("position" >= 0)),
    CONSTRAINT fora_quote_starts_check CHECK ((starts >= 0))
);
ALTER TABLE public.fora_quote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_quote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_readspace (
    id bigint NOT NULL,
    read_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    space_id bigint NOT NULL
);
ALTER TABLE public.fora_readspace ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_readspace_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_readthread (
    id bigint NOT NULL,
    last_read_seq integer NOT NULL,
    read_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    thread_id bigint NOT NULL,
    CONSTRAINT fora_readthread_last_read_seq_check CHECK ((last_read_seq >= 0))
);
ALTER TABLE public.fora_readthread ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_readthread_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_space (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    slug character varying(60) NOT NULL,
    kind character varying(15) NOT NULL,
    access character varying(10) NOT NULL,
    state character varying(12) NOT NULL,
    title character varying(200) NOT NULL,
    title_en character varying(200),
    title_es character varying(200),
    title_fr character varying(200),
    title_pt character varying(200),
    description text NOT NULL,
    description_en text,
    description_es text,
    description_fr text,
    description_pt text,
    concept_note text NOT NULL,
    concept_note_en text,
    concept_note_es text,
    concept_note_fr text,
    concept_note_pt text,
    is_premoderated boolean NOT NULL,
    languages character varying(2)[] NOT NULL,
    opens_at timestamp with time zone,
    closes_at timestamp with time zone,
    place character varying(200) NOT NULL,
    starts_on date,
    ends_on date,
    group_code character varying(40) NOT NULL,
    mandates character varying(20)[] NOT NULL,
    live_url character varying(500) NOT NULL,
    recording_url character varying(500) NOT NULL,
    "position" smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    closing_told_at timestamp with time zone,
    is_demonstration boolean NOT NULL,
    country_id character varying(2),
    created_by_id bigint,
    CONSTRAINT fora_space_closes_after_opening CHECK (((closes_at IS NULL) OR ((closes_at > opens_at) AND (opens_at IS NOT NULL)))),
    CONSTRAINT fora_space_ends_after_start CHECK (((ends_on IS NULL) OR ((ends_on >= starts_on) AND (starts_on IS NOT NULL)))),
    CONSTRAINT fora_space_position_check CHECK (("position" >= 0)),
    CONSTRAINT fora_virtual_forum_has_hours CHECK (((NOT ((kind)::text = 'virtual'::text)) OR ((closes_at IS NOT NULL) AND (opens_at IS NOT NULL))))
);
ALTER TABLE public.fora_space ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_space_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_space_topics (
    id bigint NOT NULL,
    space_id bigint NOT NULL,
    topic_id character varying(50) NOT NULL
);
ALTER TABLE public.fora_space_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_space_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_spacegrant (
    id bigint NOT NULL,
    capacity character varying(12) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    reason character varying(500) NOT NULL,
    revoked_at timestamp with time zone,
    granted_by_id bigint,
    space_id bigint NOT NULL,
    user_id bigint NOT NULL,
    revoked_by_id bigint,
    revoked_reason character varying(500) NOT NULL,
    CONSTRAINT fora_grant_ends_after_start CHECK (((ends_at IS NULL) OR (ends_at > starts_at)))
);
ALTER TABLE public.fora_spacegrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_spacegrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_spacegrantevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    capacity character varying(12) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    reason character varying(500) NOT NULL,
    revoked_at timestamp with time zone,
    granted_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    space_id bigint NOT NULL,
    user_id bigint NOT NULL,
    revoked_by_id bigint,
    revoked_reason character varying(500) NOT NULL
);
ALTER TABLE public.fora_spacegrantevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_spacegrantevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_subscription (
    id bigint NOT NULL,
    frequency character varying(10) NOT NULL,
    since timestamp with time zone NOT NULL,
    space_id bigint,
    user_id bigint NOT NULL,
    thread_id bigint,
    CONSTRAINT fora_subscription_to_one CHECK ((((space_id IS NULL) AND (thread_id IS NOT NULL)) OR ((space_id IS NOT NULL) AND (thread_id IS NULL))))
);
ALTER TABLE public.fora_subscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_subscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_thread (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    title_en character varying(200) NOT NULL,
    title_es character varying(200) NOT NULL,
    title_fr character varying(200) NOT NULL,
    title_pt character varying(200) NOT NULL,
    starter_name character varying(150) NOT NULL,
    is_pinned boolean NOT NULL,
    is_locked boolean NOT NULL,
    is_archived boolean NOT NULL,
    is_hidden boolean NOT NULL,
    hidden_reason character varying(20) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    visible_count integer NOT NULL,
    pending_count integer NOT NULL,
    last_seq integer NOT NULL,
    last_visible_seq integer NOT NULL,
    last_visible_at timestamp with time zone,
    is_demonstration boolean NOT NULL,
    agenda_item_id bigint,
    space_id bigint NOT NULL,
    starter_id bigint,
    CONSTRAINT fora_thread_figures CHECK (((last_visible_seq <= last_seq) AND (visible_count <= last_seq))),
    CONSTRAINT fora_thread_last_seq_check CHECK ((last_seq >= 0)),
    CONSTRAINT fora_thread_last_visible CHECK ((((last_visible_at IS NULL) AND (last_visible_seq = 0) AND (visible_count = 0)) OR ((last_visible_at IS NOT NULL) AND (last_visible_seq > 0) AND (visible_count > 0)))),
    CONSTRAINT fora_thread_last_visible_seq_check CHECK ((last_visible_seq >= 0)),
    CONSTRAINT fora_thread_pending_count_check CHECK ((pending_count >= 0)),
    CONSTRAINT fora_thread_visible_count_check CHECK ((visible_count >= 0))
);
ALTER TABLE public.fora_thread ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_thread_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_threadmove (
    id bigint NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    space_id bigint NOT NULL,
    thread_id bigint NOT NULL
);
ALTER TABLE public.fora_threadmove ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_threadmove_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_topicproposal (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    title character varying(200) NOT NULL,
    title_en character varying(200),
    title_es character varying(200),
    title_fr character varying(200),
    title_pt character varying(200),
    rationale text NOT NULL,
    rationale_en text,
    rationale_es text,
    rationale_fr text,
    rationale_pt text,
    forum_format character varying(15) NOT NULL,
    state character varying(10) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    decision_reason text NOT NULL,
    is_demonstration boolean NOT NULL,
    country_id character varying(2) NOT NULL,
    decided_by_id bigint,
    proposed_by_id bigint,
    space_id bigint,
    CONSTRAINT fora_proposal_declined_why CHECK (((NOT ((state)::text = 'declined'::text)) OR (NOT (decision_reason = ''::text))))
);
ALTER TABLE public.fora_topicproposal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_topicproposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fora_topicproposal_topics (
    id bigint NOT NULL,
    topicproposal_id bigint NOT NULL,
    topic_id character varying(50) NOT NULL
);
ALTER TABLE public.fora_topicproposal_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fora_topicproposal_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_account (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    role character varying(20) NOT NULL,
    kind character varying(12) NOT NULL,
    contribution_kind character varying(20) NOT NULL,
    floor bigint NOT NULL,
    ceiling bigint NOT NULL,
    agreement_id bigint,
    currency_id character varying(3) NOT NULL,
    donor_id bigint,
    earmark_id bigint,
    fund_id bigint NOT NULL,
    project_id bigint,
    CONSTRAINT fund_account_kind CHECK (((kind)::text = ANY ((ARRAY['asset'::character varying, 'liability'::character varying, 'net_assets'::character varying, 'income'::character varying, 'expense'::character varying, 'memorandum'::character varying])::text[])))
);
ALTER TABLE public.fund_account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_accountbalance (
    account_id bigint NOT NULL,
    amount bigint NOT NULL,
    floor bigint NOT NULL,
    ceiling bigint NOT NULL,
    leg_count bigint NOT NULL,
    last_entry bigint NOT NULL,
    CONSTRAINT fund_balance_ceiling CHECK ((amount <= ceiling)),
    CONSTRAINT fund_balance_floor CHECK ((amount >= floor))
);
CREATE TABLE public.fund_accountturnover (
    year smallint NOT NULL,
    kind character varying(20) NOT NULL,
    debit bigint NOT NULL,
    credit bigint NOT NULL,
    leg_count bigint NOT NULL,
    account_id bigint NOT NULL,
    CONSTRAINT fund_accountturnover_year_check CHECK ((year >= 0))
);
CREATE TABLE public.fund_agreement (
    id bigint NOT NULL,
    reference character varying(80) NOT NULL,
    kind character varying(20) NOT NULL,
    amount bigint NOT NULL,
    signed_on date NOT NULL,
    purpose text NOT NULL,
    language character varying(2) NOT NULL,
    stipulation character varying(12) NOT NULL,
    icr_rate numeric(5,4) NOT NULL,
    icr_exemption character varying(500) NOT NULL,
    is_demonstration boolean NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id bigint NOT NULL,
    currency_id character varying(3) NOT NULL,
    donor_id bigint NOT NULL,
    earmark_id bigint,
    fund_id bigint NOT NULL,
    pledge_id bigint,
    CONSTRAINT fund_agreement_icr_or_reason CHECK ((((icr_rate > (0)::numeric) AND (icr_rate < (1)::numeric)) OR ((icr_rate = (0)::numeric) AND (NOT ((icr_exemption)::text = ''::text))))),
    CONSTRAINT fund_agreement_is_positive CHECK ((amount > 0))
);
ALTER TABLE public.fund_agreement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_agreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_agreementevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    reference character varying(80) NOT NULL,
    kind character varying(20) NOT NULL,
    amount bigint NOT NULL,
    signed_on date NOT NULL,
    purpose text NOT NULL,
    language character varying(2) NOT NULL,
    stipulation character varying(12) NOT NULL,
    icr_rate numeric(5,4) NOT NULL,
    icr_exemption character varying(500) NOT NULL,
    is_demonstration boolean NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    currency_id character varying(3) NOT NULL,
    donor_id bigint NOT NULL,
    earmark_id bigint,
    fund_id bigint NOT NULL,
    pledge_id bigint
);
ALTER TABLE public.fund_agreementevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_agreementevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_attachment (
    id bigint NOT NULL,
    public_id uuid NOT NULL,
    name character varying(200) NOT NULL,
    file character varying(100) NOT NULL,
    sha256 character varying(64) NOT NULL,
    kind character varying(100) NOT NULL,
    size bigint NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    draft_id bigint,
    agreement_id bigint,
    CONSTRAINT fund_attachment_of_one CHECK ((((agreement_id IS NULL) AND (draft_id IS NOT NULL)) OR ((agreement_id IS NOT NULL) AND (draft_id IS NULL))))
);
ALTER TABLE public.fund_attachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_bankfile (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    sha256 character varying(64) NOT NULL,
    read_at timestamp with time zone NOT NULL,
    read_by_id bigint NOT NULL,
    currency_id character varying(3) NOT NULL,
    fund_id bigint NOT NULL
);
ALTER TABLE public.fund_bankfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_bankfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_bankline (
    id bigint NOT NULL,
    "row" integer NOT NULL,
    booked_on date NOT NULL,
    amount bigint NOT NULL,
    text character varying(500) NOT NULL,
    reference character varying(140) NOT NULL,
    state character varying(10) NOT NULL,
    reason character varying(500) NOT NULL,
    decided_at timestamp with time zone,
    decided_by_id bigint,
    file_id bigint NOT NULL,
    entry_id bigint,
    CONSTRAINT fund_bank_line_decided CHECK ((((entry_id IS NULL) AND ((state)::text = 'open'::text)) OR ((decided_by_id IS NOT NULL) AND (entry_id IS NOT NULL) AND ((state)::text = 'matched'::text)) OR ((decided_by_id IS NOT NULL) AND (entry_id IS NULL) AND ((state)::text = 'set_aside'::text) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT fund_bank_line_moves CHECK ((NOT (amount = 0))),
    CONSTRAINT fund_bankline_row_check CHECK (("row" >= 0))
);
ALTER TABLE public.fund_bankline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_bankline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_currency (
    code character varying(3) NOT NULL,
    exponent smallint NOT NULL,
    CONSTRAINT fund_currency_code CHECK (((code)::text ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT fund_currency_exponent CHECK ((exponent <= 4)),
    CONSTRAINT fund_currency_exponent_check CHECK ((exponent >= 0))
);
CREATE TABLE public.fund_donor (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    name character varying(250) NOT NULL,
    name_language character varying(2) NOT NULL,
    is_demonstration boolean NOT NULL,
    organization_id bigint,
    state_id character varying(2),
    CONSTRAINT fund_donor_is_someone CHECK (((((kind)::text = 'state'::text) AND (state_id IS NOT NULL)) OR (((kind)::text = 'organization'::text) AND (organization_id IS NOT NULL))))
);
ALTER TABLE public.fund_donor ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_donor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.fund_draftentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_draftentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_draftstep (
    id bigint NOT NULL,
    step character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(500) NOT NULL,
    content_hash bytea NOT NULL,
    by_id bigint NOT NULL,
    draft_id bigint NOT NULL
);
ALTER TABLE public.fund_draftstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_draftstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_earmark (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    state_id character varying(2),
    topic_id character varying(50),
    project_id bigint,
    CONSTRAINT fund_earmark_names_one CHECK (((((kind)::text = 'topic'::text) AND (project_id IS NULL) AND (state_id IS NULL) AND (topic_id IS NOT NULL)) OR (((kind)::text = 'project'::text) AND (project_id IS NOT NULL) AND (state_id IS NULL) AND (topic_id IS NULL)) OR (((kind)::text = 'state'::text) AND (project_id IS NULL) AND (state_id IS NOT NULL) AND (topic_id IS NULL))))
);
ALTER TABLE public.fund_earmark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_earmark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_entry (
    kind character varying(20) NOT NULL,
    event_on date NOT NULL,
    description character varying(500) NOT NULL,
    language character varying(2) NOT NULL,
    party character varying(250) NOT NULL,
    valuation character varying(500) NOT NULL,
    rate numeric(20,10),
    rate_source character varying(200) NOT NULL,
    rate_on date,
    is_memorandum boolean NOT NULL,
    is_demonstration boolean NOT NULL,
    number bigint NOT NULL,
    booked_on date NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    leg_count smallint NOT NULL,
    draft_hash bytea NOT NULL,
    idempotency_key uuid NOT NULL,
    request_hash bytea NOT NULL,
    prev_hash bytea NOT NULL,
    hash bytea NOT NULL,
    agreement_id bigint,
    approved_by_id bigint NOT NULL,
    donor_id bigint,
    draft_id bigint NOT NULL,
    prepared_by_id bigint NOT NULL,
    reverses_id bigint,
    fund_id bigint NOT NULL,
    period_id bigint NOT NULL,
    project_id bigint,
    CONSTRAINT fund_entry_booked_after_event CHECK ((booked_on >= event_on)),
    CONSTRAINT fund_entry_counts_from_one CHECK ((number >= 1)),
    CONSTRAINT fund_entry_exchange_has_rate CHECK (((NOT ((kind)::text = 'exchange'::text)) OR ((rate > (0)::numeric) AND (rate IS NOT NULL) AND (rate_on IS NOT NULL) AND (NOT ((rate_source)::text = ''::text))))),
    CONSTRAINT fund_entry_four_eyes CHECK ((NOT (approved_by_id = prepared_by_id))),
    CONSTRAINT fund_entry_in_kind_is_valued CHECK (((NOT ((kind)::text = 'in_kind'::text)) OR (is_memorandum AND (NOT ((valuation)::text = ''::text))))),
    CONSTRAINT fund_entry_leg_count_check CHECK ((leg_count >= 0)),
    CONSTRAINT fund_entry_reversal_names_entry CHECK (((((kind)::text = 'reversal'::text) AND (reverses_id IS NOT NULL)) OR ((NOT ((kind)::text = 'reversal'::text)) AND (reverses_id IS NULL)))),
    CONSTRAINT fund_entry_two_legs CHECK ((leg_count >= 2))
);
CREATE TABLE public.fund_fund (
    id bigint NOT NULL,
    code character varying(30) NOT NULL,
    name character varying(200) NOT NULL,
    name_en character varying(200),
    name_es character varying(200),
    name_fr character varying(200),
    name_pt character varying(200),
    base_currency_id character varying(3) NOT NULL
);
ALTER TABLE public.fund_fund ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_fund_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_ledgerhead (
    id smallint NOT NULL,
    number bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT fund_head_is_one CHECK ((id = 1)),
    CONSTRAINT fund_ledgerhead_id_check CHECK ((id >= 0))
);
CREATE TABLE public.fund_leg (
    n smallint NOT NULL,
    leg_count smallint NOT NULL,
    amount bigint NOT NULL,
    booked_on date NOT NULL,
    account_id bigint NOT NULL,
    currency_id character varying(3) NOT NULL,
    entry_id bigint NOT NULL,
    CONSTRAINT fund_leg_amount CHECK (((amount >= '-1000000000000000'::bigint) AND (amount <= '1000000000000000'::bigint) AND (NOT (amount = 0)))),
    CONSTRAINT fund_leg_leg_count_check CHECK ((leg_count >= 0)),
    CONSTRAINT fund_leg_n_check CHECK ((n >= 0)),
    CONSTRAINT fund_leg_slot CHECK (((n >= 1) AND (n <= leg_count)))
);
CREATE TABLE public.fund_period (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state character varying(10) NOT NULL,
    closed_at timestamp with time zone,
    is_certified boolean NOT NULL,
    certified_by character varying(200) NOT NULL,
    closed_by_id bigint,
    CONSTRAINT fund_period_certified_when_closed CHECK (((NOT is_certified) OR (((state)::text = 'closed'::text) AND (NOT ((certified_by)::text = ''::text))))),
    CONSTRAINT fund_period_closed_by_someone CHECK ((((closed_at IS NULL) AND (closed_by_id IS NULL) AND ((state)::text = 'open'::text)) OR ((closed_at IS NOT NULL) AND (closed_by_id IS NOT NULL) AND ((state)::text = 'closed'::text)))),
    CONSTRAINT fund_period_span CHECK ((ends_on >= starts_on))
);
ALTER TABLE public.fund_period ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_period_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_pledge (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    amount bigint NOT NULL,
    announced_on date NOT NULL,
    source character varying(500) NOT NULL,
    state character varying(10) NOT NULL,
    is_demonstration boolean NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    currency_id character varying(3) NOT NULL,
    donor_id bigint NOT NULL,
    fund_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT fund_pledge_is_positive CHECK ((amount > 0))
);
ALTER TABLE public.fund_pledge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_pledge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_pledgeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    amount bigint NOT NULL,
    announced_on date NOT NULL,
    source character varying(500) NOT NULL,
    state character varying(10) NOT NULL,
    is_demonstration boolean NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    currency_id character varying(3) NOT NULL,
    donor_id bigint NOT NULL,
    fund_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL
);
ALTER TABLE public.fund_pledgeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_pledgeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_project (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    identifier character varying(20) NOT NULL,
    title character varying(200) NOT NULL,
    title_en character varying(200),
    title_es character varying(200),
    title_fr character varying(200),
    title_pt character varying(200),
    summary text NOT NULL,
    summary_en text,
    summary_es text,
    summary_fr text,
    summary_pt text,
    implementer character varying(250) NOT NULL,
    state character varying(10) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    practices jsonb NOT NULL,
    is_demonstration boolean NOT NULL,
    fund_id bigint NOT NULL,
    CONSTRAINT fund_project_span CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE public.fund_project ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_project_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_project_states (
    id bigint NOT NULL,
    project_id bigint NOT NULL,
    memberstate_id character varying(2) NOT NULL
);
ALTER TABLE public.fund_project_states ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_project_states_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_project_topics (
    id bigint NOT NULL,
    project_id bigint NOT NULL,
    topic_id character varying(50) NOT NULL
);
ALTER TABLE public.fund_project_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_project_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_projectevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    identifier character varying(20) NOT NULL,
    title character varying(200) NOT NULL,
    summary text NOT NULL,
    implementer character varying(250) NOT NULL,
    state character varying(10) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    practices jsonb NOT NULL,
    is_demonstration boolean NOT NULL,
    fund_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);
ALTER TABLE public.fund_projectevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fund_projectevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fund_sentform (
    key uuid NOT NULL,
    led_to character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL
);
CREATE TABLE public.fund_snapshot (
    amount bigint NOT NULL,
    account_id bigint NOT NULL,
    period_id bigint NOT NULL
);
CREATE UNLOGGED TABLE public.fund_waiting (
    ticket integer NOT NULL,
    draft bigint,
    approver bigint,
    hash bytea,
    key uuid,
    request bytea
);
CREATE UNLOGGED SEQUENCE public.fund_waiting_ticket_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.fund_waiting_ticket_seq OWNED BY public.fund_waiting.ticket;
CREATE TABLE public.imports_import (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(50) NOT NULL,
    origin character varying(10) NOT NULL,
    source_id bigint,
    owner character varying(40) NOT NULL,
    language character varying(2) NOT NULL,
    options jsonb NOT NULL,
    state character varying(10) NOT NULL,
    file character varying(100) NOT NULL,
    file_name character varying(200) NOT NULL,
    media_type character varying(100) NOT NULL,
    fault jsonb NOT NULL,
    notes jsonb NOT NULL,
    rows_all integer NOT NULL,
    rows_done integer NOT NULL,
    started_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    ended_at timestamp with time zone,
    by_id bigint,
    CONSTRAINT imports_import_rows_all_check CHECK ((rows_all >= 0)),
    CONSTRAINT imports_import_rows_done_check CHECK ((rows_done >= 0))
);
ALTER TABLE public.imports_import ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.imports_importrow (
    id bigint NOT NULL,
    number integer NOT NULL,
    key character varying(200) NOT NULL,
    title character varying(200) NOT NULL,
    "values" jsonb NOT NULL,
    faults jsonb NOT NULL,
    verdict character varying(10) NOT NULL,
    outcome character varying(10) NOT NULL,
    object_id bigint,
    batch_id bigint NOT NULL,
    CONSTRAINT imports_importrow_number_check CHECK ((number >= 0))
);
ALTER TABLE public.imports_importrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_importrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.imports_sourcelink (
    id bigint NOT NULL,
    kind character varying(50) NOT NULL,
    owner character varying(40) NOT NULL,
    key character varying(200) NOT NULL,
    object_id bigint NOT NULL,
    source_id bigint,
    digest character varying(64) NOT NULL,
    base jsonb NOT NULL,
    kept jsonb NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    missing_since date
);
ALTER TABLE public.imports_sourcelink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_sourcelink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.l10n_glossaryterm (
    id bigint NOT NULL,
    key character varying(80) NOT NULL,
    en character varying(250) NOT NULL,
    es character varying(250) NOT NULL,
    fr character varying(250) NOT NULL,
    pt character varying(250) NOT NULL,
    keep boolean NOT NULL,
    attested character varying(2)[] NOT NULL,
    note text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id bigint
);
ALTER TABLE public.l10n_glossaryterm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.l10n_glossaryterm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.l10n_memorysegment (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    target_language character varying(2) NOT NULL,
    source_hash character varying(64) NOT NULL,
    source text NOT NULL,
    text text NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    approved_by_id bigint,
    translation_id bigint
);
ALTER TABLE public.l10n_memorysegment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.l10n_memorysegment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.l10n_providercircuit (
    provider character varying(30) NOT NULL,
    failures integer NOT NULL,
    open_until timestamp with time zone,
    reason character varying(20) NOT NULL,
    error character varying(300) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT l10n_providercircuit_failures_check CHECK ((failures >= 0))
);
CREATE TABLE public.l10n_providermonth (
    id bigint NOT NULL,
    provider character varying(30) NOT NULL,
    month date NOT NULL,
    characters bigint NOT NULL
);
ALTER TABLE public.l10n_providermonth ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.l10n_providermonth_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.l10n_suggestion (
    id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    source_hash character varying(64) NOT NULL,
    state character varying(10) NOT NULL,
    decided_at timestamp with time zone,
    by_id bigint,
    decided_by_id bigint,
    translation_id bigint NOT NULL
);
ALTER TABLE public.l10n_suggestion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.l10n_suggestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.l10n_translation (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    object_key character varying(50) NOT NULL,
    field character varying(40) NOT NULL,
    root character varying(91) NOT NULL,
    source_language character varying(2) NOT NULL,
    target_language character varying(2) NOT NULL,
    is_readable boolean NOT NULL,
    is_public boolean NOT NULL,
    source_hash character varying(64) NOT NULL,
    source_text text NOT NULL,
    newer_hash character varying(64) NOT NULL,
    newer_text text NOT NULL,
    text text NOT NULL,
    draft text NOT NULL,
    draft_hash character varying(64) NOT NULL,
    origin character varying(10) NOT NULL,
    engine character varying(30) NOT NULL,
    version character varying(120) NOT NULL,
    glossary_hash character varying(64) NOT NULL,
    confidence double precision,
    flags character varying(40)[] NOT NULL,
    characters integer NOT NULL,
    charged jsonb NOT NULL,
    state character varying(20) NOT NULL,
    reason character varying(20) NOT NULL,
    error character varying(300) NOT NULL,
    attempts smallint NOT NULL,
    due_at timestamp with time zone,
    taken_until timestamp with time zone,
    token uuid,
    waiting_since timestamp with time zone NOT NULL,
    claimed_until timestamp with time zone,
    approved_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    approved_by_id bigint,
    claimed_by_id bigint,
    country_id character varying(2),
    draft_by_id bigint,
    CONSTRAINT l10n_translation_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT l10n_translation_characters_check CHECK ((characters >= 0))
);
ALTER TABLE public.l10n_translation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.l10n_translation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.l10n_translationstep (
    id bigint NOT NULL,
    step character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    text text NOT NULL,
    source_hash character varying(64) NOT NULL,
    reason text NOT NULL,
    by_id bigint,
    translation_id bigint NOT NULL
);
ALTER TABLE public.l10n_translationstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.l10n_translationstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.moderation_appeal (
    id bigint NOT NULL,
    text text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    decided_at timestamp with time zone,
    answer text NOT NULL,
    by_id bigint,
    decided_by_id bigint,
    action_id bigint NOT NULL
);
ALTER TABLE public.moderation_appeal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.moderation_appeal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.moderation_flag (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    object_id bigint NOT NULL,
    scope character varying(40) NOT NULL,
    reason character varying(20) NOT NULL,
    text text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    reporter_id bigint,
    case_id bigint NOT NULL
);
ALTER TABLE public.moderation_flag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.moderation_flag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.moderation_moderationaction (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    object_id bigint NOT NULL,
    scope character varying(40) NOT NULL,
    verb character varying(10) NOT NULL,
    reason character varying(20) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    details jsonb NOT NULL,
    author_id bigint,
    by_id bigint,
    case_id bigint
);
ALTER TABLE public.moderation_moderationaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.moderation_moderationaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.moderation_moderationcase (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    object_id bigint NOT NULL,
    scope character varying(40) NOT NULL,
    state character varying(10) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    claimed_at timestamp with time zone,
    closed_at timestamp with time zone,
    outcome character varying(10) NOT NULL,
    claimed_by_id bigint,
    closed_by_id bigint
);
ALTER TABLE public.moderation_moderationcase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.moderation_moderationcase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.moderation_sanction (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    scope character varying(40) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    lifted_at timestamp with time zone,
    action_id bigint NOT NULL,
    lifted_by_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT moderation_sanction_ends_later CHECK (((ends_at IS NULL) OR (ends_at > starts_at)))
);
ALTER TABLE public.moderation_sanction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.moderation_sanction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_accountmail (
    id bigint NOT NULL,
    kind character varying(30) NOT NULL,
    address character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    about bigint,
    made_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    user_id bigint
);
ALTER TABLE public.network_accountmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_accountmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_answeredrequest (
    id bigint NOT NULL,
    key character varying(200) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    location character varying(300) NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.network_answeredrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_answeredrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_apitoken (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    scope character varying(5) NOT NULL,
    token_hash character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    user_id bigint NOT NULL,
    CONSTRAINT network_token_ends_after_start CHECK ((expires_at > made_at))
);
ALTER TABLE public.network_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_apitokenevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    scope character varying(5) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.network_apitokenevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_apitokenevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_emailchange (
    id bigint NOT NULL,
    old_email character varying(254) NOT NULL,
    new_email character varying(254) NOT NULL,
    nonce uuid NOT NULL,
    old_token_hash character varying(64) NOT NULL,
    new_token_hash character varying(64) NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    old_confirmed_at timestamp with time zone,
    new_confirmed_at timestamp with time zone,
    closed_at timestamp with time zone,
    user_id bigint NOT NULL
);
ALTER TABLE public.network_emailchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_emailchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_handover (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    successor_name character varying(150) NOT NULL,
    successor_email character varying(254) NOT NULL,
    successor_language character varying(2) NOT NULL,
    letter character varying(100) NOT NULL,
    letter_sha256 character varying(64) NOT NULL,
    state character varying(10) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    reason character varying(500) NOT NULL,
    completed_at timestamp with time zone,
    decided_by_id bigint,
    grant_id bigint NOT NULL,
    started_by_id bigint NOT NULL,
    invitation_id bigint
);
ALTER TABLE public.network_handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_iccssection (
    code character varying(2) NOT NULL,
    name character varying(200) NOT NULL,
    name_en character varying(200),
    name_es character varying(200),
    name_fr character varying(200),
    name_pt character varying(200)
);
CREATE TABLE public.network_invitation (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    role character varying(20) NOT NULL,
    role_language character varying(2),
    is_principal boolean NOT NULL,
    ends_at timestamp with time zone,
    language character varying(2) NOT NULL,
    full_name character varying(150) NOT NULL,
    reason character varying(500) NOT NULL,
    nonce uuid NOT NULL,
    token_hash character varying(64) NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    invited_by_id bigint,
    organization_id bigint,
    revoked_by_id bigint,
    state_id character varying(2),
    used_by_id bigint,
    CONSTRAINT network_invitation_used_by_someone CHECK (((used_at IS NULL) OR (used_by_id IS NOT NULL)))
);
ALTER TABLE public.network_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_membership (
    id bigint NOT NULL,
    "position" character varying(150) NOT NULL,
    since_on date,
    user_id bigint NOT NULL,
    organization_id bigint NOT NULL
);
ALTER TABLE public.network_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_memberstate (
    iso2 character varying(2) NOT NULL,
    iso3 character varying(3) NOT NULL,
    name character varying(100) NOT NULL,
    name_en character varying(100),
    name_es character varying(100),
    name_fr character varying(100),
    name_pt character varying(100),
    region character varying(20) NOT NULL,
    groups character varying(20)[] NOT NULL,
    joined_year smallint NOT NULL,
    languages character varying(2)[] NOT NULL,
    status character varying(20) NOT NULL,
    office_id bigint,
    CONSTRAINT network_memberstate_joined_year_check CHECK ((joined_year >= 0))
);
CREATE TABLE public.network_organization (
    id bigint NOT NULL,
    name character varying(250) NOT NULL,
    name_language character varying(2) NOT NULL,
    kind character varying(20) NOT NULL,
    website character varying(200) NOT NULL,
    is_verified boolean NOT NULL,
    is_demonstration boolean NOT NULL,
    state_id character varying(2)
);
ALTER TABLE public.network_organization ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_organization_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_registrationrequest (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    full_name character varying(150) NOT NULL,
    language character varying(2) NOT NULL,
    organization_name character varying(250) NOT NULL,
    organization_kind character varying(20) NOT NULL,
    organization_website character varying(200) NOT NULL,
    "position" character varying(150) NOT NULL,
    motivation text NOT NULL,
    state character varying(10) NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    reason character varying(500) NOT NULL,
    decided_by_id bigint,
    invitation_id bigint,
    organization_id bigint,
    organization_state_id character varying(2)
);
ALTER TABLE public.network_registrationrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_registrationrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_rolegrant (
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    language character varying(2),
    is_principal boolean NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    reason character varying(500) NOT NULL,
    revoked_at timestamp with time zone,
    revoked_reason character varying(500) NOT NULL,
    granted_by_id bigint,
    organization_id bigint,
    revoked_by_id bigint,
    state_id character varying(2),
    user_id bigint NOT NULL,
    attestation_due_on date,
    attested_at timestamp with time zone,
    CONSTRAINT network_grant_ends_after_start CHECK (((ends_at IS NULL) OR (ends_at > starts_at))),
    CONSTRAINT network_grant_names_language CHECK (((NOT ((role)::text = 'reviser'::text)) OR (language IS NOT NULL))),
    CONSTRAINT network_grant_names_organization CHECK (((NOT ((role)::text = 'provider_editor'::text)) OR (organization_id IS NOT NULL))),
    CONSTRAINT network_grant_names_state CHECK (((NOT ((role)::text = ANY ((ARRAY['contributor'::character varying, 'focal_point'::character varying])::text[]))) OR (state_id IS NOT NULL)))
);
ALTER TABLE public.network_rolegrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_rolegrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_rolegrantevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    language character varying(2),
    is_principal boolean NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    reason character varying(500) NOT NULL,
    revoked_at timestamp with time zone,
    revoked_reason character varying(500) NOT NULL,
    granted_by_id bigint,
    organization_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    revoked_by_id bigint,
    state_id character varying(2),
    user_id bigint NOT NULL,
    attestation_due_on date,
    attested_at timestamp with time zone
);
ALTER TABLE public.network_rolegrantevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_rolegrantevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_statestatusperiod (
    id bigint NOT NULL,
    status character varying(20) NOT NULL,
    since_on date,
    note text NOT NULL,
    source text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id bigint,
    state_id character varying(2) NOT NULL
);
ALTER TABLE public.network_statestatusperiod ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_statestatusperiod_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_topic (
    slug character varying(50) NOT NULL,
    name character varying(120) NOT NULL,
    name_en character varying(120),
    name_es character varying(120),
    name_fr character varying(120),
    name_pt character varying(120),
    description text NOT NULL,
    description_en text,
    description_es text,
    description_fr text,
    description_pt text,
    "position" smallint NOT NULL,
    parent_id character varying(50),
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    CONSTRAINT network_topic_position_check CHECK (("position" >= 0))
);
CREATE TABLE public.network_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    email character varying(254) NOT NULL,
    full_name character varying(150) NOT NULL,
    language character varying(2) NOT NULL,
    time_zone character varying(50) NOT NULL,
    is_active boolean NOT NULL,
    is_staff boolean NOT NULL,
    is_demonstration boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    photo character varying(100) NOT NULL
);
CREATE TABLE public.network_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.network_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.network_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.network_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.notifications_announcement (
    id bigint NOT NULL,
    title character varying(150) NOT NULL,
    title_en character varying(150),
    title_es character varying(150),
    title_fr character varying(150),
    title_pt character varying(150),
    text text NOT NULL,
    text_en text,
    text_es text,
    text_fr text,
    text_pt text,
    roles character varying(20)[] NOT NULL,
    state character varying(10) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    recipient_count integer NOT NULL,
    approved_by_id bigint,
    author_id bigint NOT NULL,
    CONSTRAINT announcement_second_person CHECK (((approved_by_id IS NULL) OR (NOT ((approved_by_id = author_id) AND (approved_by_id IS NOT NULL))))),
    CONSTRAINT announcement_sent_was_approved CHECK (((NOT ((state)::text = 'sent'::text)) OR ((approved_by_id IS NOT NULL) AND (sent_at IS NOT NULL)))),
    CONSTRAINT notifications_announcement_recipient_count_check CHECK ((recipient_count >= 0))
);
ALTER TABLE public.notifications_announcement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notifications_announcement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.notifications_announcement_states (
    id bigint NOT NULL,
    announcement_id bigint NOT NULL,
    memberstate_id character varying(2) NOT NULL
);
ALTER TABLE public.notifications_announcement_states ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notifications_announcement_states_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.notifications_canary (
    queue character varying(20) NOT NULL,
    sent_at timestamp with time zone,
    returned_at timestamp with time zone
);
CREATE TABLE public.notifications_digest (
    id bigint NOT NULL,
    channel character varying(10) NOT NULL,
    key character varying(200) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    recipient_id bigint NOT NULL
);
ALTER TABLE public.notifications_digest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notifications_digest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.notifications_mailsettings (
    id bigint NOT NULL,
    digest_hour smallint NOT NULL,
    digest_weekday smallint NOT NULL,
    paused_until timestamp with time zone,
    bounced_at timestamp with time zone,
    bounced_address character varying(254) NOT NULL,
    bounce_reason character varying(200) NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT notifications_mailsettings_digest_hour_check CHECK ((digest_hour >= 0)),
    CONSTRAINT notifications_mailsettings_digest_weekday_check CHECK ((digest_weekday >= 0))
);
ALTER TABLE public.notifications_mailsettings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notifications_mailsettings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.notifications_notification (
    id bigint NOT NULL,
    verb character varying(100) NOT NULL,
    about_id character varying(40) NOT NULL,
    context jsonb NOT NULL,
    once character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    channel character varying(10) NOT NULL,
    mailed_at timestamp with time zone,
    mail_note character varying(200) NOT NULL,
    about_type_id integer NOT NULL,
    actor_id bigint,
    digest_id bigint,
    recipient_id bigint NOT NULL
);
ALTER TABLE public.notifications_notification ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notifications_notification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.notifications_outboxentry (
    id bigint NOT NULL,
    queue character varying(20) NOT NULL,
    task character varying(100) NOT NULL,
    args jsonb NOT NULL,
    dedupe_key character varying(200) NOT NULL,
    state character varying(10) NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    next_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    attempts smallint NOT NULL,
    lease_until timestamp with time zone,
    token uuid,
    publish_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    publishes smallint NOT NULL,
    error character varying(500) NOT NULL,
    done_at timestamp with time zone,
    kind character varying(100) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT notifications_outboxentry_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT notifications_outboxentry_publishes_check CHECK ((publishes >= 0))
);
ALTER TABLE public.notifications_outboxentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notifications_outboxentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.notifications_preference (
    id bigint NOT NULL,
    verb character varying(100) NOT NULL,
    about_id character varying(40) NOT NULL,
    frequency character varying(10) NOT NULL,
    about_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT preference_of_something CHECK ((NOT (((about_id)::text = ''::text) AND ((verb)::text = ''::text))))
);
ALTER TABLE public.notifications_preference ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notifications_preference_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);
CREATE TABLE public.practices_adaptation (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    state character varying(20) NOT NULL,
    title character varying(200) NOT NULL,
    title_en character varying(200),
    title_es character varying(200),
    title_fr character varying(200),
    title_pt character varying(200),
    places character varying(300) NOT NULL,
    places_en character varying(300),
    places_es character varying(300),
    places_fr character varying(300),
    places_pt character varying(300),
    started_on character varying(10) NOT NULL,
    ended_on character varying(10) NOT NULL,
    is_ongoing boolean NOT NULL,
    kept text NOT NULL,
    kept_en text,
    kept_es text,
    kept_fr text,
    kept_pt text,
    changed text NOT NULL,
    changed_en text,
    changed_es text,
    changed_fr text,
    changed_pt text,
    result text NOT NULL,
    result_en text,
    result_es text,
    result_fr text,
    result_pt text,
    contact_unit character varying(200) NOT NULL,
    contact_unit_en character varying(200),
    contact_unit_es character varying(200),
    contact_unit_fr character varying(200),
    contact_unit_pt character varying(200),
    revision integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    published_at timestamp with time zone,
    is_demonstration boolean NOT NULL,
    author_id bigint NOT NULL,
    changed_by_id bigint,
    country_id character varying(2) NOT NULL,
    organization_id bigint,
    origin_id bigint NOT NULL,
    resulting_practice_id bigint,
    CONSTRAINT practice_adaptation_of_another CHECK (((resulting_practice_id IS NULL) OR (NOT ((resulting_practice_id = origin_id) AND (resulting_practice_id IS NOT NULL))))),
    CONSTRAINT practice_adaptation_one_end CHECK (((NOT is_ongoing) OR ((ended_on)::text = ''::text))),
    CONSTRAINT practice_adaptation_public_when CHECK (((NOT ((state)::text = 'published'::text)) OR (published_at IS NOT NULL))),
    CONSTRAINT practices_adaptation_revision_check CHECK ((revision >= 0))
);
ALTER TABLE public.practices_adaptation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_adaptation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_adaptation_topics (
    id bigint NOT NULL,
    adaptation_id bigint NOT NULL,
    topic_id character varying(50) NOT NULL
);
ALTER TABLE public.practices_adaptation_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_adaptation_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_adaptationstep (
    id bigint NOT NULL,
    verb character varying(20) NOT NULL,
    from_state character varying(20) NOT NULL,
    to_state character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    comment text NOT NULL,
    adaptation_id bigint NOT NULL,
    by_id bigint NOT NULL
);
ALTER TABLE public.practices_adaptationstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_adaptationstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_buildingblock (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    "position" smallint NOT NULL,
    name character varying(150) NOT NULL,
    name_en character varying(150),
    name_es character varying(150),
    name_fr character varying(150),
    name_pt character varying(150),
    description text NOT NULL,
    description_en text,
    description_es text,
    description_fr text,
    description_pt text,
    enabled_by text NOT NULL,
    enabled_by_en text,
    enabled_by_es text,
    enabled_by_fr text,
    enabled_by_pt text,
    learned text NOT NULL,
    learned_en text,
    learned_es text,
    learned_fr text,
    learned_pt text,
    practice_id bigint NOT NULL,
    translation_marks jsonb NOT NULL,
    revises_id bigint,
    CONSTRAINT practices_buildingblock_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.practices_buildingblock ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_buildingblock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_evaluation (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    "position" smallint NOT NULL,
    design character varying(20) NOT NULL,
    evaluator character varying(200) NOT NULL,
    is_independent boolean NOT NULL,
    year smallint,
    document_url character varying(200) NOT NULL,
    finding text NOT NULL,
    finding_en text,
    finding_es text,
    finding_fr text,
    finding_pt text,
    practice_id bigint NOT NULL,
    translation_marks jsonb NOT NULL,
    revises_id bigint,
    CONSTRAINT practices_evaluation_position_check CHECK (("position" >= 0)),
    CONSTRAINT practices_evaluation_year_check CHECK ((year >= 0))
);
ALTER TABLE public.practices_evaluation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_evaluation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_fieldcomment (
    id bigint NOT NULL,
    section character varying(20) NOT NULL,
    field character varying(40) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    is_sent boolean NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    by_id bigint NOT NULL,
    practice_id bigint NOT NULL
);
ALTER TABLE public.practices_fieldcomment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_fieldcomment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_identifiersequence (
    year smallint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT practices_identifiersequence_last_check CHECK ((last >= 0)),
    CONSTRAINT practices_identifiersequence_year_check CHECK ((year >= 0))
);
CREATE TABLE public.practices_material (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    "position" smallint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(6) NOT NULL,
    title character varying(200) NOT NULL,
    title_en character varying(200),
    title_es character varying(200),
    title_fr character varying(200),
    title_pt character varying(200),
    alternative_text character varying(300) NOT NULL,
    alternative_text_en character varying(300),
    alternative_text_es character varying(300),
    alternative_text_fr character varying(300),
    alternative_text_pt character varying(300),
    document_language character varying(2) NOT NULL,
    url character varying(500) NOT NULL,
    file character varying(100) NOT NULL,
    file_name character varying(200) NOT NULL,
    media_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    extraction_state character varying(10) NOT NULL,
    extracted_text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    uploaded_by_id bigint,
    practice_id bigint NOT NULL,
    translation_marks jsonb NOT NULL,
    revises_id bigint,
    CONSTRAINT material_is_file_or_link CHECK (((((file)::text = ''::text) AND ((kind)::text = 'link'::text) AND (NOT ((url)::text = ''::text))) OR ((NOT ((kind)::text = 'link'::text)) AND (NOT ((file)::text = ''::text))))),
    CONSTRAINT practices_material_position_check CHECK (("position" >= 0)),
    CONSTRAINT practices_material_size_check CHECK ((size >= 0))
);
ALTER TABLE public.practices_material ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_material_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_outcome (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    "position" smallint NOT NULL,
    indicator character varying(250) NOT NULL,
    indicator_en character varying(250),
    indicator_es character varying(250),
    indicator_fr character varying(250),
    indicator_pt character varying(250),
    unit character varying(10) NOT NULL,
    unit_name character varying(80) NOT NULL,
    unit_name_en character varying(80),
    unit_name_es character varying(80),
    unit_name_fr character varying(80),
    unit_name_pt character varying(80),
    baseline numeric(18,4),
    result numeric(18,4),
    measured_from character varying(10) NOT NULL,
    measured_until character varying(10) NOT NULL,
    finding text NOT NULL,
    finding_en text,
    finding_es text,
    finding_fr text,
    finding_pt text,
    source character varying(300) NOT NULL,
    source_en character varying(300),
    source_es character varying(300),
    source_fr character varying(300),
    source_pt character varying(300),
    disaggregation character varying(300) NOT NULL,
    disaggregation_en character varying(300),
    disaggregation_es character varying(300),
    disaggregation_fr character varying(300),
    disaggregation_pt character varying(300),
    practice_id bigint NOT NULL,
    translation_marks jsonb NOT NULL,
    revises_id bigint,
    direction character varying(8) DEFAULT ''::character varying NOT NULL,
    strength character varying(12) DEFAULT ''::character varying NOT NULL,
    studies character varying(7) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT practices_outcome_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.practices_outcome ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_outcome_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_partner (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    "position" smallint NOT NULL,
    name character varying(200) NOT NULL,
    sector character varying(20) NOT NULL,
    practice_id bigint NOT NULL,
    translation_marks jsonb NOT NULL,
    revises_id bigint,
    CONSTRAINT practices_partner_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.practices_partner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_partner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_practice (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    uuid uuid NOT NULL,
    identifier character varying(16),
    state character varying(20) NOT NULL,
    depth character varying(10) NOT NULL,
    provenance character varying(20) NOT NULL,
    revision integer NOT NULL,
    version smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    published_at timestamp with time zone,
    is_demonstration boolean NOT NULL,
    title character varying(200) NOT NULL,
    title_en character varying(200),
    title_es character varying(200),
    title_fr character varying(200),
    title_pt character varying(200),
    title_language character varying(2) NOT NULL,
    summary text NOT NULL,
    summary_en text,
    summary_es text,
    summary_fr text,
    summary_pt text,
    prevention_level character varying(10) NOT NULL,
    population_reach character varying(10) NOT NULL,
    approaches character varying(15)[] NOT NULL,
    is_classification_confirmed boolean NOT NULL,
    scale character varying(12) NOT NULL,
    places character varying(300) NOT NULL,
    places_en character varying(300),
    places_es character varying(300),
    places_fr character varying(300),
    places_pt character varying(300),
    started_on character varying(10) NOT NULL,
    ended_on character varying(10) NOT NULL,
    is_ongoing boolean NOT NULL,
    diagnosis text NOT NULL,
    diagnosis_en text,
    diagnosis_es text,
    diagnosis_fr text,
    diagnosis_pt text,
    risk_factors text NOT NULL,
    risk_factors_en text,
    risk_factors_es text,
    risk_factors_fr text,
    risk_factors_pt text,
    protective_factors text NOT NULL,
    protective_factors_en text,
    protective_factors_es text,
    protective_factors_fr text,
    protective_factors_pt text,
    population_description text NOT NULL,
    population_description_en text,
    population_description_es text,
    population_description_fr text,
    population_description_pt text,
    age_from smallint,
    age_until smallint,
    gender_focus character varying(12) NOT NULL,
    reached_from integer,
    reached_until integer,
    reach_basis character varying(10) NOT NULL,
    objectives text NOT NULL,
    objectives_en text,
    objectives_es text,
    objectives_fr text,
    objectives_pt text,
    activities text NOT NULL,
    activities_en text,
    activities_es text,
    activities_fr text,
    activities_pt text,
    participation text NOT NULL,
    participation_en text,
    participation_es text,
    participation_fr text,
    participation_pt text,
    rights_and_gender text NOT NULL,
    rights_and_gender_en text,
    rights_and_gender_es text,
    rights_and_gender_fr text,
    rights_and_gender_pt text,
    implementing_bodies text NOT NULL,
    implementing_bodies_en text,
    implementing_bodies_es text,
    implementing_bodies_fr text,
    implementing_bodies_pt text,
    cost_amount numeric(15,2),
    cost_currency character varying(3) NOT NULL,
    cost_from character varying(10) NOT NULL,
    cost_until character varying(10) NOT NULL,
    funding_sources text NOT NULL,
    funding_sources_en text,
    funding_sources_es text,
    funding_sources_fr text,
    funding_sources_pt text,
    staff text NOT NULL,
    staff_en text,
    staff_es text,
    staff_fr text,
    staff_pt text,
    not_worked text NOT NULL,
    not_worked_en text,
    not_worked_es text,
    not_worked_fr text,
    not_worked_pt text,
    transfer_conditions text NOT NULL,
    transfer_conditions_en text,
    transfer_conditions_es text,
    transfer_conditions_fr text,
    transfer_conditions_pt text,
    adoption_effort character varying(10) NOT NULL,
    adoption_notes text NOT NULL,
    adoption_notes_en text,
    adoption_notes_es text,
    adoption_notes_fr text,
    adoption_notes_pt text,
    offers_assistance boolean,
    contact_unit character varying(200) NOT NULL,
    contact_unit_en character varying(200),
    contact_unit_es character varying(200),
    contact_unit_fr character varying(200),
    contact_unit_pt character varying(200),
    contact_email character varying(254) NOT NULL,
    licence character varying(15) NOT NULL,
    consents_to_publish boolean NOT NULL,
    consents_to_list_if_declined boolean NOT NULL,
    asks_for_rating boolean NOT NULL,
    source_document character varying(300) NOT NULL,
    source_place character varying(50) NOT NULL,
    source_note text NOT NULL,
    source_note_en text,
    source_note_es text,
    source_note_fr text,
    source_note_pt text,
    presented_by character varying(200) NOT NULL,
    author_id bigint NOT NULL,
    country_id character varying(2) NOT NULL,
    organization_id bigint,
    screener_id bigint,
    changed_by_id bigint,
    pending_input jsonb NOT NULL,
    section_saves jsonb NOT NULL,
    translation_marks jsonb NOT NULL,
    revises_id bigint,
    rated_at timestamp with time zone,
    rated_direction character varying(8) DEFAULT ''::character varying NOT NULL,
    rated_strength character varying(12) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT practice_published_has_identifier CHECK (((NOT ((state)::text = 'published'::text)) OR ((identifier IS NOT NULL) AND (published_at IS NOT NULL)))),
    CONSTRAINT practices_practice_age_from_check CHECK ((age_from >= 0)),
    CONSTRAINT practices_practice_age_until_check CHECK ((age_until >= 0)),
    CONSTRAINT practices_practice_reached_from_check CHECK ((reached_from >= 0)),
    CONSTRAINT practices_practice_reached_until_check CHECK ((reached_until >= 0)),
    CONSTRAINT practices_practice_revision_check CHECK ((revision >= 0)),
    CONSTRAINT practices_practice_version_check CHECK ((version >= 0))
);
CREATE TABLE public.practices_practice_iccs_sections (
    id bigint NOT NULL,
    practice_id bigint NOT NULL,
    iccssection_id character varying(2) NOT NULL
);
ALTER TABLE public.practices_practice_iccs_sections ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_practice_iccs_sections_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.practices_practice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_practice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_practice_topics (
    id bigint NOT NULL,
    practice_id bigint NOT NULL,
    topic_id character varying(50) NOT NULL
);
ALTER TABLE public.practices_practice_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_practice_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_practiceversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    content jsonb NOT NULL,
    published_at timestamp with time zone NOT NULL,
    replaced_at timestamp with time zone NOT NULL,
    practice_id bigint NOT NULL,
    replaced_by_id bigint NOT NULL,
    CONSTRAINT practices_practiceversion_number_check CHECK ((number >= 0))
);
ALTER TABLE public.practices_practiceversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_practiceversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_question (
    id bigint NOT NULL,
    text text NOT NULL,
    language character varying(2) NOT NULL,
    to_secretariat boolean NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answer_language character varying(2) NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    asker_id bigint NOT NULL,
    practice_id bigint NOT NULL
);
ALTER TABLE public.practices_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_rating (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    "position" smallint NOT NULL,
    instrument character varying(10) NOT NULL,
    version smallint NOT NULL,
    rated_at timestamp with time zone NOT NULL,
    relevance character varying(10) NOT NULL,
    replicability character varying(10) NOT NULL,
    effect text NOT NULL,
    effect_en text,
    effect_es text,
    effect_fr text,
    effect_pt text,
    mechanism text NOT NULL,
    mechanism_en text,
    mechanism_es text,
    mechanism_fr text,
    mechanism_pt text,
    moderators text NOT NULL,
    moderators_en text,
    moderators_es text,
    moderators_fr text,
    moderators_pt text,
    implementation text NOT NULL,
    implementation_en text,
    implementation_es text,
    implementation_fr text,
    implementation_pt text,
    economics text NOT NULL,
    economics_en text,
    economics_es text,
    economics_fr text,
    economics_pt text,
    practice_id bigint NOT NULL,
    revises_id bigint,
    round_id bigint,
    CONSTRAINT practices_rating_position_check CHECK (("position" >= 0)),
    CONSTRAINT practices_rating_version_check CHECK ((version >= 0))
);
ALTER TABLE public.practices_rating ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_rating_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_review (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    named_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    accepted_at timestamp with time zone,
    draft jsonb NOT NULL,
    saved_at timestamp with time zone,
    scores jsonb,
    submitted_at timestamp with time zone,
    agreed_at timestamp with time zone,
    ended_at timestamp with time zone,
    end_reason character varying(12) NOT NULL,
    end_note text NOT NULL,
    named_by_id bigint NOT NULL,
    reviewer_id bigint NOT NULL,
    round_id bigint NOT NULL
);
ALTER TABLE public.practices_review ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_reviewevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    named_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    accepted_at timestamp with time zone,
    saved_at timestamp with time zone,
    scores jsonb,
    submitted_at timestamp with time zone,
    agreed_at timestamp with time zone,
    ended_at timestamp with time zone,
    end_reason character varying(12) NOT NULL,
    end_note text NOT NULL,
    named_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    reviewer_id bigint NOT NULL,
    round_id bigint NOT NULL
);
ALTER TABLE public.practices_reviewevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_reviewevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_reviewround (
    id bigint NOT NULL,
    subject character varying(200) NOT NULL,
    number smallint NOT NULL,
    instrument character varying(10) NOT NULL,
    version smallint NOT NULL,
    due_on date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    common jsonb,
    result jsonb,
    settled_at timestamp with time zone,
    closed_at timestamp with time zone,
    closed_with character varying(20) NOT NULL,
    opened_by_id bigint NOT NULL,
    practice_id bigint,
    CONSTRAINT practices_reviewround_number_check CHECK ((number >= 0)),
    CONSTRAINT practices_reviewround_version_check CHECK ((version >= 0))
);
ALTER TABLE public.practices_reviewround ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_reviewround_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_reviewroundevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    subject character varying(200) NOT NULL,
    number smallint NOT NULL,
    instrument character varying(10) NOT NULL,
    version smallint NOT NULL,
    due_on date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    common jsonb,
    result jsonb,
    settled_at timestamp with time zone,
    closed_at timestamp with time zone,
    closed_with character varying(20) NOT NULL,
    opened_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint,
    CONSTRAINT practices_reviewroundevent_number_check CHECK ((number >= 0)),
    CONSTRAINT practices_reviewroundevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.practices_reviewroundevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_reviewroundevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.practices_transitionevent (
    id bigint NOT NULL,
    verb character varying(20) NOT NULL,
    from_state character varying(20) NOT NULL,
    to_state character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    comment text NOT NULL,
    by_id bigint,
    practice_id bigint NOT NULL
);
ALTER TABLE public.practices_transitionevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.practices_transitionevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_facetcount (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    visibility character varying(40) NOT NULL,
    base character varying(80) NOT NULL,
    facet character varying(80) NOT NULL,
    objects_counted integer NOT NULL
);
ALTER TABLE public.search_facetcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_facetcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_facetsign (
    id bigint NOT NULL,
    facet character varying(80) NOT NULL
);
ALTER TABLE public.search_facetsign ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_facetsign_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_indexversion (
    kind character varying(20) NOT NULL,
    version character varying(20) NOT NULL
);
CREATE TABLE public.search_searchrow (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    object_id bigint NOT NULL,
    language character varying(2) NOT NULL,
    is_original boolean NOT NULL,
    address character varying(200) NOT NULL,
    visibility character varying(40) NOT NULL,
    published_at timestamp with time zone NOT NULL,
    title character varying(300) NOT NULL,
    title_language character varying(2) NOT NULL,
    summary text NOT NULL,
    facets character varying(80)[] NOT NULL,
    signs text NOT NULL,
    display jsonb NOT NULL,
    head tsvector NOT NULL,
    vector tsvector NOT NULL
)
WITH (toast_tuple_target='256');
ALTER TABLE ONLY public.search_searchrow ALTER COLUMN address SET STORAGE MAIN;
ALTER TABLE ONLY public.search_searchrow ALTER COLUMN title SET STORAGE MAIN;
ALTER TABLE ONLY public.search_searchrow ALTER COLUMN facets SET STORAGE MAIN;
ALTER TABLE ONLY public.search_searchrow ALTER COLUMN signs SET STORAGE MAIN;
ALTER TABLE ONLY public.search_searchrow ALTER COLUMN head SET STORAGE MAIN;
ALTER TABLE public.search_searchrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_searchrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_searchword (
    plain character varying(40) NOT NULL,
    written character varying(40) NOT NULL
);
CREATE TABLE public.training_catalogue_application (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    needs_clearance boolean NOT NULL,
    state character varying(20) NOT NULL,
    place integer,
    language character varying(2) NOT NULL,
    motivation text NOT NULL,
    reason text NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    cleared_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    applicant_id bigint NOT NULL,
    country_id character varying(2),
    session_id bigint NOT NULL,
    CONSTRAINT application_cleared_by_a_state CHECK (((NOT needs_clearance) OR (country_id IS NOT NULL))),
    CONSTRAINT application_listed_with_place CHECK ((((place IS NOT NULL) AND ((state)::text = 'wait_listed'::text)) OR ((NOT ((state)::text = 'wait_listed'::text)) AND (place IS NULL)))),
    CONSTRAINT training_catalogue_application_place_check CHECK ((place >= 0))
);
ALTER TABLE public.training_catalogue_application ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_application_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_applicationstep (
    id bigint NOT NULL,
    verb character varying(20) NOT NULL,
    from_state character varying(20) NOT NULL,
    to_state character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    comment text NOT NULL,
    application_id bigint NOT NULL,
    by_id bigint
);
ALTER TABLE public.training_catalogue_applicationstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_applicationstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_assistance (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    kind character varying(10) NOT NULL,
    state character varying(20) NOT NULL,
    recorded_by character varying(10) NOT NULL,
    title character varying(200) NOT NULL,
    title_en character varying(200),
    title_es character varying(200),
    title_fr character varying(200),
    title_pt character varying(200),
    description text NOT NULL,
    description_en text,
    description_es text,
    description_fr text,
    description_pt text,
    conditions text NOT NULL,
    conditions_en text,
    conditions_es text,
    conditions_fr text,
    conditions_pt text,
    in_return text NOT NULL,
    in_return_en text,
    in_return_es text,
    in_return_fr text,
    in_return_pt text,
    modalities character varying(15)[] NOT NULL,
    languages character varying(2)[] NOT NULL,
    addressed_to character varying(15)[] NOT NULL,
    starts_on date,
    ends_on date,
    cost_sharing character varying(10) NOT NULL,
    priority character varying(10) NOT NULL,
    is_two_way boolean NOT NULL,
    contact_unit character varying(200) NOT NULL,
    contact_unit_en character varying(200),
    contact_unit_es character varying(200),
    contact_unit_fr character varying(200),
    contact_unit_pt character varying(200),
    strength character varying(15) NOT NULL,
    on_behalf_of character varying(200) NOT NULL,
    on_behalf_of_en character varying(200),
    on_behalf_of_es character varying(200),
    on_behalf_of_fr character varying(200),
    on_behalf_of_pt character varying(200),
    reported_by character varying(200) NOT NULL,
    practice_named character varying(200) NOT NULL,
    source_document character varying(300) NOT NULL,
    source_place character varying(50) NOT NULL,
    revision integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    published_at timestamp with time zone,
    is_demonstration boolean NOT NULL,
    author_id bigint NOT NULL,
    changed_by_id bigint,
    country_id character varying(2),
    organization_id bigint,
    confirmed_on date,
    reminded_on date,
    CONSTRAINT training_assistance_dates_in_order CHECK (((starts_on IS NULL) OR (ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT training_assistance_one_party CHECK ((((country_id IS NOT NULL) AND (organization_id IS NULL)) OR ((country_id IS NULL) AND (organization_id IS NOT NULL)))),
    CONSTRAINT training_assistance_published_when CHECK (((NOT ((state)::text = 'published'::text)) OR (published_at IS NOT NULL))),
    CONSTRAINT training_catalogue_assistance_revision_check CHECK ((revision >= 0))
);
ALTER TABLE public.training_catalogue_assistance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_assistance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_assistance_topics (
    id bigint NOT NULL,
    assistance_id bigint NOT NULL,
    topic_id character varying(50) NOT NULL
);
ALTER TABLE public.training_catalogue_assistance_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_assistance_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_assistancestep (
    id bigint NOT NULL,
    verb character varying(20) NOT NULL,
    from_state character varying(20) NOT NULL,
    to_state character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    comment text NOT NULL,
    assistance_id bigint NOT NULL,
    by_id bigint
);
ALTER TABLE public.training_catalogue_assistancestep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_assistancestep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_cooperation (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    state character varying(20) NOT NULL,
    title character varying(200) NOT NULL,
    title_en character varying(200),
    title_es character varying(200),
    title_fr character varying(200),
    title_pt character varying(200),
    objective text NOT NULL,
    objective_en text,
    objective_es text,
    objective_fr text,
    objective_pt text,
    activities text NOT NULL,
    activities_en text,
    activities_es text,
    activities_fr text,
    activities_pt text,
    starts_on date,
    ends_on date,
    terms_side character varying(10) NOT NULL,
    revision integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    agreed_at timestamp with time zone,
    begun_at timestamp with time zone,
    completed_at timestamp with time zone,
    is_demonstration boolean NOT NULL,
    terms_by_id bigint,
    match_id bigint NOT NULL,
    CONSTRAINT training_catalogue_cooperation_revision_check CHECK ((revision >= 0)),
    CONSTRAINT training_cooperation_completed_when CHECK (((NOT ((state)::text = 'completed'::text)) OR (completed_at IS NOT NULL))),
    CONSTRAINT training_cooperation_dates_in_order CHECK (((starts_on IS NULL) OR (ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE public.training_catalogue_cooperation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_cooperation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_cooperationreport (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    uuid uuid NOT NULL,
    result text NOT NULL,
    result_en text,
    result_es text,
    result_fr text,
    result_pt text,
    body text NOT NULL,
    body_en text,
    body_es text,
    body_fr text,
    body_pt text,
    file character varying(100) NOT NULL,
    file_name character varying(200) NOT NULL,
    media_type character varying(100) NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    cooperation_id bigint NOT NULL,
    written_by_id bigint,
    CONSTRAINT training_catalogue_cooperationreport_size_check CHECK ((size >= 0))
);
ALTER TABLE public.training_catalogue_cooperationreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_cooperationreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_cooperationstep (
    id bigint NOT NULL,
    verb character varying(20) NOT NULL,
    from_state character varying(20) NOT NULL,
    to_state character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    comment text NOT NULL,
    by_id bigint NOT NULL,
    cooperation_id bigint NOT NULL
);
ALTER TABLE public.training_catalogue_cooperationstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_cooperationstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_course (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    uuid uuid NOT NULL,
    identifier character varying(16),
    state character varying(10) NOT NULL,
    revision integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    published_at timestamp with time zone,
    confirmed_on date,
    reminded_on date,
    turns_on date,
    source_key character varying(200) NOT NULL,
    is_demonstration boolean NOT NULL,
    title character varying(200) NOT NULL,
    title_en character varying(200),
    title_es character varying(200),
    title_fr character varying(200),
    title_pt character varying(200),
    summary text NOT NULL,
    summary_en text,
    summary_es text,
    summary_fr text,
    summary_pt text,
    outcomes text NOT NULL,
    outcomes_en text,
    outcomes_es text,
    outcomes_fr text,
    outcomes_pt text,
    audience text NOT NULL,
    audience_en text,
    audience_es text,
    audience_fr text,
    audience_pt text,
    requirements text NOT NULL,
    requirements_en text,
    requirements_es text,
    requirements_fr text,
    requirements_pt text,
    pillar character varying(15) NOT NULL,
    level character varying(15) NOT NULL,
    mode character varying(20) NOT NULL,
    languages character varying(2)[] NOT NULL,
    required_language character varying(2) NOT NULL,
    required_language_level character varying(2) NOT NULL,
    hours smallint,
    hours_a_week smallint,
    weeks smallint,
    certificate character varying(12) NOT NULL,
    is_free boolean NOT NULL,
    fee_amount numeric(12,2),
    fee_currency character varying(3) NOT NULL,
    has_grants boolean NOT NULL,
    grants_note text NOT NULL,
    grants_note_en text,
    grants_note_es text,
    grants_note_fr text,
    grants_note_pt text,
    admission character varying(12) NOT NULL,
    admission_note text NOT NULL,
    admission_note_en text,
    admission_note_es text,
    admission_note_fr text,
    admission_note_pt text,
    link character varying(500) NOT NULL,
    contact_unit character varying(200) NOT NULL,
    contact_unit_en character varying(200),
    contact_unit_es character varying(200),
    contact_unit_fr character varying(200),
    contact_unit_pt character varying(200),
    contact_email character varying(254) NOT NULL,
    link_checked_at timestamp with time zone,
    link_fault character varying(200) NOT NULL,
    link_failing_since timestamp with time zone,
    author_id bigint,
    provider_id bigint NOT NULL,
    CONSTRAINT course_fee_has_currency CHECK (((fee_amount IS NULL) OR ((fee_amount >= (0)::numeric) AND ((fee_currency)::text ~ '^[A-Z]{3}$'::text)))),
    CONSTRAINT course_free_has_no_fee CHECK (((NOT is_free) OR (fee_amount IS NULL) OR (fee_amount = (0)::numeric))),
    CONSTRAINT course_language_has_level CHECK (((((required_language)::text = ''::text) AND ((required_language_level)::text = ''::text)) OR ((NOT ((required_language)::text = ''::text)) AND (NOT ((required_language_level)::text = ''::text))))),
    CONSTRAINT course_published_has_identifier CHECK (((NOT ((state)::text = 'published'::text)) OR ((confirmed_on IS NOT NULL) AND (identifier IS NOT NULL) AND (published_at IS NOT NULL)))),
    CONSTRAINT training_catalogue_course_hours_a_week_check CHECK ((hours_a_week >= 0)),
    CONSTRAINT training_catalogue_course_hours_check CHECK ((hours >= 0)),
    CONSTRAINT training_catalogue_course_revision_check CHECK ((revision >= 0)),
    CONSTRAINT training_catalogue_course_weeks_check CHECK ((weeks >= 0))
);
ALTER TABLE public.training_catalogue_course ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_course_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_course_topics (
    id bigint NOT NULL,
    course_id bigint NOT NULL,
    topic_id character varying(50) NOT NULL
);
ALTER TABLE public.training_catalogue_course_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_course_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_coursesequence (
    year smallint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT training_catalogue_coursesequence_last_check CHECK ((last >= 0)),
    CONSTRAINT training_catalogue_coursesequence_year_check CHECK ((year >= 0))
);
CREATE TABLE public.training_catalogue_coursestepevent (
    id bigint NOT NULL,
    verb character varying(20) NOT NULL,
    from_state character varying(10) NOT NULL,
    to_state character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    by_id bigint,
    course_id bigint NOT NULL
);
ALTER TABLE public.training_catalogue_coursestepevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_coursestepevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_documentedneed (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    code character varying(30) NOT NULL,
    subject character varying(400) NOT NULL,
    subject_en character varying(400),
    subject_es character varying(400),
    subject_fr character varying(400),
    subject_pt character varying(400),
    audience character varying(300) NOT NULL,
    audience_en character varying(300),
    audience_es character varying(300),
    audience_fr character varying(300),
    audience_pt character varying(300),
    kind character varying(40) NOT NULL,
    mandates character varying(20)[] NOT NULL,
    source character varying(500) NOT NULL,
    reservation character varying(400) NOT NULL,
    reservation_en character varying(400),
    reservation_es character varying(400),
    reservation_fr character varying(400),
    reservation_pt character varying(400),
    reserved_by_id character varying(2)
);
ALTER TABLE public.training_catalogue_documentedneed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_documentedneed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_documentedneed_topics (
    id bigint NOT NULL,
    documentedneed_id bigint CONSTRAINT training_catalogue_documentedneed_to_documentedneed_id_not_null NOT NULL,
    topic_id character varying(50) NOT NULL
);
ALTER TABLE public.training_catalogue_documentedneed_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_documentedneed_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_harvestsource (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    address character varying(500) NOT NULL,
    language character varying(2) NOT NULL,
    defaults jsonb NOT NULL,
    is_on boolean NOT NULL,
    etag character varying(200) NOT NULL,
    last_modified character varying(100) NOT NULL,
    next_at timestamp with time zone NOT NULL,
    tried_at timestamp with time zone,
    read_at timestamp with time zone,
    entries integer NOT NULL,
    fault character varying(10) NOT NULL,
    detail character varying(200) NOT NULL,
    failing_since timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    by_id bigint,
    provider_id bigint NOT NULL,
    CONSTRAINT training_catalogue_harvestsource_entries_check CHECK ((entries >= 0))
);
ALTER TABLE public.training_catalogue_harvestsource ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_harvestsource_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_inquiry (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    assistance_id bigint NOT NULL,
    sender_id bigint
);
ALTER TABLE public.training_catalogue_inquiry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_inquiry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_match (
    id bigint NOT NULL,
    score smallint NOT NULL,
    reasons jsonb NOT NULL,
    origin character varying(10) NOT NULL,
    note text NOT NULL,
    state character varying(20) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    provider_agreed_at timestamp with time zone,
    requester_agreed_at timestamp with time zone,
    decline_reason text NOT NULL,
    closed_by_id bigint,
    offer_id bigint NOT NULL,
    proposed_by_id bigint,
    request_id bigint NOT NULL,
    CONSTRAINT training_catalogue_match_score_check CHECK ((score >= 0)),
    CONSTRAINT training_match_agreed_by_both CHECK (((NOT ((state)::text = 'agreed'::text)) OR ((provider_agreed_at IS NOT NULL) AND (requester_agreed_at IS NOT NULL)))),
    CONSTRAINT training_match_of_two CHECK ((NOT (offer_id = request_id)))
);
ALTER TABLE public.training_catalogue_match ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_match_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_needsanswer (
    id bigint NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id bigint,
    country_id character varying(2) NOT NULL,
    round_id bigint NOT NULL
);
ALTER TABLE public.training_catalogue_needsanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_needsanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_rankedtopic (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    rank smallint NOT NULL,
    need text NOT NULL,
    need_en text,
    need_es text,
    need_fr text,
    need_pt text,
    answer_id bigint NOT NULL,
    topic_id character varying(50) NOT NULL,
    CONSTRAINT training_catalogue_rankedtopic_rank_check CHECK ((rank >= 0)),
    CONSTRAINT training_rank_in_range CHECK (((rank >= 1) AND (rank <= 5)))
);
ALTER TABLE public.training_catalogue_rankedtopic ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_rankedtopic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_session (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    uuid uuid NOT NULL,
    state character varying(10) NOT NULL,
    is_any_time boolean NOT NULL,
    starts_at timestamp with time zone,
    ends_at timestamp with time zone,
    time_zone character varying(50) NOT NULL,
    deadline_at timestamp with time zone,
    place character varying(200) NOT NULL,
    place_en character varying(200),
    place_es character varying(200),
    place_fr character varying(200),
    place_pt character varying(200),
    link character varying(500) NOT NULL,
    note text NOT NULL,
    note_en text,
    note_es text,
    note_fr text,
    note_pt text,
    seats integer,
    seats_taken integer NOT NULL,
    takes_applications boolean NOT NULL,
    cancel_reason character varying(500) NOT NULL,
    sequence integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    source_key character varying(200) NOT NULL,
    course_id bigint NOT NULL,
    accepts_at_once boolean NOT NULL,
    has_wait_list boolean NOT NULL,
    CONSTRAINT session_cancelled_why CHECK (((NOT ((state)::text = 'cancelled'::text)) OR (NOT ((cancel_reason)::text = ''::text)))),
    CONSTRAINT session_dated_or_any_time CHECK ((((ends_at IS NULL) AND is_any_time AND (starts_at IS NULL)) OR ((ends_at IS NOT NULL) AND (NOT is_any_time) AND (starts_at IS NOT NULL)))),
    CONSTRAINT session_deadline_before_start CHECK (((deadline_at IS NULL) OR (starts_at IS NULL) OR (deadline_at <= starts_at))),
    CONSTRAINT session_ends_after_start CHECK (((ends_at IS NULL) OR (ends_at >= starts_at))),
    CONSTRAINT session_not_oversold CHECK (((seats IS NULL) OR (seats_taken <= seats))),
    CONSTRAINT session_seats_positive CHECK (((seats IS NULL) OR (seats > 0))),
    CONSTRAINT training_catalogue_session_seats_check CHECK ((seats >= 0)),
    CONSTRAINT training_catalogue_session_seats_taken_check CHECK ((seats_taken >= 0)),
    CONSTRAINT training_catalogue_session_sequence_check CHECK ((sequence >= 0))
);
ALTER TABLE public.training_catalogue_session ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_catalogue_surveyround (
    id bigint NOT NULL,
    source_language character varying(2) NOT NULL,
    translation_marks jsonb NOT NULL,
    title character varying(200) NOT NULL,
    title_en character varying(200),
    title_es character varying(200),
    title_fr character varying(200),
    title_pt character varying(200),
    introduction text NOT NULL,
    introduction_en text,
    introduction_es text,
    introduction_fr text,
    introduction_pt text,
    opens_on date NOT NULL,
    closes_on date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    is_demonstration boolean NOT NULL,
    created_by_id bigint,
    CONSTRAINT training_round_dates_in_order CHECK ((closes_on >= opens_on))
);
ALTER TABLE public.training_catalogue_surveyround ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_catalogue_surveyround_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.usersessions_usersession (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ip inet NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    session_key character varying(40) NOT NULL,
    user_agent character varying(200) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.usersessions_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.usersessions_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.fund_waiting ALTER COLUMN ticket SET DEFAULT nextval('public.fund_waiting_ticket_seq'::regclass);
INSERT INTO public.fund_ledgerhead VALUES
	(1, 0, '\x0000000000000000000000000000000000000000000000000000000000000000');
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq UNIQUE (username, ip_address, user_agent);
ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptexpiration_pkey PRIMARY KEY (access_attempt_id);
ALTER TABLE ONLY public.axes_accessfailurelog
    ADD CONSTRAINT axes_accessfailurelog_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accesslog
    ADD CONSTRAINT axes_accesslog_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.following_hit
    ADD CONSTRAINT following_hit_once UNIQUE (interest_id, kind, object_id);
ALTER TABLE ONLY public.following_hit
    ADD CONSTRAINT following_hit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.following_interest
    ADD CONSTRAINT following_interest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_agendaitem
    ADD CONSTRAINT fora_agendaitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_backgroundpaper
    ADD CONSTRAINT fora_backgroundpaper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_citation
    ADD CONSTRAINT fora_citation_number UNIQUE (report_id, number);
ALTER TABLE ONLY public.fora_citation
    ADD CONSTRAINT fora_citation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_finalreport
    ADD CONSTRAINT fora_finalreport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_finalreport
    ADD CONSTRAINT fora_finalreport_space_id_key UNIQUE (space_id);
ALTER TABLE ONLY public.fora_mention
    ADD CONSTRAINT fora_mention_once UNIQUE (post_id, user_id);
ALTER TABLE ONLY public.fora_mention
    ADD CONSTRAINT fora_mention_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_postmove
    ADD CONSTRAINT fora_move_once UNIQUE (thread_id, seq);
ALTER TABLE ONLY public.fora_paperversion
    ADD CONSTRAINT fora_paper_once_per_language UNIQUE (paper_id, language);
ALTER TABLE ONLY public.fora_paperversion
    ADD CONSTRAINT fora_paperversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_paperversion
    ADD CONSTRAINT fora_paperversion_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.fora_post
    ADD CONSTRAINT fora_post_number UNIQUE (thread_id, seq);
ALTER TABLE ONLY public.fora_post
    ADD CONSTRAINT fora_post_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_postattachment
    ADD CONSTRAINT fora_postattachment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_postattachment
    ADD CONSTRAINT fora_postattachment_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.fora_postmove
    ADD CONSTRAINT fora_postmove_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_postrevision
    ADD CONSTRAINT fora_postrevision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_proposalsupport
    ADD CONSTRAINT fora_proposalsupport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_quote
    ADD CONSTRAINT fora_quote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_readspace
    ADD CONSTRAINT fora_read_space_once UNIQUE (user_id, space_id);
ALTER TABLE ONLY public.fora_readthread
    ADD CONSTRAINT fora_read_thread_once UNIQUE (user_id, thread_id);
ALTER TABLE ONLY public.fora_readspace
    ADD CONSTRAINT fora_readspace_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_readthread
    ADD CONSTRAINT fora_readthread_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_postrevision
    ADD CONSTRAINT fora_revision_number UNIQUE (post_id, number);
ALTER TABLE ONLY public.fora_space
    ADD CONSTRAINT fora_space_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_space
    ADD CONSTRAINT fora_space_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.fora_space_topics
    ADD CONSTRAINT fora_space_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_space_topics
    ADD CONSTRAINT fora_space_topics_space_id_topic_id_d78804f7_uniq UNIQUE (space_id, topic_id);
ALTER TABLE ONLY public.fora_spacegrant
    ADD CONSTRAINT fora_spacegrant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_spacegrantevent
    ADD CONSTRAINT fora_spacegrantevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.fora_subscription
    ADD CONSTRAINT fora_subscription_once UNIQUE NULLS NOT DISTINCT (user_id, space_id, thread_id);
ALTER TABLE ONLY public.fora_subscription
    ADD CONSTRAINT fora_subscription_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_proposalsupport
    ADD CONSTRAINT fora_support_once UNIQUE (proposal_id, user_id);
ALTER TABLE ONLY public.fora_threadmove
    ADD CONSTRAINT fora_thread_moved_once UNIQUE (space_id, thread_id);
ALTER TABLE ONLY public.fora_thread
    ADD CONSTRAINT fora_thread_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_threadmove
    ADD CONSTRAINT fora_threadmove_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_topicproposal
    ADD CONSTRAINT fora_topicproposal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fora_topicproposal
    ADD CONSTRAINT fora_topicproposal_space_id_key UNIQUE (space_id);
ALTER TABLE ONLY public.fora_topicproposal_topics
    ADD CONSTRAINT fora_topicproposal_topic_topicproposal_id_topic_i_d4cddc29_uniq UNIQUE (topicproposal_id, topic_id);
ALTER TABLE ONLY public.fora_topicproposal_topics
    ADD CONSTRAINT fora_topicproposal_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_account
    ADD CONSTRAINT fund_account_code_key UNIQUE (code);
ALTER TABLE ONLY public.fund_account
    ADD CONSTRAINT fund_account_currency UNIQUE (id, currency_id);
ALTER TABLE ONLY public.fund_account
    ADD CONSTRAINT fund_account_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_accountbalance
    ADD CONSTRAINT fund_accountbalance_pkey PRIMARY KEY (account_id);
ALTER TABLE ONLY public.fund_accountturnover
    ADD CONSTRAINT fund_accountturnover_pkey PRIMARY KEY (account_id, year, kind);
ALTER TABLE ONLY public.fund_agreement
    ADD CONSTRAINT fund_agreement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_agreement
    ADD CONSTRAINT fund_agreement_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.fund_agreementevent
    ADD CONSTRAINT fund_agreementevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.fund_attachment
    ADD CONSTRAINT fund_attachment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_attachment
    ADD CONSTRAINT fund_attachment_public_id_key UNIQUE (public_id);
ALTER TABLE ONLY public.fund_bankline
    ADD CONSTRAINT fund_bank_line_once UNIQUE (file_id, "row");
ALTER TABLE ONLY public.fund_bankfile
    ADD CONSTRAINT fund_bankfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_bankfile
    ADD CONSTRAINT fund_bankfile_sha256_key UNIQUE (sha256);
ALTER TABLE ONLY public.fund_bankline
    ADD CONSTRAINT fund_bankline_entry_id_key UNIQUE (entry_id);
ALTER TABLE ONLY public.fund_bankline
    ADD CONSTRAINT fund_bankline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_currency
    ADD CONSTRAINT fund_currency_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.fund_donor
    ADD CONSTRAINT fund_donor_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_draftentry
    ADD CONSTRAINT fund_draft_preparer UNIQUE (id, prepared_by_id);
ALTER TABLE ONLY public.fund_draftentry
    ADD CONSTRAINT fund_draftentry_idempotency_key_key UNIQUE (idempotency_key);
ALTER TABLE ONLY public.fund_draftentry
    ADD CONSTRAINT fund_draftentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_draftentry
    ADD CONSTRAINT fund_draftentry_public_id_key UNIQUE (public_id);
ALTER TABLE ONLY public.fund_draftstep
    ADD CONSTRAINT fund_draftstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_earmark
    ADD CONSTRAINT fund_earmark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_earmark
    ADD CONSTRAINT fund_earmark_project_id_key UNIQUE (project_id);
ALTER TABLE ONLY public.fund_earmark
    ADD CONSTRAINT fund_earmark_state_id_key UNIQUE (state_id);
ALTER TABLE ONLY public.fund_earmark
    ADD CONSTRAINT fund_earmark_topic_id_key UNIQUE (topic_id);
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_draft_id_key UNIQUE (draft_id);
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_for_its_legs UNIQUE (number, leg_count, booked_on);
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_hash_key UNIQUE (hash);
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_idempotency_key_key UNIQUE (idempotency_key);
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_prev_hash_key UNIQUE (prev_hash);
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_reverses_id_key UNIQUE (reverses_id);
ALTER TABLE ONLY public.fund_fund
    ADD CONSTRAINT fund_fund_code_key UNIQUE (code);
ALTER TABLE ONLY public.fund_fund
    ADD CONSTRAINT fund_fund_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_ledgerhead
    ADD CONSTRAINT fund_ledgerhead_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_leg
    ADD CONSTRAINT fund_leg_pkey PRIMARY KEY (entry_id, n);
ALTER TABLE ONLY public.fund_period
    ADD CONSTRAINT fund_period_no_overlap EXCLUDE USING gist (daterange(starts_on, ends_on, '[]'::text) WITH &&);
ALTER TABLE ONLY public.fund_period
    ADD CONSTRAINT fund_period_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_pledge
    ADD CONSTRAINT fund_pledge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_pledgeevent
    ADD CONSTRAINT fund_pledgeevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.fund_project
    ADD CONSTRAINT fund_project_identifier_key UNIQUE (identifier);
ALTER TABLE ONLY public.fund_project
    ADD CONSTRAINT fund_project_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_project_states
    ADD CONSTRAINT fund_project_states_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_project_states
    ADD CONSTRAINT fund_project_states_project_id_memberstate_id_4340e4f8_uniq UNIQUE (project_id, memberstate_id);
ALTER TABLE ONLY public.fund_project_topics
    ADD CONSTRAINT fund_project_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fund_project_topics
    ADD CONSTRAINT fund_project_topics_project_id_topic_id_fe6e8a23_uniq UNIQUE (project_id, topic_id);
ALTER TABLE ONLY public.fund_projectevent
    ADD CONSTRAINT fund_projectevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.fund_sentform
    ADD CONSTRAINT fund_sentform_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.fund_snapshot
    ADD CONSTRAINT fund_snapshot_pkey PRIMARY KEY (period_id, account_id);
ALTER TABLE ONLY public.fund_waiting
    ADD CONSTRAINT fund_waiting_pkey PRIMARY KEY (ticket);
ALTER TABLE ONLY public.training_catalogue_harvestsource
    ADD CONSTRAINT harvest_source_once UNIQUE (provider_id, address);
ALTER TABLE ONLY public.imports_sourcelink
    ADD CONSTRAINT import_once_per_source UNIQUE (kind, owner, key);
ALTER TABLE ONLY public.imports_import
    ADD CONSTRAINT imports_import_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.imports_import
    ADD CONSTRAINT imports_import_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.imports_importrow
    ADD CONSTRAINT imports_importrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.imports_sourcelink
    ADD CONSTRAINT imports_sourcelink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.l10n_glossaryterm
    ADD CONSTRAINT l10n_glossaryterm_key_key UNIQUE (key);
ALTER TABLE ONLY public.l10n_glossaryterm
    ADD CONSTRAINT l10n_glossaryterm_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.l10n_memorysegment
    ADD CONSTRAINT l10n_memorysegment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.l10n_providercircuit
    ADD CONSTRAINT l10n_providercircuit_pkey PRIMARY KEY (provider);
ALTER TABLE ONLY public.l10n_providermonth
    ADD CONSTRAINT l10n_providermonth_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.l10n_suggestion
    ADD CONSTRAINT l10n_suggestion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.l10n_translation
    ADD CONSTRAINT l10n_translation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.l10n_translationstep
    ADD CONSTRAINT l10n_translationstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.l10n_memorysegment
    ADD CONSTRAINT memory_once UNIQUE (source_language, target_language, source_hash);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.moderation_appeal
    ADD CONSTRAINT moderation_appeal_action_id_key UNIQUE (action_id);
ALTER TABLE ONLY public.moderation_appeal
    ADD CONSTRAINT moderation_appeal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.moderation_flag
    ADD CONSTRAINT moderation_flag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.moderation_moderationaction
    ADD CONSTRAINT moderation_moderationaction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.moderation_moderationcase
    ADD CONSTRAINT moderation_moderationcase_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.moderation_sanction
    ADD CONSTRAINT moderation_sanction_action_id_key UNIQUE (action_id);
ALTER TABLE ONLY public.moderation_sanction
    ADD CONSTRAINT moderation_sanction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_accountmail
    ADD CONSTRAINT network_accountmail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_answeredrequest
    ADD CONSTRAINT network_answeredrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_apitoken
    ADD CONSTRAINT network_apitoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_apitoken
    ADD CONSTRAINT network_apitoken_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.network_apitokenevent
    ADD CONSTRAINT network_apitokenevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.network_emailchange
    ADD CONSTRAINT network_emailchange_new_token_hash_key UNIQUE (new_token_hash);
ALTER TABLE ONLY public.network_emailchange
    ADD CONSTRAINT network_emailchange_old_token_hash_key UNIQUE (old_token_hash);
ALTER TABLE ONLY public.network_emailchange
    ADD CONSTRAINT network_emailchange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_handover
    ADD CONSTRAINT network_handover_invitation_id_key UNIQUE (invitation_id);
ALTER TABLE ONLY public.network_handover
    ADD CONSTRAINT network_handover_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_handover
    ADD CONSTRAINT network_handover_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.network_iccssection
    ADD CONSTRAINT network_iccssection_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.network_invitation
    ADD CONSTRAINT network_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_invitation
    ADD CONSTRAINT network_invitation_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.network_membership
    ADD CONSTRAINT network_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_memberstate
    ADD CONSTRAINT network_memberstate_iso3_key UNIQUE (iso3);
ALTER TABLE ONLY public.network_memberstate
    ADD CONSTRAINT network_memberstate_pkey PRIMARY KEY (iso2);
ALTER TABLE ONLY public.network_organization
    ADD CONSTRAINT network_organization_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_registrationrequest
    ADD CONSTRAINT network_registrationrequest_invitation_id_key UNIQUE (invitation_id);
ALTER TABLE ONLY public.network_registrationrequest
    ADD CONSTRAINT network_registrationrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_answeredrequest
    ADD CONSTRAINT network_request_once UNIQUE (user_id, key);
ALTER TABLE ONLY public.network_rolegrant
    ADD CONSTRAINT network_rolegrant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_rolegrantevent
    ADD CONSTRAINT network_rolegrantevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.network_statestatusperiod
    ADD CONSTRAINT network_statestatusperiod_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_topic
    ADD CONSTRAINT network_topic_pkey PRIMARY KEY (slug);
ALTER TABLE ONLY public.network_user
    ADD CONSTRAINT network_user_email_key UNIQUE (email);
ALTER TABLE ONLY public.network_user_groups
    ADD CONSTRAINT network_user_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_user_groups
    ADD CONSTRAINT network_user_groups_user_id_group_id_89ac0880_uniq UNIQUE (user_id, group_id);
ALTER TABLE ONLY public.network_user
    ADD CONSTRAINT network_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_user_user_permissions
    ADD CONSTRAINT network_user_user_permis_user_id_permission_id_fe9d68d5_uniq UNIQUE (user_id, permission_id);
ALTER TABLE ONLY public.network_user_user_permissions
    ADD CONSTRAINT network_user_user_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notifications_announcement_states
    ADD CONSTRAINT notifications_announceme_announcement_id_memberst_705fddca_uniq UNIQUE (announcement_id, memberstate_id);
ALTER TABLE ONLY public.notifications_announcement
    ADD CONSTRAINT notifications_announcement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notifications_announcement_states
    ADD CONSTRAINT notifications_announcement_states_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notifications_canary
    ADD CONSTRAINT notifications_canary_pkey PRIMARY KEY (queue);
ALTER TABLE ONLY public.notifications_digest
    ADD CONSTRAINT notifications_digest_key_key UNIQUE (key);
ALTER TABLE ONLY public.notifications_digest
    ADD CONSTRAINT notifications_digest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notifications_mailsettings
    ADD CONSTRAINT notifications_mailsettings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notifications_mailsettings
    ADD CONSTRAINT notifications_mailsettings_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.notifications_notification
    ADD CONSTRAINT notifications_notification_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notifications_outboxentry
    ADD CONSTRAINT notifications_outboxentry_dedupe_key_key UNIQUE (dedupe_key);
ALTER TABLE ONLY public.notifications_outboxentry
    ADD CONSTRAINT notifications_outboxentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notifications_preference
    ADD CONSTRAINT notifications_preference_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_rating
    ADD CONSTRAINT practice_rated_once UNIQUE (practice_id);
ALTER TABLE ONLY public.practices_reviewround
    ADD CONSTRAINT practice_round_number UNIQUE (practice_id, number);
ALTER TABLE ONLY public.practices_practiceversion
    ADD CONSTRAINT practice_version_number UNIQUE (practice_id, number);
ALTER TABLE ONLY public.practices_adaptation
    ADD CONSTRAINT practices_adaptation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_adaptation_topics
    ADD CONSTRAINT practices_adaptation_top_adaptation_id_topic_id_3a495292_uniq UNIQUE (adaptation_id, topic_id);
ALTER TABLE ONLY public.practices_adaptation_topics
    ADD CONSTRAINT practices_adaptation_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_adaptationstep
    ADD CONSTRAINT practices_adaptationstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_buildingblock
    ADD CONSTRAINT practices_buildingblock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_evaluation
    ADD CONSTRAINT practices_evaluation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_fieldcomment
    ADD CONSTRAINT practices_fieldcomment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_identifiersequence
    ADD CONSTRAINT practices_identifiersequence_pkey PRIMARY KEY (year);
ALTER TABLE ONLY public.practices_material
    ADD CONSTRAINT practices_material_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_material
    ADD CONSTRAINT practices_material_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.practices_outcome
    ADD CONSTRAINT practices_outcome_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_partner
    ADD CONSTRAINT practices_partner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_practice_iccs_sections
    ADD CONSTRAINT practices_practice_iccs__practice_id_iccssection__b3e47387_uniq UNIQUE (practice_id, iccssection_id);
ALTER TABLE ONLY public.practices_practice_iccs_sections
    ADD CONSTRAINT practices_practice_iccs_sections_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_practice
    ADD CONSTRAINT practices_practice_identifier_key UNIQUE (identifier);
ALTER TABLE ONLY public.practices_practice
    ADD CONSTRAINT practices_practice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_practice_topics
    ADD CONSTRAINT practices_practice_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_practice_topics
    ADD CONSTRAINT practices_practice_topics_practice_id_topic_id_ba1c5d1a_uniq UNIQUE (practice_id, topic_id);
ALTER TABLE ONLY public.practices_practice
    ADD CONSTRAINT practices_practice_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.practices_practiceversion
    ADD CONSTRAINT practices_practiceversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_question
    ADD CONSTRAINT practices_question_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_rating
    ADD CONSTRAINT practices_rating_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_review
    ADD CONSTRAINT practices_review_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_review
    ADD CONSTRAINT practices_review_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.practices_reviewevent
    ADD CONSTRAINT practices_reviewevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.practices_reviewround
    ADD CONSTRAINT practices_reviewround_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.practices_reviewroundevent
    ADD CONSTRAINT practices_reviewroundevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.practices_transitionevent
    ADD CONSTRAINT practices_transitionevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notifications_preference
    ADD CONSTRAINT preference_once UNIQUE NULLS NOT DISTINCT (user_id, verb, about_type_id, about_id);
ALTER TABLE ONLY public.l10n_providermonth
    ADD CONSTRAINT provider_month_once UNIQUE (provider, month);
ALTER TABLE ONLY public.search_facetcount
    ADD CONSTRAINT search_facetcount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_facetsign
    ADD CONSTRAINT search_facetsign_facet_key UNIQUE (facet);
ALTER TABLE ONLY public.search_facetsign
    ADD CONSTRAINT search_facetsign_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_indexversion
    ADD CONSTRAINT search_indexversion_pkey PRIMARY KEY (kind);
ALTER TABLE ONLY public.search_searchrow
    ADD CONSTRAINT search_row_per_language UNIQUE (kind, object_id, language);
ALTER TABLE ONLY public.search_searchrow
    ADD CONSTRAINT search_searchrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_searchword
    ADD CONSTRAINT search_searchword_pkey PRIMARY KEY (plain);
ALTER TABLE ONLY public.training_catalogue_needsanswer
    ADD CONSTRAINT training_answer_once_per_state UNIQUE (round_id, country_id);
ALTER TABLE ONLY public.training_catalogue_application
    ADD CONSTRAINT training_catalogue_application_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_application
    ADD CONSTRAINT training_catalogue_application_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.training_catalogue_applicationstep
    ADD CONSTRAINT training_catalogue_applicationstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_assistance_topics
    ADD CONSTRAINT training_catalogue_assis_assistance_id_topic_id_475a8f71_uniq UNIQUE (assistance_id, topic_id);
ALTER TABLE ONLY public.training_catalogue_assistance
    ADD CONSTRAINT training_catalogue_assistance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_assistance_topics
    ADD CONSTRAINT training_catalogue_assistance_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_assistancestep
    ADD CONSTRAINT training_catalogue_assistancestep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_cooperation
    ADD CONSTRAINT training_catalogue_cooperation_match_id_key UNIQUE (match_id);
ALTER TABLE ONLY public.training_catalogue_cooperation
    ADD CONSTRAINT training_catalogue_cooperation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_cooperationreport
    ADD CONSTRAINT training_catalogue_cooperationreport_cooperation_id_key UNIQUE (cooperation_id);
ALTER TABLE ONLY public.training_catalogue_cooperationreport
    ADD CONSTRAINT training_catalogue_cooperationreport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_cooperationreport
    ADD CONSTRAINT training_catalogue_cooperationreport_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.training_catalogue_cooperationstep
    ADD CONSTRAINT training_catalogue_cooperationstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_course_topics
    ADD CONSTRAINT training_catalogue_cours_course_id_topic_id_5ccbe87d_uniq UNIQUE (course_id, topic_id);
ALTER TABLE ONLY public.training_catalogue_course
    ADD CONSTRAINT training_catalogue_course_identifier_key UNIQUE (identifier);
ALTER TABLE ONLY public.training_catalogue_course
    ADD CONSTRAINT training_catalogue_course_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_course_topics
    ADD CONSTRAINT training_catalogue_course_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_course
    ADD CONSTRAINT training_catalogue_course_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.training_catalogue_coursesequence
    ADD CONSTRAINT training_catalogue_coursesequence_pkey PRIMARY KEY (year);
ALTER TABLE ONLY public.training_catalogue_coursestepevent
    ADD CONSTRAINT training_catalogue_coursestepevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_documentedneed_topics
    ADD CONSTRAINT training_catalogue_docum_documentedneed_id_topic__5efc6a72_uniq UNIQUE (documentedneed_id, topic_id);
ALTER TABLE ONLY public.training_catalogue_documentedneed
    ADD CONSTRAINT training_catalogue_documentedneed_code_key UNIQUE (code);
ALTER TABLE ONLY public.training_catalogue_documentedneed
    ADD CONSTRAINT training_catalogue_documentedneed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_documentedneed_topics
    ADD CONSTRAINT training_catalogue_documentedneed_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_harvestsource
    ADD CONSTRAINT training_catalogue_harvestsource_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_harvestsource
    ADD CONSTRAINT training_catalogue_harvestsource_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.training_catalogue_inquiry
    ADD CONSTRAINT training_catalogue_inquiry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_match
    ADD CONSTRAINT training_catalogue_match_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_needsanswer
    ADD CONSTRAINT training_catalogue_needsanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_rankedtopic
    ADD CONSTRAINT training_catalogue_rankedtopic_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_session
    ADD CONSTRAINT training_catalogue_session_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_session
    ADD CONSTRAINT training_catalogue_session_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.training_catalogue_surveyround
    ADD CONSTRAINT training_catalogue_surveyround_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_catalogue_match
    ADD CONSTRAINT training_match_once UNIQUE (offer_id, request_id);
ALTER TABLE ONLY public.training_catalogue_rankedtopic
    ADD CONSTRAINT training_rank_once UNIQUE (answer_id, rank);
ALTER TABLE ONLY public.training_catalogue_rankedtopic
    ADD CONSTRAINT training_rank_topic_once UNIQUE (answer_id, topic_id);
ALTER TABLE ONLY public.l10n_translation
    ADD CONSTRAINT translation_once UNIQUE (kind, object_key, field, target_language);
ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_session_key_key UNIQUE (session_key);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX application_of_session ON public.training_catalogue_application USING btree (session_id, state);
CREATE UNIQUE INDEX application_once ON public.training_catalogue_application USING btree (applicant_id, session_id) WHERE ((state)::text = ANY ((ARRAY['applied'::character varying, 'cleared'::character varying, 'wait_listed'::character varying, 'accepted'::character varying])::text[]));
CREATE UNIQUE INDEX application_place_once ON public.training_catalogue_application USING btree (session_id, place) WHERE (place IS NOT NULL);
CREATE INDEX application_to_clear ON public.training_catalogue_application USING btree (country_id, state);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX axes_accessattempt_ip_address_10922d9c ON public.axes_accessattempt USING btree (ip_address);
CREATE INDEX axes_accessattempt_user_agent_ad89678b ON public.axes_accessattempt USING btree (user_agent);
CREATE INDEX axes_accessattempt_user_agent_ad89678b_like ON public.axes_accessattempt USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accessattempt_username_3f2d4ca0 ON public.axes_accessattempt USING btree (username);
CREATE INDEX axes_accessattempt_username_3f2d4ca0_like ON public.axes_accessattempt USING btree (username varchar_pattern_ops);
CREATE INDEX axes_accessfailurelog_ip_address_2e9f5a7f ON public.axes_accessfailurelog USING btree (ip_address);
CREATE INDEX axes_accessfailurelog_user_agent_ea145dda ON public.axes_accessfailurelog USING btree (user_agent);
CREATE INDEX axes_accessfailurelog_user_agent_ea145dda_like ON public.axes_accessfailurelog USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accessfailurelog_username_a8b7e8a4 ON public.axes_accessfailurelog USING btree (username);
CREATE INDEX axes_accessfailurelog_username_a8b7e8a4_like ON public.axes_accessfailurelog USING btree (username varchar_pattern_ops);
CREATE INDEX axes_accesslog_ip_address_86b417e5 ON public.axes_accesslog USING btree (ip_address);
CREATE INDEX axes_accesslog_user_agent_0e659004 ON public.axes_accesslog USING btree (user_agent);
CREATE INDEX axes_accesslog_user_agent_0e659004_like ON public.axes_accesslog USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accesslog_username_df93064b ON public.axes_accesslog USING btree (username);
CREATE INDEX axes_accesslog_username_df93064b_like ON public.axes_accesslog USING btree (username varchar_pattern_ops);
CREATE INDEX course_newest ON public.training_catalogue_course USING btree (published_at DESC, id DESC) WHERE ((state)::text = 'published'::text);
CREATE INDEX course_of_provider ON public.training_catalogue_course USING btree (provider_id, changed_at DESC);
CREATE UNIQUE INDEX course_once_per_source ON public.training_catalogue_course USING btree (provider_id, source_key) WHERE (NOT ((source_key)::text = ''::text));
CREATE INDEX course_to_confirm ON public.training_catalogue_course USING btree (confirmed_on) WHERE ((state)::text = 'published'::text);
CREATE INDEX course_turning ON public.training_catalogue_course USING btree (turns_on) WHERE (turns_on IS NOT NULL);
CREATE INDEX course_waiting ON public.training_catalogue_course USING btree (submitted_at) WHERE ((state)::text = 'submitted'::text);
CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);
CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX following_finds ON public.following_interest USING btree (kind) WHERE (finds AND (NOT is_paused));
CREATE INDEX following_hit_at ON public.following_hit USING btree (at);
CREATE INDEX following_hit_of_record ON public.following_hit USING btree (kind, object_id);
CREATE INDEX following_of_person ON public.following_interest USING btree (user_id, subject);
CREATE INDEX following_of_subject ON public.following_interest USING btree (subject) WHERE (NOT ((subject)::text = ''::text));
CREATE UNIQUE INDEX following_search_once ON public.following_interest USING btree (user_id, kind, query) WHERE ((subject)::text = ''::text);
CREATE UNIQUE INDEX following_subject_once ON public.following_interest USING btree (user_id, subject) WHERE (NOT ((subject)::text = ''::text));
CREATE INDEX fora_agendaitem_space_id_6669780f ON public.fora_agendaitem USING btree (space_id);
CREATE INDEX fora_backgroundpaper_space_id_1aa278a4 ON public.fora_backgroundpaper USING btree (space_id);
CREATE INDEX fora_citation_cited_by_id_901a76fe ON public.fora_citation USING btree (cited_by_id);
CREATE INDEX fora_citation_revision_id_1d478266 ON public.fora_citation USING btree (revision_id);
CREATE INDEX fora_finalreport_written_by_id_e84fbb45 ON public.fora_finalreport USING btree (written_by_id);
CREATE UNIQUE INDEX fora_grant_once ON public.fora_spacegrant USING btree (space_id, user_id, capacity) WHERE (revoked_at IS NULL);
CREATE INDEX fora_mention_post_id_763defb4 ON public.fora_mention USING btree (post_id);
CREATE INDEX fora_mention_user_id_2aa01508 ON public.fora_mention USING btree (user_id);
CREATE INDEX fora_paperversion_paper_id_2a59805b ON public.fora_paperversion USING btree (paper_id);
CREATE INDEX fora_post_draft ON public.fora_post USING btree (author_id, thread_id) WHERE ((state)::text = 'draft'::text);
CREATE INDEX fora_post_of_author ON public.fora_post USING btree (author_id, submitted_at);
CREATE INDEX fora_post_opening_of_state ON public.fora_post USING btree (country_id, placed_at DESC) WHERE (seq = 1);
CREATE INDEX fora_post_pending ON public.fora_post USING btree (thread_id, submitted_at, id) WHERE ((state)::text = 'pending'::text);
CREATE INDEX fora_post_reply_to_id_9757b70f ON public.fora_post USING btree (reply_to_id);
CREATE INDEX fora_post_without_number ON public.fora_post USING btree (thread_id, state) WHERE (seq IS NULL);
CREATE INDEX fora_postattachment_post_id_d409bc82 ON public.fora_postattachment USING btree (post_id);
CREATE INDEX fora_postmove_by_id_4155b558 ON public.fora_postmove USING btree (by_id);
CREATE INDEX fora_postmove_post_id_67f8b46d ON public.fora_postmove USING btree (post_id);
CREATE INDEX fora_proposalsupport_user_id_e5b98c92 ON public.fora_proposalsupport USING btree (user_id);
CREATE INDEX fora_quote_post_id_156ca8dd ON public.fora_quote USING btree (post_id);
CREATE INDEX fora_quote_revision_id_93b05a2c ON public.fora_quote USING btree (revision_id);
CREATE INDEX fora_readspace_space_id_445fc3e8 ON public.fora_readspace USING btree (space_id);
CREATE INDEX fora_readthread_read_at_1fc0c122 ON public.fora_readthread USING btree (read_at);
CREATE INDEX fora_readthread_thread_id_3ab51208 ON public.fora_readthread USING btree (thread_id);
CREATE INDEX fora_space_country_id_b7ca44fe ON public.fora_space USING btree (country_id);
CREATE INDEX fora_space_country_id_b7ca44fe_like ON public.fora_space USING btree (country_id varchar_pattern_ops);
CREATE INDEX fora_space_created_by_id_9bbb994f ON public.fora_space USING btree (created_by_id);
CREATE INDEX fora_space_slug_91e2bc9a_like ON public.fora_space USING btree (slug varchar_pattern_ops);
CREATE INDEX fora_space_topics_space_id_9d3695d9 ON public.fora_space_topics USING btree (space_id);
CREATE INDEX fora_space_topics_topic_id_812194b2 ON public.fora_space_topics USING btree (topic_id);
CREATE INDEX fora_space_topics_topic_id_812194b2_like ON public.fora_space_topics USING btree (topic_id varchar_pattern_ops);
CREATE INDEX fora_spacegrant_granted_by_id_a401bdbd ON public.fora_spacegrant USING btree (granted_by_id);
CREATE INDEX fora_spacegrant_revoked_by_id_233642d0 ON public.fora_spacegrant USING btree (revoked_by_id);
CREATE INDEX fora_spacegrant_user_id_4d2182bd ON public.fora_spacegrant USING btree (user_id);
CREATE INDEX fora_spacegrantevent_granted_by_id_e49660a0 ON public.fora_spacegrantevent USING btree (granted_by_id);
CREATE INDEX fora_spacegrantevent_pgh_context_id_6a63964f ON public.fora_spacegrantevent USING btree (pgh_context_id);
CREATE INDEX fora_spacegrantevent_pgh_obj_id_6b5c56c0 ON public.fora_spacegrantevent USING btree (pgh_obj_id);
CREATE INDEX fora_spacegrantevent_revoked_by_id_30108d4e ON public.fora_spacegrantevent USING btree (revoked_by_id);
CREATE INDEX fora_spacegrantevent_space_id_0e787207 ON public.fora_spacegrantevent USING btree (space_id);
CREATE INDEX fora_spacegrantevent_user_id_5acb7f1e ON public.fora_spacegrantevent USING btree (user_id);
CREATE INDEX fora_subscription_space_id_fbdca227 ON public.fora_subscription USING btree (space_id);
CREATE INDEX fora_subscription_thread_id_1caac658 ON public.fora_subscription USING btree (thread_id);
CREATE INDEX fora_subscription_user_id_7c223430 ON public.fora_subscription USING btree (user_id);
CREATE UNIQUE INDEX fora_support_once_per_state ON public.fora_proposalsupport USING btree (proposal_id, country_id) WHERE (country_id IS NOT NULL);
CREATE INDEX fora_thread_agenda_item_id_24f29c81 ON public.fora_thread USING btree (agenda_item_id);
CREATE INDEX fora_thread_list ON public.fora_thread USING btree (space_id, last_visible_at DESC, id DESC) WHERE ((NOT is_hidden) AND (visible_count > 0) AND (NOT is_pinned));
CREATE INDEX fora_thread_of_space ON public.fora_thread USING btree (space_id, id);
CREATE INDEX fora_thread_pinned ON public.fora_thread USING btree (space_id, id) WHERE ((NOT is_hidden) AND (visible_count > 0) AND is_pinned);
CREATE INDEX fora_thread_starter_id_e2a31840 ON public.fora_thread USING btree (starter_id);
CREATE INDEX fora_thread_waiting ON public.fora_thread USING btree (space_id) WHERE (pending_count > 0);
CREATE INDEX fora_threadmove_thread_id_bd43987b ON public.fora_threadmove USING btree (thread_id);
CREATE INDEX fora_topicproposal_country_id_244d708e ON public.fora_topicproposal USING btree (country_id);
CREATE INDEX fora_topicproposal_country_id_244d708e_like ON public.fora_topicproposal USING btree (country_id varchar_pattern_ops);
CREATE INDEX fora_topicproposal_decided_by_id_fec4a9b0 ON public.fora_topicproposal USING btree (decided_by_id);
CREATE INDEX fora_topicproposal_proposed_by_id_1e0da83f ON public.fora_topicproposal USING btree (proposed_by_id);
CREATE INDEX fora_topicproposal_topics_topic_id_72d2bdf5 ON public.fora_topicproposal_topics USING btree (topic_id);
CREATE INDEX fora_topicproposal_topics_topic_id_72d2bdf5_like ON public.fora_topicproposal_topics USING btree (topic_id varchar_pattern_ops);
CREATE INDEX fora_topicproposal_topics_topicproposal_id_c23f8313 ON public.fora_topicproposal_topics USING btree (topicproposal_id);
CREATE INDEX fund_account_agreement_id_06960070 ON public.fund_account USING btree (agreement_id);
CREATE INDEX fund_account_code_a95c959e_like ON public.fund_account USING btree (code varchar_pattern_ops);
CREATE INDEX fund_account_currency_id_74fe3b9e ON public.fund_account USING btree (currency_id);
CREATE INDEX fund_account_currency_id_74fe3b9e_like ON public.fund_account USING btree (currency_id varchar_pattern_ops);
CREATE INDEX fund_account_donor_id_4ec2a638 ON public.fund_account USING btree (donor_id);
CREATE INDEX fund_account_earmark_id_5d241d4f ON public.fund_account USING btree (earmark_id);
CREATE INDEX fund_account_fund_id_ece0e88b ON public.fund_account USING btree (fund_id);
CREATE INDEX fund_account_project_id_557d94e4 ON public.fund_account USING btree (project_id);
CREATE INDEX fund_agreement_currency_id_7a6a4ade ON public.fund_agreement USING btree (currency_id);
CREATE INDEX fund_agreement_currency_id_7a6a4ade_like ON public.fund_agreement USING btree (currency_id varchar_pattern_ops);
CREATE INDEX fund_agreement_donor_id_2f57eb87 ON public.fund_agreement USING btree (donor_id);
CREATE INDEX fund_agreement_earmark_id_8f11567b ON public.fund_agreement USING btree (earmark_id);
CREATE INDEX fund_agreement_fund_id_28619d30 ON public.fund_agreement USING btree (fund_id);
CREATE INDEX fund_agreement_pledge_id_03c82f0e ON public.fund_agreement USING btree (pledge_id);
CREATE INDEX fund_agreement_recorded_by_id_7fbfaaa1 ON public.fund_agreement USING btree (recorded_by_id);
CREATE INDEX fund_agreement_reference_db521570_like ON public.fund_agreement USING btree (reference varchar_pattern_ops);
CREATE INDEX fund_agreementevent_currency_id_ec87bf0a ON public.fund_agreementevent USING btree (currency_id);
CREATE INDEX fund_agreementevent_currency_id_ec87bf0a_like ON public.fund_agreementevent USING btree (currency_id varchar_pattern_ops);
CREATE INDEX fund_agreementevent_donor_id_5f574166 ON public.fund_agreementevent USING btree (donor_id);
CREATE INDEX fund_agreementevent_earmark_id_79bedd19 ON public.fund_agreementevent USING btree (earmark_id);
CREATE INDEX fund_agreementevent_fund_id_95ace959 ON public.fund_agreementevent USING btree (fund_id);
CREATE INDEX fund_agreementevent_pgh_context_id_89b53001 ON public.fund_agreementevent USING btree (pgh_context_id);
CREATE INDEX fund_agreementevent_pgh_obj_id_f6172ee3 ON public.fund_agreementevent USING btree (pgh_obj_id);
CREATE INDEX fund_agreementevent_pledge_id_ea617c4d ON public.fund_agreementevent USING btree (pledge_id);
CREATE INDEX fund_agreementevent_recorded_by_id_c7fcfb36 ON public.fund_agreementevent USING btree (recorded_by_id);
CREATE INDEX fund_attachment_added_by_id_7efe025e ON public.fund_attachment USING btree (added_by_id);
CREATE INDEX fund_attachment_agreement_id_6465d34e ON public.fund_attachment USING btree (agreement_id);
CREATE INDEX fund_attachment_draft_id_d01f93d8 ON public.fund_attachment USING btree (draft_id);
CREATE INDEX fund_bankfile_currency_id_4ed92345 ON public.fund_bankfile USING btree (currency_id);
CREATE INDEX fund_bankfile_currency_id_4ed92345_like ON public.fund_bankfile USING btree (currency_id varchar_pattern_ops);
CREATE INDEX fund_bankfile_fund_id_9d818e27 ON public.fund_bankfile USING btree (fund_id);
CREATE INDEX fund_bankfile_read_by_id_82e01673 ON public.fund_bankfile USING btree (read_by_id);
CREATE INDEX fund_bankfile_sha256_febf2bfa_like ON public.fund_bankfile USING btree (sha256 varchar_pattern_ops);
CREATE INDEX fund_bankline_decided_by_id_e677a5a7 ON public.fund_bankline USING btree (decided_by_id);
CREATE INDEX fund_bankline_file_id_39880e36 ON public.fund_bankline USING btree (file_id);
CREATE INDEX fund_currency_code_2cfb7469_like ON public.fund_currency USING btree (code varchar_pattern_ops);
CREATE UNIQUE INDEX fund_donor_once ON public.fund_donor USING btree (state_id, organization_id, name) NULLS NOT DISTINCT;
CREATE INDEX fund_donor_organization_id_c6ef35a3 ON public.fund_donor USING btree (organization_id);
CREATE INDEX fund_donor_state_id_a4185f1a ON public.fund_donor USING btree (state_id);
CREATE INDEX fund_donor_state_id_a4185f1a_like ON public.fund_donor USING btree (state_id varchar_pattern_ops);
CREATE INDEX fund_draft_open ON public.fund_draftentry USING btree (state, prepared_at) WHERE (NOT ((state)::text = ANY ((ARRAY['posted'::character varying, 'withdrawn'::character varying])::text[])));
CREATE INDEX fund_draftentry_decided_by_id_51662cb9 ON public.fund_draftentry USING btree (decided_by_id);
CREATE INDEX fund_draftentry_prepared_by_id_0535b2f8 ON public.fund_draftentry USING btree (prepared_by_id);
CREATE INDEX fund_draftentry_reverses_id_f90411d3 ON public.fund_draftentry USING btree (reverses_id);
CREATE INDEX fund_draftstep_by_id_75a9c182 ON public.fund_draftstep USING btree (by_id);
CREATE INDEX fund_draftstep_draft_id_a2380f59 ON public.fund_draftstep USING btree (draft_id);
CREATE INDEX fund_earmark_state_id_4ca5dfa6_like ON public.fund_earmark USING btree (state_id varchar_pattern_ops);
CREATE INDEX fund_earmark_topic_id_b7b55edc_like ON public.fund_earmark USING btree (topic_id varchar_pattern_ops);
CREATE INDEX fund_entry_by_day ON public.fund_entry USING btree (booked_on, number);
CREATE INDEX fund_entry_of_donor ON public.fund_entry USING btree (donor_id, number DESC) WHERE (donor_id IS NOT NULL);
CREATE INDEX fund_entry_of_kind ON public.fund_entry USING btree (kind, number DESC);
CREATE INDEX fund_entry_of_project ON public.fund_entry USING btree (project_id, number DESC) WHERE (project_id IS NOT NULL);
CREATE INDEX fund_fund_base_currency_id_b486ab5b ON public.fund_fund USING btree (base_currency_id);
CREATE INDEX fund_fund_base_currency_id_b486ab5b_like ON public.fund_fund USING btree (base_currency_id varchar_pattern_ops);
CREATE INDEX fund_fund_code_262f3ee0_like ON public.fund_fund USING btree (code varchar_pattern_ops);
CREATE INDEX fund_leg_as_of ON public.fund_leg USING btree (account_id, currency_id, booked_on) INCLUDE (amount);
CREATE INDEX fund_leg_of_account ON public.fund_leg USING btree (account_id, entry_id DESC);
CREATE INDEX fund_period_closed_by_id_5cfbebc4 ON public.fund_period USING btree (closed_by_id);
CREATE INDEX fund_pledge_currency_id_fb6ab4a7 ON public.fund_pledge USING btree (currency_id);
CREATE INDEX fund_pledge_currency_id_fb6ab4a7_like ON public.fund_pledge USING btree (currency_id varchar_pattern_ops);
CREATE INDEX fund_pledge_donor_id_e0ae9825 ON public.fund_pledge USING btree (donor_id);
CREATE INDEX fund_pledge_fund_id_09698601 ON public.fund_pledge USING btree (fund_id);
CREATE INDEX fund_pledge_recorded_by_id_31b7ce23 ON public.fund_pledge USING btree (recorded_by_id);
CREATE INDEX fund_pledgeevent_currency_id_4aec6e82 ON public.fund_pledgeevent USING btree (currency_id);
CREATE INDEX fund_pledgeevent_currency_id_4aec6e82_like ON public.fund_pledgeevent USING btree (currency_id varchar_pattern_ops);
CREATE INDEX fund_pledgeevent_donor_id_08390c47 ON public.fund_pledgeevent USING btree (donor_id);
CREATE INDEX fund_pledgeevent_fund_id_746d462e ON public.fund_pledgeevent USING btree (fund_id);
CREATE INDEX fund_pledgeevent_pgh_context_id_3c783cb6 ON public.fund_pledgeevent USING btree (pgh_context_id);
CREATE INDEX fund_pledgeevent_pgh_obj_id_b650e5fe ON public.fund_pledgeevent USING btree (pgh_obj_id);
CREATE INDEX fund_pledgeevent_recorded_by_id_95755645 ON public.fund_pledgeevent USING btree (recorded_by_id);
CREATE INDEX fund_project_fund_id_b204ee75 ON public.fund_project USING btree (fund_id);
CREATE INDEX fund_project_identifier_2d73e3c8_like ON public.fund_project USING btree (identifier varchar_pattern_ops);
CREATE INDEX fund_project_states_memberstate_id_87433f28 ON public.fund_project_states USING btree (memberstate_id);
CREATE INDEX fund_project_states_memberstate_id_87433f28_like ON public.fund_project_states USING btree (memberstate_id varchar_pattern_ops);
CREATE INDEX fund_project_states_project_id_e5de48ec ON public.fund_project_states USING btree (project_id);
CREATE INDEX fund_project_topics_project_id_58888d7e ON public.fund_project_topics USING btree (project_id);
CREATE INDEX fund_project_topics_topic_id_ed34f590 ON public.fund_project_topics USING btree (topic_id);
CREATE INDEX fund_project_topics_topic_id_ed34f590_like ON public.fund_project_topics USING btree (topic_id varchar_pattern_ops);
CREATE INDEX fund_projectevent_fund_id_bb1c753b ON public.fund_projectevent USING btree (fund_id);
CREATE INDEX fund_projectevent_pgh_context_id_628b1f0d ON public.fund_projectevent USING btree (pgh_context_id);
CREATE INDEX fund_projectevent_pgh_obj_id_b9f7971a ON public.fund_projectevent USING btree (pgh_obj_id);
CREATE INDEX fund_sentform_by_id_b7d437a6 ON public.fund_sentform USING btree (by_id);
CREATE INDEX harvest_source_due ON public.training_catalogue_harvestsource USING btree (next_at) WHERE is_on;
CREATE INDEX import_of_owner ON public.imports_import USING btree (owner, started_at DESC);
CREATE INDEX import_of_person ON public.imports_import USING btree (by_id, started_at DESC);
CREATE INDEX import_origin_of_object ON public.imports_sourcelink USING btree (kind, object_id);
CREATE INDEX import_origin_of_source ON public.imports_sourcelink USING btree (source_id, seen_at) WHERE (source_id IS NOT NULL);
CREATE INDEX import_rows_by_verdict ON public.imports_importrow USING btree (batch_id, verdict, number);
CREATE INDEX imports_import_by_id_8b8eb7fa ON public.imports_import USING btree (by_id);
CREATE INDEX imports_importrow_batch_id_0b8d5349 ON public.imports_importrow USING btree (batch_id);
CREATE INDEX l10n_glossaryterm_changed_by_id_1bb16c24 ON public.l10n_glossaryterm USING btree (changed_by_id);
CREATE INDEX l10n_glossaryterm_key_0996b910_like ON public.l10n_glossaryterm USING btree (key varchar_pattern_ops);
CREATE INDEX l10n_memorysegment_approved_by_id_2d047d38 ON public.l10n_memorysegment USING btree (approved_by_id);
CREATE INDEX l10n_memorysegment_translation_id_a412c1eb ON public.l10n_memorysegment USING btree (translation_id);
CREATE INDEX l10n_providercircuit_provider_2cfb1bb4_like ON public.l10n_providercircuit USING btree (provider varchar_pattern_ops);
CREATE INDEX l10n_suggestion_by_id_ba4b49f2 ON public.l10n_suggestion USING btree (by_id);
CREATE INDEX l10n_suggestion_decided_by_id_256b69b5 ON public.l10n_suggestion USING btree (decided_by_id);
CREATE INDEX l10n_suggestion_translation_id_934e0a77 ON public.l10n_suggestion USING btree (translation_id);
CREATE INDEX l10n_translationstep_by_id_60bce781 ON public.l10n_translationstep USING btree (by_id);
CREATE INDEX l10n_translationstep_translation_id_00536223 ON public.l10n_translationstep USING btree (translation_id);
CREATE INDEX memory_trigrams ON public.l10n_memorysegment USING gin (source public.gin_trgm_ops);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE INDEX moderation_action_of ON public.moderation_moderationaction USING btree (kind, object_id, id);
CREATE INDEX moderation_action_scope ON public.moderation_moderationaction USING btree (scope, id DESC);
CREATE INDEX moderation_appeal_by_id_5499db55 ON public.moderation_appeal USING btree (by_id);
CREATE INDEX moderation_appeal_decided_by_id_56a03eee ON public.moderation_appeal USING btree (decided_by_id);
CREATE INDEX moderation_appeal_waiting ON public.moderation_appeal USING btree (made_at, id) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX moderation_case_queue ON public.moderation_moderationcase USING btree (scope, opened_at, id) WHERE ((state)::text = 'open'::text);
CREATE INDEX moderation_flag_case_id_ceb05d74 ON public.moderation_flag USING btree (case_id);
CREATE INDEX moderation_flag_reporter_id_c583788c ON public.moderation_flag USING btree (reporter_id);
CREATE INDEX moderation_moderationaction_author_id_90d8ffde ON public.moderation_moderationaction USING btree (author_id);
CREATE INDEX moderation_moderationaction_by_id_b3f2f03b ON public.moderation_moderationaction USING btree (by_id);
CREATE INDEX moderation_moderationaction_case_id_e9a211fa ON public.moderation_moderationaction USING btree (case_id);
CREATE INDEX moderation_moderationcase_claimed_by_id_67b2d44b ON public.moderation_moderationcase USING btree (claimed_by_id);
CREATE INDEX moderation_moderationcase_closed_by_id_1170aa35 ON public.moderation_moderationcase USING btree (closed_by_id);
CREATE UNIQUE INDEX moderation_one_open_case ON public.moderation_moderationcase USING btree (kind, object_id) WHERE ((state)::text = 'open'::text);
CREATE UNIQUE INDEX moderation_one_open_flag ON public.moderation_flag USING btree (kind, object_id, reporter_id) WHERE (closed_at IS NULL);
CREATE INDEX moderation_sanction_lifted_by_id_f8037176 ON public.moderation_sanction USING btree (lifted_by_id);
CREATE INDEX moderation_sanction_live ON public.moderation_sanction USING btree (user_id, scope) WHERE (lifted_at IS NULL);
CREATE INDEX moderation_sanction_user_id_b32ec15e ON public.moderation_sanction USING btree (user_id);
CREATE INDEX network_accountmail_user_id_83c7916a ON public.network_accountmail USING btree (user_id);
CREATE INDEX network_answeredrequest_answered_at_d1d6cda6 ON public.network_answeredrequest USING btree (answered_at);
CREATE INDEX network_apitoken_token_hash_278df380_like ON public.network_apitoken USING btree (token_hash varchar_pattern_ops);
CREATE INDEX network_apitoken_user_id_0c6fe498 ON public.network_apitoken USING btree (user_id);
CREATE INDEX network_apitokenevent_pgh_context_id_d6b83c0e ON public.network_apitokenevent USING btree (pgh_context_id);
CREATE INDEX network_apitokenevent_pgh_obj_id_5c864b55 ON public.network_apitokenevent USING btree (pgh_obj_id);
CREATE INDEX network_apitokenevent_user_id_7efdd5a9 ON public.network_apitokenevent USING btree (user_id);
CREATE INDEX network_emailchange_new_token_hash_21e88b39_like ON public.network_emailchange USING btree (new_token_hash varchar_pattern_ops);
CREATE INDEX network_emailchange_old_token_hash_e5809ed8_like ON public.network_emailchange USING btree (old_token_hash varchar_pattern_ops);
CREATE INDEX network_emailchange_user_id_d3a09214 ON public.network_emailchange USING btree (user_id);
CREATE INDEX network_grant_live ON public.network_rolegrant USING btree (user_id) WHERE (revoked_at IS NULL);
CREATE INDEX network_handover_decided_by_id_a312e4fe ON public.network_handover USING btree (decided_by_id);
CREATE INDEX network_handover_grant_id_b9a49ec8 ON public.network_handover USING btree (grant_id);
CREATE INDEX network_handover_started_by_id_9d1bbf8e ON public.network_handover USING btree (started_by_id);
CREATE INDEX network_iccssection_code_7491c35d_like ON public.network_iccssection USING btree (code varchar_pattern_ops);
CREATE INDEX network_invitation_invited_by_id_86429c61 ON public.network_invitation USING btree (invited_by_id);
CREATE INDEX network_invitation_organization_id_5160e108 ON public.network_invitation USING btree (organization_id);
CREATE INDEX network_invitation_revoked_by_id_51a437c8 ON public.network_invitation USING btree (revoked_by_id);
CREATE INDEX network_invitation_state_id_d084f586 ON public.network_invitation USING btree (state_id);
CREATE INDEX network_invitation_state_id_d084f586_like ON public.network_invitation USING btree (state_id varchar_pattern_ops);
CREATE INDEX network_invitation_token_hash_f888913f_like ON public.network_invitation USING btree (token_hash varchar_pattern_ops);
CREATE INDEX network_invitation_used_by_id_9fec5574 ON public.network_invitation USING btree (used_by_id);
CREATE UNIQUE INDEX network_membership_once ON public.network_membership USING btree (user_id, organization_id);
CREATE INDEX network_membership_organization_id_e58b354a ON public.network_membership USING btree (organization_id);
CREATE INDEX network_membership_user_id_9aa84ae2 ON public.network_membership USING btree (user_id);
CREATE INDEX network_memberstate_iso2_1d374630_like ON public.network_memberstate USING btree (iso2 varchar_pattern_ops);
CREATE INDEX network_memberstate_iso3_b5039ccd_like ON public.network_memberstate USING btree (iso3 varchar_pattern_ops);
CREATE INDEX network_memberstate_office_id_07a9aeba ON public.network_memberstate USING btree (office_id);
CREATE UNIQUE INDEX network_one_email_change_at_a_time ON public.network_emailchange USING btree (user_id) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX network_one_hand_over_at_a_time ON public.network_handover USING btree (grant_id) WHERE ((state)::text = ANY ((ARRAY['pending'::character varying, 'invited'::character varying])::text[]));
CREATE UNIQUE INDEX network_organization_once_per_state ON public.network_organization USING btree (name, state_id) NULLS NOT DISTINCT;
CREATE INDEX network_organization_state_id_2accbc63 ON public.network_organization USING btree (state_id);
CREATE INDEX network_organization_state_id_2accbc63_like ON public.network_organization USING btree (state_id varchar_pattern_ops);
CREATE UNIQUE INDEX network_registration_pending_once ON public.network_registrationrequest USING btree (lower((email)::text)) WHERE ((state)::text = 'pending'::text);
CREATE INDEX network_registrationrequest_decided_by_id_921913a7 ON public.network_registrationrequest USING btree (decided_by_id);
CREATE INDEX network_registrationrequest_organization_id_0a110829 ON public.network_registrationrequest USING btree (organization_id);
CREATE INDEX network_registrationrequest_organization_state_id_a6021735 ON public.network_registrationrequest USING btree (organization_state_id);
CREATE INDEX network_registrationrequest_organization_state_id_a6021735_like ON public.network_registrationrequest USING btree (organization_state_id varchar_pattern_ops);
CREATE INDEX network_rolegrant_granted_by_id_c5d95098 ON public.network_rolegrant USING btree (granted_by_id);
CREATE INDEX network_rolegrant_organization_id_a1a11fc3 ON public.network_rolegrant USING btree (organization_id);
CREATE INDEX network_rolegrant_revoked_by_id_e5ebe15c ON public.network_rolegrant USING btree (revoked_by_id);
CREATE INDEX network_rolegrant_state_id_d6faa94b ON public.network_rolegrant USING btree (state_id);
CREATE INDEX network_rolegrant_state_id_d6faa94b_like ON public.network_rolegrant USING btree (state_id varchar_pattern_ops);
CREATE INDEX network_rolegrant_user_id_8ac4785c ON public.network_rolegrant USING btree (user_id);
CREATE INDEX network_rolegrantevent_granted_by_id_ae618476 ON public.network_rolegrantevent USING btree (granted_by_id);
CREATE INDEX network_rolegrantevent_organization_id_01b37096 ON public.network_rolegrantevent USING btree (organization_id);
CREATE INDEX network_rolegrantevent_pgh_context_id_c24c6ca7 ON public.network_rolegrantevent USING btree (pgh_context_id);
CREATE INDEX network_rolegrantevent_pgh_obj_id_8a89137d ON public.network_rolegrantevent USING btree (pgh_obj_id);
CREATE INDEX network_rolegrantevent_revoked_by_id_afa47057 ON public.network_rolegrantevent USING btree (revoked_by_id);
CREATE INDEX network_rolegrantevent_state_id_6f87db12 ON public.network_rolegrantevent USING btree (state_id);
CREATE INDEX network_rolegrantevent_state_id_6f87db12_like ON public.network_rolegrantevent USING btree (state_id varchar_pattern_ops);
CREATE INDEX network_rolegrantevent_user_id_3f9990f1 ON public.network_rolegrantevent USING btree (user_id);
CREATE INDEX network_statestatusperiod_recorded_by_id_9ac28c5b ON public.network_statestatusperiod USING btree (recorded_by_id);
CREATE INDEX network_statestatusperiod_state_id_c8dcea85 ON public.network_statestatusperiod USING btree (state_id);
CREATE INDEX network_statestatusperiod_state_id_c8dcea85_like ON public.network_statestatusperiod USING btree (state_id varchar_pattern_ops);
CREATE INDEX network_topic_parent_id_53c0c3f9 ON public.network_topic USING btree (parent_id);
CREATE INDEX network_topic_parent_id_53c0c3f9_like ON public.network_topic USING btree (parent_id varchar_pattern_ops);
CREATE INDEX network_topic_slug_a3833f2e_like ON public.network_topic USING btree (slug varchar_pattern_ops);
CREATE INDEX network_user_email_5db0cd65_like ON public.network_user USING btree (email varchar_pattern_ops);
CREATE UNIQUE INDEX network_user_email_any_case ON public.network_user USING btree (lower((email)::text));
CREATE INDEX network_user_groups_group_id_24710f85 ON public.network_user_groups USING btree (group_id);
CREATE INDEX network_user_groups_user_id_b290f802 ON public.network_user_groups USING btree (user_id);
CREATE INDEX network_user_user_permissions_permission_id_3749fcef ON public.network_user_user_permissions USING btree (permission_id);
CREATE INDEX network_user_user_permissions_user_id_bcdfaae3 ON public.network_user_user_permissions USING btree (user_id);
CREATE INDEX notification_about ON public.notifications_notification USING btree (about_type_id, about_id, created_at);
CREATE INDEX notification_actor ON public.notifications_notification USING btree (actor_id) WHERE (actor_id IS NOT NULL);
CREATE INDEX notification_digest ON public.notifications_notification USING btree (digest_id) WHERE (digest_id IS NOT NULL);
CREATE INDEX notification_inbox ON public.notifications_notification USING btree (recipient_id, id DESC);
CREATE UNIQUE INDEX notification_once ON public.notifications_notification USING btree (recipient_id, once) WHERE (NOT ((once)::text = ''::text));
CREATE INDEX notification_undelivered ON public.notifications_notification USING btree (channel, recipient_id) WHERE (((channel)::text = ANY ((ARRAY['daily'::character varying, 'weekly'::character varying, 'folded'::character varying])::text[])) AND (mailed_at IS NULL));
CREATE INDEX notification_unread ON public.notifications_notification USING btree (recipient_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_announcement_approved_by_id_d9980841 ON public.notifications_announcement USING btree (approved_by_id);
CREATE INDEX notifications_announcement_author_id_aec4485c ON public.notifications_announcement USING btree (author_id);
CREATE INDEX notifications_announcement_states_announcement_id_14910cf1 ON public.notifications_announcement_states USING btree (announcement_id);
CREATE INDEX notifications_announcement_states_memberstate_id_f98f056c ON public.notifications_announcement_states USING btree (memberstate_id);
CREATE INDEX notifications_announcement_states_memberstate_id_f98f056c_like ON public.notifications_announcement_states USING btree (memberstate_id varchar_pattern_ops);
CREATE INDEX notifications_canary_queue_45400146_like ON public.notifications_canary USING btree (queue varchar_pattern_ops);
CREATE INDEX notifications_digest_key_8a263de0_like ON public.notifications_digest USING btree (key varchar_pattern_ops);
CREATE INDEX notifications_digest_recipient_id_d7c3824c ON public.notifications_digest USING btree (recipient_id);
CREATE INDEX notifications_notification_about_type_id_0963801d ON public.notifications_notification USING btree (about_type_id);
CREATE INDEX notifications_notification_actor_id_ec6170c3 ON public.notifications_notification USING btree (actor_id);
CREATE INDEX notifications_notification_recipient_id_d055f3f0 ON public.notifications_notification USING btree (recipient_id);
CREATE INDEX notifications_outboxentry_dedupe_key_af06d3ce_like ON public.notifications_outboxentry USING btree (dedupe_key varchar_pattern_ops);
CREATE INDEX notifications_preference_about_type_id_87452a76 ON public.notifications_preference USING btree (about_type_id);
CREATE INDEX notifications_preference_user_id_c839c2d6 ON public.notifications_preference USING btree (user_id);
CREATE INDEX outbox_failed ON public.notifications_outboxentry USING btree (created_at DESC) WHERE ((state)::text = 'failed'::text);
CREATE INDEX outbox_finished ON public.notifications_outboxentry USING btree (done_at) WHERE ((state)::text = ANY ((ARRAY['done'::character varying, 'skipped'::character varying])::text[]));
CREATE INDEX outbox_to_publish ON public.notifications_outboxentry USING btree (publish_at) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX outbox_waiting ON public.notifications_outboxentry USING btree (created_at) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX practice_adaptation_desk ON public.practices_adaptation USING btree (state, submitted_at);
CREATE INDEX practice_adapted_public ON public.practices_adaptation USING btree (origin_id) WHERE ((state)::text = 'published'::text);
CREATE INDEX practice_harvested ON public.practices_practice USING btree (changed_at, id) WHERE (identifier IS NOT NULL);
CREATE INDEX practice_newest ON public.practices_practice USING btree (published_at DESC, id DESC) WHERE ((state)::text = 'published'::text);
CREATE INDEX practice_newest_by_state ON public.practices_practice USING btree (country_id, published_at DESC) WHERE ((state)::text = 'published'::text);
CREATE INDEX practice_of_author ON public.practices_practice USING btree (author_id, changed_at DESC);
CREATE INDEX practice_on_the_desk ON public.practices_practice USING btree (state, submitted_at) WHERE ((state)::text = ANY ((ARRAY['submitted'::character varying, 'screening'::character varying, 'returned'::character varying])::text[]));
CREATE UNIQUE INDEX practice_once_per_source ON public.practices_practice USING btree (source_document, source_place, country_id, title_en, title_es, title_fr, title_pt) NULLS NOT DISTINCT WHERE ((NOT ((source_document)::text = ''::text)) AND (revises_id IS NULL));
CREATE UNIQUE INDEX practice_one_next_version ON public.practices_practice USING btree (revises_id) WHERE (NOT ((state)::text = ANY ((ARRAY['declined'::character varying, 'declined_for_good'::character varying])::text[])));
CREATE UNIQUE INDEX practice_one_open_round ON public.practices_reviewround USING btree (practice_id) WHERE (closed_at IS NULL);
CREATE INDEX practice_open_comment ON public.practices_fieldcomment USING btree (practice_id) WHERE ((answered_at IS NULL) AND is_sent);
CREATE INDEX practice_question_asker ON public.practices_question USING btree (asker_id, asked_at DESC);
CREATE INDEX practice_question_open ON public.practices_question USING btree (practice_id) WHERE (answered_at IS NULL);
CREATE INDEX practice_review_live ON public.practices_review USING btree (reviewer_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX practice_reviewer_once ON public.practices_review USING btree (round_id, reviewer_id) WHERE (ended_at IS NULL);
CREATE INDEX practices_adaptation_author_id_211cbf1b ON public.practices_adaptation USING btree (author_id);
CREATE INDEX practices_adaptation_changed_by_id_886cffcd ON public.practices_adaptation USING btree (changed_by_id);
CREATE INDEX practices_adaptation_country_id_d94fbbef ON public.practices_adaptation USING btree (country_id);
CREATE INDEX practices_adaptation_country_id_d94fbbef_like ON public.practices_adaptation USING btree (country_id varchar_pattern_ops);
CREATE INDEX practices_adaptation_organization_id_84c7a2ca ON public.practices_adaptation USING btree (organization_id);
CREATE INDEX practices_adaptation_origin_id_0f2d9ee6 ON public.practices_adaptation USING btree (origin_id);
CREATE INDEX practices_adaptation_resulting_practice_id_afc3d9f2 ON public.practices_adaptation USING btree (resulting_practice_id);
CREATE INDEX practices_adaptation_topics_adaptation_id_6451909c ON public.practices_adaptation_topics USING btree (adaptation_id);
CREATE INDEX practices_adaptation_topics_topic_id_868b7ae2 ON public.practices_adaptation_topics USING btree (topic_id);
CREATE INDEX practices_adaptation_topics_topic_id_868b7ae2_like ON public.practices_adaptation_topics USING btree (topic_id varchar_pattern_ops);
CREATE INDEX practices_adaptationstep_adaptation_id_dbd3dcab ON public.practices_adaptationstep USING btree (adaptation_id);
CREATE INDEX practices_adaptationstep_by_id_e29e5573 ON public.practices_adaptationstep USING btree (by_id);
CREATE INDEX practices_buildingblock_practice_id_e17b0296 ON public.practices_buildingblock USING btree (practice_id);
CREATE INDEX practices_buildingblock_revises_id_93bf96dd ON public.practices_buildingblock USING btree (revises_id);
CREATE INDEX practices_evaluation_practice_id_aa108ea9 ON public.practices_evaluation USING btree (practice_id);
CREATE INDEX practices_evaluation_revises_id_765613ae ON public.practices_evaluation USING btree (revises_id);
CREATE INDEX practices_fieldcomment_answered_by_id_b03e48e4 ON public.practices_fieldcomment USING btree (answered_by_id);
CREATE INDEX practices_fieldcomment_by_id_6e425a0a ON public.practices_fieldcomment USING btree (by_id);
CREATE INDEX practices_fieldcomment_practice_id_32847059 ON public.practices_fieldcomment USING btree (practice_id);
CREATE INDEX practices_material_practice_id_4c53f6fc ON public.practices_material USING btree (practice_id);
CREATE INDEX practices_material_revises_id_145566b1 ON public.practices_material USING btree (revises_id);
CREATE INDEX practices_material_uploaded_by_id_b8fb1e07 ON public.practices_material USING btree (uploaded_by_id);
CREATE INDEX practices_outcome_practice_id_030c5422 ON public.practices_outcome USING btree (practice_id);
CREATE INDEX practices_outcome_revises_id_92aed1e6 ON public.practices_outcome USING btree (revises_id);
CREATE INDEX practices_partner_practice_id_df90a708 ON public.practices_partner USING btree (practice_id);
CREATE INDEX practices_partner_revises_id_f09cdf6a ON public.practices_partner USING btree (revises_id);
CREATE INDEX practices_practice_author_id_ebb5e418 ON public.practices_practice USING btree (author_id);
CREATE INDEX practices_practice_changed_by_id_c8293e86 ON public.practices_practice USING btree (changed_by_id);
CREATE INDEX practices_practice_country_id_d057290c ON public.practices_practice USING btree (country_id);
CREATE INDEX practices_practice_country_id_d057290c_like ON public.practices_practice USING btree (country_id varchar_pattern_ops);
CREATE INDEX practices_practice_iccs_sections_iccssection_id_c0a2b46c ON public.practices_practice_iccs_sections USING btree (iccssection_id);
CREATE INDEX practices_practice_iccs_sections_iccssection_id_c0a2b46c_like ON public.practices_practice_iccs_sections USING btree (iccssection_id varchar_pattern_ops);
CREATE INDEX practices_practice_iccs_sections_practice_id_50a59cb0 ON public.practices_practice_iccs_sections USING btree (practice_id);
CREATE INDEX practices_practice_identifier_d3afa3b6_like ON public.practices_practice USING btree (identifier varchar_pattern_ops);
CREATE INDEX practices_practice_organization_id_d9534aec ON public.practices_practice USING btree (organization_id);
CREATE INDEX practices_practice_revises_id_2e811ac6 ON public.practices_practice USING btree (revises_id);
CREATE INDEX practices_practice_screener_id_6eeb4fc2 ON public.practices_practice USING btree (screener_id);
CREATE INDEX practices_practice_topics_practice_id_069c28b6 ON public.practices_practice_topics USING btree (practice_id);
CREATE INDEX practices_practice_topics_topic_id_e726ad5f ON public.practices_practice_topics USING btree (topic_id);
CREATE INDEX practices_practice_topics_topic_id_e726ad5f_like ON public.practices_practice_topics USING btree (topic_id varchar_pattern_ops);
CREATE INDEX practices_practiceversion_practice_id_e2ce3510 ON public.practices_practiceversion USING btree (practice_id);
CREATE INDEX practices_practiceversion_replaced_by_id_01ad2135 ON public.practices_practiceversion USING btree (replaced_by_id);
CREATE INDEX practices_question_answered_by_id_5ad7a766 ON public.practices_question USING btree (answered_by_id);
CREATE INDEX practices_question_asker_id_ba2c11e9 ON public.practices_question USING btree (asker_id);
CREATE INDEX practices_question_practice_id_71ae7c6e ON public.practices_question USING btree (practice_id);
CREATE INDEX practices_rating_practice_id_2eaf1532 ON public.practices_rating USING btree (practice_id);
CREATE INDEX practices_rating_revises_id_60aeabb5 ON public.practices_rating USING btree (revises_id);
CREATE INDEX practices_rating_round_id_cc9d34cc ON public.practices_rating USING btree (round_id);
CREATE INDEX practices_review_named_by_id_9ec12573 ON public.practices_review USING btree (named_by_id);
CREATE INDEX practices_review_reviewer_id_1340b150 ON public.practices_review USING btree (reviewer_id);
CREATE INDEX practices_review_round_id_01037ae0 ON public.practices_review USING btree (round_id);
CREATE INDEX practices_reviewevent_named_by_id_4fa66093 ON public.practices_reviewevent USING btree (named_by_id);
CREATE INDEX practices_reviewevent_pgh_context_id_3222c145 ON public.practices_reviewevent USING btree (pgh_context_id);
CREATE INDEX practices_reviewevent_pgh_obj_id_b820df1b ON public.practices_reviewevent USING btree (pgh_obj_id);
CREATE INDEX practices_reviewevent_reviewer_id_0518b58d ON public.practices_reviewevent USING btree (reviewer_id);
CREATE INDEX practices_reviewevent_round_id_2fb25323 ON public.practices_reviewevent USING btree (round_id);
CREATE INDEX practices_reviewround_opened_by_id_9fff1f16 ON public.practices_reviewround USING btree (opened_by_id);
CREATE INDEX practices_reviewround_practice_id_e2ee11c7 ON public.practices_reviewround USING btree (practice_id);
CREATE INDEX practices_reviewroundevent_opened_by_id_c4943c12 ON public.practices_reviewroundevent USING btree (opened_by_id);
CREATE INDEX practices_reviewroundevent_pgh_context_id_1f8805d6 ON public.practices_reviewroundevent USING btree (pgh_context_id);
CREATE INDEX practices_reviewroundevent_pgh_obj_id_7d144534 ON public.practices_reviewroundevent USING btree (pgh_obj_id);
CREATE INDEX practices_reviewroundevent_practice_id_cfaf1612 ON public.practices_reviewroundevent USING btree (practice_id);
CREATE INDEX practices_transitionevent_by_id_e17c4f70 ON public.practices_transitionevent USING btree (by_id);
CREATE INDEX practices_transitionevent_practice_id_923601ab ON public.practices_transitionevent USING btree (practice_id);
CREATE INDEX search_count_by_base ON public.search_facetcount USING btree (kind, visibility, base);
CREATE INDEX search_facetsign_facet_f9735dd7_like ON public.search_facetsign USING btree (facet varchar_pattern_ops);
CREATE INDEX search_indexversion_kind_5dba9a5e_like ON public.search_indexversion USING btree (kind varchar_pattern_ops);
CREATE UNIQUE INDEX search_one_original ON public.search_searchrow USING btree (kind, object_id) WHERE is_original;
CREATE INDEX search_row_facets ON public.search_searchrow USING gin (facets) WITH (fastupdate=off) WHERE is_original;
CREATE INDEX search_row_newest ON public.search_searchrow USING btree (kind, visibility, published_at DESC, object_id DESC) WHERE is_original;
CREATE INDEX search_row_vector ON public.search_searchrow USING gin (vector) WITH (fastupdate=off);
CREATE INDEX search_searchword_plain_2a643a4a_like ON public.search_searchword USING btree (plain varchar_pattern_ops);
CREATE INDEX search_word_trigrams ON public.search_searchword USING gin (plain public.gin_trgm_ops);
CREATE INDEX session_by_deadline ON public.training_catalogue_session USING btree (deadline_at) WHERE (deadline_at IS NOT NULL);
CREATE INDEX session_by_end ON public.training_catalogue_session USING btree (ends_at, id) WHERE (ends_at IS NOT NULL);
CREATE INDEX session_by_start ON public.training_catalogue_session USING btree (starts_at, id) WHERE (starts_at IS NOT NULL);
CREATE INDEX session_coming ON public.training_catalogue_session USING btree (starts_at, id) WHERE (NOT ((state)::text = ANY ((ARRAY['ended'::character varying, 'cancelled'::character varying])::text[])));
CREATE INDEX session_day_deadline ON public.training_catalogue_session USING btree (((timezone((time_zone)::text, deadline_at))::date), deadline_at, id) WHERE (NOT ((state)::text = 'cancelled'::text));
CREATE INDEX session_day_ends ON public.training_catalogue_session USING btree (((timezone((time_zone)::text, ends_at))::date), ends_at, id) WHERE (NOT ((state)::text = 'cancelled'::text));
CREATE INDEX session_day_starts ON public.training_catalogue_session USING btree (((timezone((time_zone)::text, starts_at))::date), starts_at, id) WHERE (NOT ((state)::text = 'cancelled'::text));
CREATE INDEX session_of_course ON public.training_catalogue_session USING btree (course_id, starts_at);
CREATE UNIQUE INDEX session_once_per_source ON public.training_catalogue_session USING btree (course_id, source_key) WHERE (NOT ((source_key)::text = ''::text));
CREATE INDEX suggestion_waiting ON public.l10n_suggestion USING btree (at, id) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX training_assistance_author ON public.training_catalogue_assistance USING btree (author_id, changed_at DESC);
CREATE INDEX training_assistance_desk ON public.training_catalogue_assistance USING btree (state, submitted_at);
CREATE INDEX training_assistance_newest ON public.training_catalogue_assistance USING btree (kind, published_at DESC, id DESC) WHERE ((state)::text = 'published'::text);
CREATE UNIQUE INDEX training_assistance_once_per_source ON public.training_catalogue_assistance USING btree (source_document, kind, country_id, organization_id, title_en) NULLS NOT DISTINCT WHERE (NOT ((source_document)::text = ''::text));
CREATE INDEX training_catalogue_application_applicant_id_333842e8 ON public.training_catalogue_application USING btree (applicant_id);
CREATE INDEX training_catalogue_application_country_id_c13fed24 ON public.training_catalogue_application USING btree (country_id);
CREATE INDEX training_catalogue_application_country_id_c13fed24_like ON public.training_catalogue_application USING btree (country_id varchar_pattern_ops);
CREATE INDEX training_catalogue_application_session_id_876d6ad1 ON public.training_catalogue_application USING btree (session_id);
CREATE INDEX training_catalogue_applicationstep_application_id_3115aa3a ON public.training_catalogue_applicationstep USING btree (application_id);
CREATE INDEX training_catalogue_applicationstep_by_id_eaa44d31 ON public.training_catalogue_applicationstep USING btree (by_id);
CREATE INDEX training_catalogue_assistance_author_id_eb2469ad ON public.training_catalogue_assistance USING btree (author_id);
CREATE INDEX training_catalogue_assistance_changed_by_id_9f399583 ON public.training_catalogue_assistance USING btree (changed_by_id);
CREATE INDEX training_catalogue_assistance_country_id_50ab8a37 ON public.training_catalogue_assistance USING btree (country_id);
CREATE INDEX training_catalogue_assistance_country_id_50ab8a37_like ON public.training_catalogue_assistance USING btree (country_id varchar_pattern_ops);
CREATE INDEX training_catalogue_assistance_organization_id_ae21164d ON public.training_catalogue_assistance USING btree (organization_id);
CREATE INDEX training_catalogue_assistance_topics_assistance_id_4b912e2d ON public.training_catalogue_assistance_topics USING btree (assistance_id);
CREATE INDEX training_catalogue_assistance_topics_topic_id_79b4b1b9 ON public.training_catalogue_assistance_topics USING btree (topic_id);
CREATE INDEX training_catalogue_assistance_topics_topic_id_79b4b1b9_like ON public.training_catalogue_assistance_topics USING btree (topic_id varchar_pattern_ops);
CREATE INDEX training_catalogue_assistancestep_assistance_id_fca07ab4 ON public.training_catalogue_assistancestep USING btree (assistance_id);
CREATE INDEX training_catalogue_assistancestep_by_id_5c509063 ON public.training_catalogue_assistancestep USING btree (by_id);
CREATE INDEX training_catalogue_cooperation_terms_by_id_65b60dc9 ON public.training_catalogue_cooperation USING btree (terms_by_id);
CREATE INDEX training_catalogue_cooperationreport_written_by_id_97546b8a ON public.training_catalogue_cooperationreport USING btree (written_by_id);
CREATE INDEX training_catalogue_cooperationstep_by_id_9a41ef31 ON public.training_catalogue_cooperationstep USING btree (by_id);
CREATE INDEX training_catalogue_cooperationstep_cooperation_id_e622e976 ON public.training_catalogue_cooperationstep USING btree (cooperation_id);
CREATE INDEX training_catalogue_course_author_id_f298b457 ON public.training_catalogue_course USING btree (author_id);
CREATE INDEX training_catalogue_course_identifier_20c1507c_like ON public.training_catalogue_course USING btree (identifier varchar_pattern_ops);
CREATE INDEX training_catalogue_course_provider_id_9822316a ON public.training_catalogue_course USING btree (provider_id);
CREATE INDEX training_catalogue_course_topics_course_id_72716019 ON public.training_catalogue_course_topics USING btree (course_id);
CREATE INDEX training_catalogue_course_topics_topic_id_3d096281 ON public.training_catalogue_course_topics USING btree (topic_id);
CREATE INDEX training_catalogue_course_topics_topic_id_3d096281_like ON public.training_catalogue_course_topics USING btree (topic_id varchar_pattern_ops);
CREATE INDEX training_catalogue_coursestepevent_by_id_35593198 ON public.training_catalogue_coursestepevent USING btree (by_id);
CREATE INDEX training_catalogue_coursestepevent_course_id_c5ef886c ON public.training_catalogue_coursestepevent USING btree (course_id);
CREATE INDEX training_catalogue_documen_documentedneed_id_89c126ab ON public.training_catalogue_documentedneed_topics USING btree (documentedneed_id);
CREATE INDEX training_catalogue_documentedneed_code_b3862282_like ON public.training_catalogue_documentedneed USING btree (code varchar_pattern_ops);
CREATE INDEX training_catalogue_documentedneed_reserved_by_id_4fda0bb2 ON public.training_catalogue_documentedneed USING btree (reserved_by_id);
CREATE INDEX training_catalogue_documentedneed_reserved_by_id_4fda0bb2_like ON public.training_catalogue_documentedneed USING btree (reserved_by_id varchar_pattern_ops);
CREATE INDEX training_catalogue_documentedneed_topics_topic_id_0f549c55 ON public.training_catalogue_documentedneed_topics USING btree (topic_id);
CREATE INDEX training_catalogue_documentedneed_topics_topic_id_0f549c55_like ON public.training_catalogue_documentedneed_topics USING btree (topic_id varchar_pattern_ops);
CREATE INDEX training_catalogue_harvestsource_by_id_89672e47 ON public.training_catalogue_harvestsource USING btree (by_id);
CREATE INDEX training_catalogue_harvestsource_provider_id_ac57bea8 ON public.training_catalogue_harvestsource USING btree (provider_id);
CREATE INDEX training_catalogue_inquiry_assistance_id_2e67de43 ON public.training_catalogue_inquiry USING btree (assistance_id);
CREATE INDEX training_catalogue_inquiry_sender_id_bac8e40e ON public.training_catalogue_inquiry USING btree (sender_id);
CREATE INDEX training_catalogue_match_closed_by_id_67513ee3 ON public.training_catalogue_match USING btree (closed_by_id);
CREATE INDEX training_catalogue_match_offer_id_d80e7cf5 ON public.training_catalogue_match USING btree (offer_id);
CREATE INDEX training_catalogue_match_proposed_by_id_b1d04824 ON public.training_catalogue_match USING btree (proposed_by_id);
CREATE INDEX training_catalogue_match_request_id_846c7aba ON public.training_catalogue_match USING btree (request_id);
CREATE INDEX training_catalogue_needsanswer_answered_by_id_86b30da0 ON public.training_catalogue_needsanswer USING btree (answered_by_id);
CREATE INDEX training_catalogue_needsanswer_country_id_977361ea ON public.training_catalogue_needsanswer USING btree (country_id);
CREATE INDEX training_catalogue_needsanswer_country_id_977361ea_like ON public.training_catalogue_needsanswer USING btree (country_id varchar_pattern_ops);
CREATE INDEX training_catalogue_needsanswer_round_id_fe8ae896 ON public.training_catalogue_needsanswer USING btree (round_id);
CREATE INDEX training_catalogue_rankedtopic_answer_id_5b6c8818 ON public.training_catalogue_rankedtopic USING btree (answer_id);
CREATE INDEX training_catalogue_rankedtopic_topic_id_77378dc3 ON public.training_catalogue_rankedtopic USING btree (topic_id);
CREATE INDEX training_catalogue_rankedtopic_topic_id_77378dc3_like ON public.training_catalogue_rankedtopic USING btree (topic_id varchar_pattern_ops);
CREATE INDEX training_catalogue_surveyround_created_by_id_3e6f6edf ON public.training_catalogue_surveyround USING btree (created_by_id);
CREATE INDEX training_cooperation_newest ON public.training_catalogue_cooperation USING btree (completed_at DESC, id DESC);
CREATE INDEX translation_desk ON public.l10n_translation USING btree (target_language, waiting_since, id) WHERE ((state)::text = ANY ((ARRAY['stale'::character varying, 'needs_review'::character varying, 'failed_final'::character varying, 'machine_draft'::character varying])::text[]));
CREATE INDEX translation_desk_all ON public.l10n_translation USING btree (waiting_since, id) WHERE ((state)::text = ANY ((ARRAY['stale'::character varying, 'needs_review'::character varying, 'failed_final'::character varying, 'machine_draft'::character varying])::text[]));
CREATE INDEX translation_desk_kinds ON public.l10n_translation USING btree (target_language, kind, waiting_since, id) WHERE ((state)::text = ANY ((ARRAY['stale'::character varying, 'needs_review'::character varying, 'failed_final'::character varying, 'machine_draft'::character varying])::text[]));
CREATE INDEX translation_desk_state ON public.l10n_translation USING btree (country_id, waiting_since, id) WHERE ((state)::text = ANY ((ARRAY['stale'::character varying, 'needs_review'::character varying, 'failed_final'::character varying, 'machine_draft'::character varying])::text[]));
CREATE INDEX translation_desk_states ON public.l10n_translation USING btree (target_language, state, waiting_since, id) WHERE ((state)::text = ANY ((ARRAY['stale'::character varying, 'needs_review'::character varying, 'failed_final'::character varying, 'machine_draft'::character varying])::text[]));
CREATE INDEX translation_desk_sure ON public.l10n_translation USING btree (target_language, confidence, id) WHERE ((state)::text = ANY ((ARRAY['stale'::character varying, 'needs_review'::character varying, 'failed_final'::character varying, 'machine_draft'::character varying])::text[]));
CREATE INDEX translation_due ON public.l10n_translation USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX translation_of_root ON public.l10n_translation USING btree (root, target_language);
CREATE INDEX translation_progress ON public.l10n_translation USING btree (kind, target_language, state);
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE INDEX usersessions_usersession_session_key_fd35de43_like ON public.usersessions_usersession USING btree (session_key varchar_pattern_ops);
CREATE INDEX usersessions_usersession_user_id_af5e0a6d ON public.usersessions_usersession USING btree (user_id);
CREATE TRIGGER fund_account_has_balance AFTER INSERT ON public.fund_account FOR EACH ROW EXECUTE FUNCTION public.fund_account_begins();
CREATE TRIGGER fund_account_is_kept BEFORE DELETE OR UPDATE ON public.fund_account FOR EACH ROW EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_account_not_emptied BEFORE TRUNCATE ON public.fund_account FOR EACH STATEMENT EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_balance_by_legs BEFORE INSERT OR UPDATE ON public.fund_accountbalance FOR EACH ROW WHEN ((pg_trigger_depth() < 1)) EXECUTE FUNCTION public.fund_only_by_legs();
CREATE TRIGGER fund_balance_is_kept BEFORE DELETE ON public.fund_accountbalance FOR EACH ROW EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_balance_not_emptied BEFORE TRUNCATE ON public.fund_accountbalance FOR EACH STATEMENT EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_currency_is_kept BEFORE DELETE OR UPDATE ON public.fund_currency FOR EACH ROW EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_currency_not_emptied BEFORE TRUNCATE ON public.fund_currency FOR EACH STATEMENT EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_draft_is_guarded BEFORE INSERT OR UPDATE ON public.fund_draftentry FOR EACH ROW EXECUTE FUNCTION public.fund_draft_guard();
CREATE TRIGGER fund_draft_is_kept BEFORE DELETE ON public.fund_draftentry FOR EACH ROW EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_draft_not_emptied BEFORE TRUNCATE ON public.fund_draftentry FOR EACH STATEMENT EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_draftstep_is_kept BEFORE DELETE OR UPDATE ON public.fund_draftstep FOR EACH ROW EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_draftstep_not_emptied BEFORE TRUNCATE ON public.fund_draftstep FOR EACH STATEMENT EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_entry_at_the_gate BEFORE INSERT ON public.fund_entry FOR EACH ROW EXECUTE FUNCTION public.fund_entry_gate();
CREATE CONSTRAINT TRIGGER fund_entry_holds AFTER INSERT ON public.fund_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.fund_entry_check();
CREATE TRIGGER fund_entry_is_kept BEFORE DELETE OR UPDATE ON public.fund_entry FOR EACH ROW EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_entry_not_emptied BEFORE TRUNCATE ON public.fund_entry FOR EACH STATEMENT EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_head_is_kept BEFORE INSERT OR DELETE ON public.fund_ledgerhead FOR EACH ROW EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_head_moves_on BEFORE UPDATE ON public.fund_ledgerhead FOR EACH ROW EXECUTE FUNCTION public.fund_head_guard();
CREATE TRIGGER fund_head_not_emptied BEFORE TRUNCATE ON public.fund_ledgerhead FOR EACH STATEMENT EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_leg_is_kept BEFORE DELETE OR UPDATE ON public.fund_leg FOR EACH ROW EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_leg_moves_balance AFTER INSERT ON public.fund_leg REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.fund_legs_count();
CREATE TRIGGER fund_leg_not_emptied BEFORE TRUNCATE ON public.fund_leg FOR EACH STATEMENT EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_period_is_guarded BEFORE INSERT OR UPDATE ON public.fund_period FOR EACH ROW EXECUTE FUNCTION public.fund_period_guard();
CREATE TRIGGER fund_period_is_kept BEFORE DELETE ON public.fund_period FOR EACH ROW EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_period_not_emptied BEFORE TRUNCATE ON public.fund_period FOR EACH STATEMENT EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_snapshot_at_the_gate BEFORE INSERT ON public.fund_snapshot FOR EACH ROW EXECUTE FUNCTION public.fund_snapshot_gate();
CREATE TRIGGER fund_snapshot_is_kept BEFORE DELETE OR UPDATE ON public.fund_snapshot FOR EACH ROW EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_snapshot_not_emptied BEFORE TRUNCATE ON public.fund_snapshot FOR EACH STATEMENT EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_turnover_by_legs BEFORE INSERT OR UPDATE ON public.fund_accountturnover FOR EACH ROW WHEN ((pg_trigger_depth() < 1)) EXECUTE FUNCTION public.fund_only_by_legs();
CREATE TRIGGER fund_turnover_is_kept BEFORE DELETE ON public.fund_accountturnover FOR EACH ROW EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER fund_turnover_not_emptied BEFORE TRUNCATE ON public.fund_accountturnover FOR EACH STATEMENT EXECUTE FUNCTION public.fund_refuse();
CREATE TRIGGER moderation_action_is_kept BEFORE DELETE OR UPDATE ON public.moderation_moderationaction FOR EACH ROW EXECUTE FUNCTION public.moderation_refuse();
CREATE TRIGGER moderation_action_not_emptied BEFORE TRUNCATE ON public.moderation_moderationaction FOR EACH STATEMENT EXECUTE FUNCTION public.moderation_refuse();
CREATE TRIGGER pgtrigger_append_only_3ef56 BEFORE DELETE OR UPDATE ON public.network_apitokenevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3ef56();
CREATE TRIGGER pgtrigger_append_only_5548e BEFORE DELETE OR UPDATE ON public.fora_spacegrantevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5548e();
CREATE TRIGGER pgtrigger_append_only_6499e BEFORE DELETE OR UPDATE ON public.fund_agreementevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6499e();
CREATE TRIGGER pgtrigger_append_only_a17c9 BEFORE DELETE OR UPDATE ON public.fund_pledgeevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a17c9();
CREATE TRIGGER pgtrigger_append_only_a2386 BEFORE DELETE OR UPDATE ON public.network_rolegrantevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a2386();
CREATE TRIGGER pgtrigger_append_only_ac937 BEFORE DELETE OR UPDATE ON public.practices_reviewevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ac937();
CREATE TRIGGER pgtrigger_append_only_b884a BEFORE DELETE OR UPDATE ON public.practices_reviewroundevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b884a();
CREATE TRIGGER pgtrigger_append_only_f1764 BEFORE DELETE OR UPDATE ON public.fund_projectevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f1764();
CREATE TRIGGER pgtrigger_insert_insert_3e04e AFTER INSERT ON public.fora_spacegrant FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_3e04e();
CREATE TRIGGER pgtrigger_insert_insert_6537d AFTER INSERT ON public.practices_reviewround FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_6537d();
CREATE TRIGGER pgtrigger_insert_insert_67385 AFTER INSERT ON public.practices_review FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_67385();
CREATE TRIGGER pgtrigger_insert_insert_68f8e AFTER INSERT ON public.fund_project FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_68f8e();
CREATE TRIGGER pgtrigger_insert_insert_82d1d AFTER INSERT ON public.fund_agreement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_82d1d();
CREATE TRIGGER pgtrigger_insert_insert_ba2cb AFTER INSERT ON public.fund_pledge FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ba2cb();
CREATE TRIGGER pgtrigger_insert_insert_c2adc AFTER INSERT ON public.network_rolegrant FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c2adc();
CREATE TRIGGER pgtrigger_insert_insert_efe1e AFTER INSERT ON public.network_apitoken FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_efe1e();
CREATE TRIGGER pgtrigger_update_update_032d7 AFTER UPDATE ON public.fund_pledge FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_032d7();
CREATE TRIGGER pgtrigger_update_update_1b2c3 AFTER UPDATE ON public.network_apitoken FOR EACH ROW WHEN (((old.expires_at IS DISTINCT FROM new.expires_at) OR (old.id IS DISTINCT FROM new.id) OR (old.made_at IS DISTINCT FROM new.made_at) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.revoked_at IS DISTINCT FROM new.revoked_at) OR ((old.scope)::text IS DISTINCT FROM (new.scope)::text) OR (old.user_id IS DISTINCT FROM new.user_id))) EXECUTE FUNCTION public.pgtrigger_update_update_1b2c3();
CREATE TRIGGER pgtrigger_update_update_1ea07 AFTER UPDATE ON public.fund_project FOR EACH ROW WHEN (((old.ends_on IS DISTINCT FROM new.ends_on) OR (old.fund_id IS DISTINCT FROM new.fund_id) OR (old.id IS DISTINCT FROM new.id) OR ((old.identifier)::text IS DISTINCT FROM (new.identifier)::text) OR ((old.implementer)::text IS DISTINCT FROM (new.implementer)::text) OR (old.is_demonstration IS DISTINCT FROM new.is_demonstration) OR (old.practices IS DISTINCT FROM new.practices) OR ((old.source_language)::text IS DISTINCT FROM (new.source_language)::text) OR (old.starts_on IS DISTINCT FROM new.starts_on) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.summary IS DISTINCT FROM new.summary) OR ((old.title)::text IS DISTINCT FROM (new.title)::text) OR (old.translation_marks IS DISTINCT FROM new.translation_marks))) EXECUTE FUNCTION public.pgtrigger_update_update_1ea07();
CREATE TRIGGER pgtrigger_update_update_9c2eb AFTER UPDATE ON public.fora_spacegrant FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9c2eb();
CREATE TRIGGER pgtrigger_update_update_9e24e AFTER UPDATE ON public.practices_reviewround FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9e24e();
CREATE TRIGGER pgtrigger_update_update_cd85e AFTER UPDATE ON public.network_rolegrant FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_cd85e();
CREATE TRIGGER pgtrigger_update_update_d67e0 AFTER UPDATE ON public.fund_agreement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d67e0();
CREATE TRIGGER pgtrigger_update_update_f5bab AFTER UPDATE ON public.practices_review FOR EACH ROW WHEN (((old.accepted_at IS DISTINCT FROM new.accepted_at) OR (old.agreed_at IS DISTINCT FROM new.agreed_at) OR (old.due_on IS DISTINCT FROM new.due_on) OR (old.end_note IS DISTINCT FROM new.end_note) OR ((old.end_reason)::text IS DISTINCT FROM (new.end_reason)::text) OR (old.ended_at IS DISTINCT FROM new.ended_at) OR (old.id IS DISTINCT FROM new.id) OR (old.named_at IS DISTINCT FROM new.named_at) OR (old.named_by_id IS DISTINCT FROM new.named_by_id) OR (old.reviewer_id IS DISTINCT FROM new.reviewer_id) OR (old.round_id IS DISTINCT FROM new.round_id) OR (old.saved_at IS DISTINCT FROM new.saved_at) OR (old.scores IS DISTINCT FROM new.scores) OR (old.submitted_at IS DISTINCT FROM new.submitted_at) OR (old.uuid IS DISTINCT FROM new.uuid))) EXECUTE FUNCTION public.pgtrigger_update_update_f5bab();
CREATE TRIGGER search_row_deleted AFTER DELETE ON public.search_searchrow REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION public.search_count_pairs();
CREATE TRIGGER search_row_inserted AFTER INSERT ON public.search_searchrow REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.search_count_pairs();
CREATE TRIGGER search_row_updated AFTER UPDATE ON public.search_searchrow REFERENCING OLD TABLE AS stale NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.search_count_pairs();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce FOREIGN KEY (access_attempt_id) REFERENCES public.axes_accessattempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.following_hit
    ADD CONSTRAINT following_hit_interest_id_ae8da3d2_fk_following_interest_id FOREIGN KEY (interest_id) REFERENCES public.following_interest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.following_interest
    ADD CONSTRAINT following_interest_user_id_27747e81_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_agendaitem
    ADD CONSTRAINT fora_agendaitem_space_id_6669780f_fk_fora_space_id FOREIGN KEY (space_id) REFERENCES public.fora_space(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_backgroundpaper
    ADD CONSTRAINT fora_backgroundpaper_space_id_1aa278a4_fk_fora_space_id FOREIGN KEY (space_id) REFERENCES public.fora_space(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_citation
    ADD CONSTRAINT fora_citation_cited_by_id_901a76fe_fk_network_user_id FOREIGN KEY (cited_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_citation
    ADD CONSTRAINT fora_citation_report_id_fc45522e_fk_fora_finalreport_id FOREIGN KEY (report_id) REFERENCES public.fora_finalreport(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_citation
    ADD CONSTRAINT fora_citation_revision_id_1d478266_fk_fora_postrevision_id FOREIGN KEY (revision_id) REFERENCES public.fora_postrevision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_finalreport
    ADD CONSTRAINT fora_finalreport_space_id_d96343c3_fk_fora_space_id FOREIGN KEY (space_id) REFERENCES public.fora_space(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_finalreport
    ADD CONSTRAINT fora_finalreport_written_by_id_e84fbb45_fk_network_user_id FOREIGN KEY (written_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_mention
    ADD CONSTRAINT fora_mention_post_id_763defb4_fk_fora_post_id FOREIGN KEY (post_id) REFERENCES public.fora_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_mention
    ADD CONSTRAINT fora_mention_user_id_2aa01508_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_paperversion
    ADD CONSTRAINT fora_paperversion_paper_id_2a59805b_fk_fora_backgroundpaper_id FOREIGN KEY (paper_id) REFERENCES public.fora_backgroundpaper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_post
    ADD CONSTRAINT fora_post_author_id_6ff43721_fk_network_user_id FOREIGN KEY (author_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_post
    ADD CONSTRAINT fora_post_country_id_16e56206_fk_network_memberstate_iso2 FOREIGN KEY (country_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_post
    ADD CONSTRAINT fora_post_reply_to_id_9757b70f_fk_fora_post_id FOREIGN KEY (reply_to_id) REFERENCES public.fora_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_post
    ADD CONSTRAINT fora_post_thread_id_e56e34d5_fk_fora_thread_id FOREIGN KEY (thread_id) REFERENCES public.fora_thread(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_postattachment
    ADD CONSTRAINT fora_postattachment_post_id_d409bc82_fk_fora_post_id FOREIGN KEY (post_id) REFERENCES public.fora_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_postmove
    ADD CONSTRAINT fora_postmove_by_id_4155b558_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_postmove
    ADD CONSTRAINT fora_postmove_post_id_67f8b46d_fk_fora_post_id FOREIGN KEY (post_id) REFERENCES public.fora_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_postmove
    ADD CONSTRAINT fora_postmove_thread_id_3a913fb0_fk_fora_thread_id FOREIGN KEY (thread_id) REFERENCES public.fora_thread(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_postrevision
    ADD CONSTRAINT fora_postrevision_by_id_5e067e64_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_postrevision
    ADD CONSTRAINT fora_postrevision_post_id_6ecfd5dd_fk_fora_post_id FOREIGN KEY (post_id) REFERENCES public.fora_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_proposalsupport
    ADD CONSTRAINT fora_proposalsupport_country_id_9177ca37_fk_network_m FOREIGN KEY (country_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_proposalsupport
    ADD CONSTRAINT fora_proposalsupport_proposal_id_88723dc0_fk_fora_topi FOREIGN KEY (proposal_id) REFERENCES public.fora_topicproposal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_proposalsupport
    ADD CONSTRAINT fora_proposalsupport_user_id_e5b98c92_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_quote
    ADD CONSTRAINT fora_quote_post_id_156ca8dd_fk_fora_post_id FOREIGN KEY (post_id) REFERENCES public.fora_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_quote
    ADD CONSTRAINT fora_quote_revision_id_93b05a2c_fk_fora_postrevision_id FOREIGN KEY (revision_id) REFERENCES public.fora_postrevision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_readspace
    ADD CONSTRAINT fora_readspace_space_id_445fc3e8_fk_fora_space_id FOREIGN KEY (space_id) REFERENCES public.fora_space(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_readspace
    ADD CONSTRAINT fora_readspace_user_id_01df4ae2_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_readthread
    ADD CONSTRAINT fora_readthread_thread_id_3ab51208_fk_fora_thread_id FOREIGN KEY (thread_id) REFERENCES public.fora_thread(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_readthread
    ADD CONSTRAINT fora_readthread_user_id_40b47ef7_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_space
    ADD CONSTRAINT fora_space_country_id_b7ca44fe_fk_network_memberstate_iso2 FOREIGN KEY (country_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_space
    ADD CONSTRAINT fora_space_created_by_id_9bbb994f_fk_network_user_id FOREIGN KEY (created_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_space_topics
    ADD CONSTRAINT fora_space_topics_space_id_9d3695d9_fk_fora_space_id FOREIGN KEY (space_id) REFERENCES public.fora_space(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_space_topics
    ADD CONSTRAINT fora_space_topics_topic_id_812194b2_fk_network_topic_slug FOREIGN KEY (topic_id) REFERENCES public.network_topic(slug) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_spacegrant
    ADD CONSTRAINT fora_spacegrant_granted_by_id_a401bdbd_fk_network_user_id FOREIGN KEY (granted_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_spacegrant
    ADD CONSTRAINT fora_spacegrant_revoked_by_id_233642d0_fk_network_user_id FOREIGN KEY (revoked_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_spacegrant
    ADD CONSTRAINT fora_spacegrant_space_id_4b622b2d_fk_fora_space_id FOREIGN KEY (space_id) REFERENCES public.fora_space(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_spacegrant
    ADD CONSTRAINT fora_spacegrant_user_id_4d2182bd_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_subscription
    ADD CONSTRAINT fora_subscription_space_id_fbdca227_fk_fora_space_id FOREIGN KEY (space_id) REFERENCES public.fora_space(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_subscription
    ADD CONSTRAINT fora_subscription_thread_id_1caac658_fk_fora_thread_id FOREIGN KEY (thread_id) REFERENCES public.fora_thread(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_subscription
    ADD CONSTRAINT fora_subscription_user_id_7c223430_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_thread
    ADD CONSTRAINT fora_thread_agenda_item_id_24f29c81_fk_fora_agendaitem_id FOREIGN KEY (agenda_item_id) REFERENCES public.fora_agendaitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_thread
    ADD CONSTRAINT fora_thread_space_id_42edb676_fk_fora_space_id FOREIGN KEY (space_id) REFERENCES public.fora_space(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_thread
    ADD CONSTRAINT fora_thread_starter_id_e2a31840_fk_network_user_id FOREIGN KEY (starter_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_threadmove
    ADD CONSTRAINT fora_threadmove_space_id_9fb47b60_fk_fora_space_id FOREIGN KEY (space_id) REFERENCES public.fora_space(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_threadmove
    ADD CONSTRAINT fora_threadmove_thread_id_bd43987b_fk_fora_thread_id FOREIGN KEY (thread_id) REFERENCES public.fora_thread(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_topicproposal
    ADD CONSTRAINT fora_topicproposal_country_id_244d708e_fk_network_m FOREIGN KEY (country_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_topicproposal
    ADD CONSTRAINT fora_topicproposal_decided_by_id_fec4a9b0_fk_network_user_id FOREIGN KEY (decided_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_topicproposal
    ADD CONSTRAINT fora_topicproposal_proposed_by_id_1e0da83f_fk_network_user_id FOREIGN KEY (proposed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_topicproposal
    ADD CONSTRAINT fora_topicproposal_space_id_e5f2a4c9_fk_fora_space_id FOREIGN KEY (space_id) REFERENCES public.fora_space(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_topicproposal_topics
    ADD CONSTRAINT fora_topicproposal_t_topic_id_72d2bdf5_fk_network_t FOREIGN KEY (topic_id) REFERENCES public.network_topic(slug) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fora_topicproposal_topics
    ADD CONSTRAINT fora_topicproposal_t_topicproposal_id_c23f8313_fk_fora_topi FOREIGN KEY (topicproposal_id) REFERENCES public.fora_topicproposal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_account
    ADD CONSTRAINT fund_account_agreement_id_06960070_fk_fund_agreement_id FOREIGN KEY (agreement_id) REFERENCES public.fund_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_account
    ADD CONSTRAINT fund_account_currency_id_74fe3b9e_fk_fund_currency_code FOREIGN KEY (currency_id) REFERENCES public.fund_currency(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_account
    ADD CONSTRAINT fund_account_donor_id_4ec2a638_fk_fund_donor_id FOREIGN KEY (donor_id) REFERENCES public.fund_donor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_account
    ADD CONSTRAINT fund_account_earmark_id_5d241d4f_fk_fund_earmark_id FOREIGN KEY (earmark_id) REFERENCES public.fund_earmark(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_account
    ADD CONSTRAINT fund_account_fund_id_ece0e88b_fk_fund_fund_id FOREIGN KEY (fund_id) REFERENCES public.fund_fund(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_account
    ADD CONSTRAINT fund_account_project_id_557d94e4_fk_fund_project_id FOREIGN KEY (project_id) REFERENCES public.fund_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_accountbalance
    ADD CONSTRAINT fund_accountbalance_account_id_218a5ca9_fk_fund_account_id FOREIGN KEY (account_id) REFERENCES public.fund_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_accountturnover
    ADD CONSTRAINT fund_accountturnover_account_id_78d27959_fk_fund_account_id FOREIGN KEY (account_id) REFERENCES public.fund_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_agreement
    ADD CONSTRAINT fund_agreement_currency_id_7a6a4ade_fk_fund_currency_code FOREIGN KEY (currency_id) REFERENCES public.fund_currency(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_agreement
    ADD CONSTRAINT fund_agreement_donor_id_2f57eb87_fk_fund_donor_id FOREIGN KEY (donor_id) REFERENCES public.fund_donor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_agreement
    ADD CONSTRAINT fund_agreement_earmark_id_8f11567b_fk_fund_earmark_id FOREIGN KEY (earmark_id) REFERENCES public.fund_earmark(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_agreement
    ADD CONSTRAINT fund_agreement_fund_id_28619d30_fk_fund_fund_id FOREIGN KEY (fund_id) REFERENCES public.fund_fund(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_agreement
    ADD CONSTRAINT fund_agreement_pledge_id_03c82f0e_fk_fund_pledge_id FOREIGN KEY (pledge_id) REFERENCES public.fund_pledge(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_agreement
    ADD CONSTRAINT fund_agreement_recorded_by_id_7fbfaaa1_fk_network_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_attachment
    ADD CONSTRAINT fund_attachment_added_by_id_7efe025e_fk_network_user_id FOREIGN KEY (added_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_attachment
    ADD CONSTRAINT fund_attachment_agreement_id_6465d34e_fk_fund_agreement_id FOREIGN KEY (agreement_id) REFERENCES public.fund_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_attachment
    ADD CONSTRAINT fund_attachment_draft_id_d01f93d8_fk_fund_draftentry_id FOREIGN KEY (draft_id) REFERENCES public.fund_draftentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_bankfile
    ADD CONSTRAINT fund_bankfile_currency_id_4ed92345_fk_fund_currency_code FOREIGN KEY (currency_id) REFERENCES public.fund_currency(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_bankfile
    ADD CONSTRAINT fund_bankfile_fund_id_9d818e27_fk_fund_fund_id FOREIGN KEY (fund_id) REFERENCES public.fund_fund(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_bankfile
    ADD CONSTRAINT fund_bankfile_read_by_id_82e01673_fk_network_user_id FOREIGN KEY (read_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_bankline
    ADD CONSTRAINT fund_bankline_decided_by_id_e677a5a7_fk_network_user_id FOREIGN KEY (decided_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_bankline
    ADD CONSTRAINT fund_bankline_entry_id_1b0cdc57_fk_fund_entry_number FOREIGN KEY (entry_id) REFERENCES public.fund_entry(number) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_bankline
    ADD CONSTRAINT fund_bankline_file_id_39880e36_fk_fund_bankfile_id FOREIGN KEY (file_id) REFERENCES public.fund_bankfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_donor
    ADD CONSTRAINT fund_donor_organization_id_c6ef35a3_fk_network_organization_id FOREIGN KEY (organization_id) REFERENCES public.network_organization(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_donor
    ADD CONSTRAINT fund_donor_state_id_a4185f1a_fk_network_memberstate_iso2 FOREIGN KEY (state_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_draftentry
    ADD CONSTRAINT fund_draftentry_agreement_id_f6bbc14a_fk_fund_agreement_id FOREIGN KEY (agreement_id) REFERENCES public.fund_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_draftentry
    ADD CONSTRAINT fund_draftentry_decided_by_id_51662cb9_fk_network_user_id FOREIGN KEY (decided_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_draftentry
    ADD CONSTRAINT fund_draftentry_donor_id_bee5d2ce_fk_fund_donor_id FOREIGN KEY (donor_id) REFERENCES public.fund_donor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_draftentry
    ADD CONSTRAINT fund_draftentry_fund_id_f9fe98dd_fk_fund_fund_id FOREIGN KEY (fund_id) REFERENCES public.fund_fund(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_draftentry
    ADD CONSTRAINT fund_draftentry_prepared_by_id_0535b2f8_fk_network_user_id FOREIGN KEY (prepared_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_draftentry
    ADD CONSTRAINT fund_draftentry_project_id_f681533a_fk_fund_project_id FOREIGN KEY (project_id) REFERENCES public.fund_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_draftentry
    ADD CONSTRAINT fund_draftentry_reverses_id_f90411d3_fk_fund_entry_number FOREIGN KEY (reverses_id) REFERENCES public.fund_entry(number) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_draftstep
    ADD CONSTRAINT fund_draftstep_by_id_75a9c182_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_draftstep
    ADD CONSTRAINT fund_draftstep_draft_id_a2380f59_fk_fund_draftentry_id FOREIGN KEY (draft_id) REFERENCES public.fund_draftentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_earmark
    ADD CONSTRAINT fund_earmark_project_id_a909bc9b_fk_fund_project_id FOREIGN KEY (project_id) REFERENCES public.fund_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_earmark
    ADD CONSTRAINT fund_earmark_state_id_4ca5dfa6_fk_network_memberstate_iso2 FOREIGN KEY (state_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_earmark
    ADD CONSTRAINT fund_earmark_topic_id_b7b55edc_fk_network_topic_slug FOREIGN KEY (topic_id) REFERENCES public.network_topic(slug) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_agreement_id_978895bd_fk_fund_agreement_id FOREIGN KEY (agreement_id) REFERENCES public.fund_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_approved_by_id_807b66b7_fk_network_user_id FOREIGN KEY (approved_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_donor_id_5076665e_fk_fund_donor_id FOREIGN KEY (donor_id) REFERENCES public.fund_donor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_fund_id_cecbf239_fk_fund_fund_id FOREIGN KEY (fund_id) REFERENCES public.fund_fund(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_of_its_draft FOREIGN KEY (draft_id, prepared_by_id) REFERENCES public.fund_draftentry(id, prepared_by_id);
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_period_id_e8edc603_fk_fund_period_id FOREIGN KEY (period_id) REFERENCES public.fund_period(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_project_id_1dbea62c_fk_fund_project_id FOREIGN KEY (project_id) REFERENCES public.fund_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_entry
    ADD CONSTRAINT fund_entry_reverses_id_9e193be8_fk_fund_entry_number FOREIGN KEY (reverses_id) REFERENCES public.fund_entry(number) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_fund
    ADD CONSTRAINT fund_fund_base_currency_id_b486ab5b_fk_fund_currency_code FOREIGN KEY (base_currency_id) REFERENCES public.fund_currency(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_leg
    ADD CONSTRAINT fund_leg_in_its_currency FOREIGN KEY (account_id, currency_id) REFERENCES public.fund_account(id, currency_id);
ALTER TABLE ONLY public.fund_leg
    ADD CONSTRAINT fund_leg_of_its_entry FOREIGN KEY (entry_id, leg_count, booked_on) REFERENCES public.fund_entry(number, leg_count, booked_on);
ALTER TABLE ONLY public.fund_period
    ADD CONSTRAINT fund_period_closed_by_id_5cfbebc4_fk_network_user_id FOREIGN KEY (closed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_pledge
    ADD CONSTRAINT fund_pledge_currency_id_fb6ab4a7_fk_fund_currency_code FOREIGN KEY (currency_id) REFERENCES public.fund_currency(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_pledge
    ADD CONSTRAINT fund_pledge_donor_id_e0ae9825_fk_fund_donor_id FOREIGN KEY (donor_id) REFERENCES public.fund_donor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_pledge
    ADD CONSTRAINT fund_pledge_fund_id_09698601_fk_fund_fund_id FOREIGN KEY (fund_id) REFERENCES public.fund_fund(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_pledge
    ADD CONSTRAINT fund_pledge_recorded_by_id_31b7ce23_fk_network_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_project
    ADD CONSTRAINT fund_project_fund_id_b204ee75_fk_fund_fund_id FOREIGN KEY (fund_id) REFERENCES public.fund_fund(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_project_states
    ADD CONSTRAINT fund_project_states_memberstate_id_87433f28_fk_network_m FOREIGN KEY (memberstate_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_project_states
    ADD CONSTRAINT fund_project_states_project_id_e5de48ec_fk_fund_project_id FOREIGN KEY (project_id) REFERENCES public.fund_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_project_topics
    ADD CONSTRAINT fund_project_topics_project_id_58888d7e_fk_fund_project_id FOREIGN KEY (project_id) REFERENCES public.fund_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_project_topics
    ADD CONSTRAINT fund_project_topics_topic_id_ed34f590_fk_network_topic_slug FOREIGN KEY (topic_id) REFERENCES public.network_topic(slug) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_sentform
    ADD CONSTRAINT fund_sentform_by_id_b7d437a6_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_snapshot
    ADD CONSTRAINT fund_snapshot_account_id_c7c6d94b_fk_fund_account_id FOREIGN KEY (account_id) REFERENCES public.fund_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fund_snapshot
    ADD CONSTRAINT fund_snapshot_period_id_8a4852aa_fk_fund_period_id FOREIGN KEY (period_id) REFERENCES public.fund_period(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.imports_import
    ADD CONSTRAINT imports_import_by_id_8b8eb7fa_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.imports_importrow
    ADD CONSTRAINT imports_importrow_batch_id_0b8d5349_fk_imports_import_id FOREIGN KEY (batch_id) REFERENCES public.imports_import(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.l10n_glossaryterm
    ADD CONSTRAINT l10n_glossaryterm_changed_by_id_1bb16c24_fk_network_user_id FOREIGN KEY (changed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.l10n_memorysegment
    ADD CONSTRAINT l10n_memorysegment_approved_by_id_2d047d38_fk_network_user_id FOREIGN KEY (approved_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.l10n_memorysegment
    ADD CONSTRAINT l10n_memorysegment_translation_id_a412c1eb_fk_l10n_tran FOREIGN KEY (translation_id) REFERENCES public.l10n_translation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.l10n_suggestion
    ADD CONSTRAINT l10n_suggestion_by_id_ba4b49f2_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.l10n_suggestion
    ADD CONSTRAINT l10n_suggestion_decided_by_id_256b69b5_fk_network_user_id FOREIGN KEY (decided_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.l10n_suggestion
    ADD CONSTRAINT l10n_suggestion_translation_id_934e0a77_fk_l10n_translation_id FOREIGN KEY (translation_id) REFERENCES public.l10n_translation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.l10n_translation
    ADD CONSTRAINT l10n_translation_approved_by_id_e04b8e9f_fk_network_user_id FOREIGN KEY (approved_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.l10n_translation
    ADD CONSTRAINT l10n_translation_claimed_by_id_f61187b5_fk_network_user_id FOREIGN KEY (claimed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.l10n_translation
    ADD CONSTRAINT l10n_translation_country_id_6be06365_fk_network_m FOREIGN KEY (country_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.l10n_translation
    ADD CONSTRAINT l10n_translation_draft_by_id_38d6eb47_fk_network_user_id FOREIGN KEY (draft_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.l10n_translationstep
    ADD CONSTRAINT l10n_translationstep_by_id_60bce781_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.l10n_translationstep
    ADD CONSTRAINT l10n_translationstep_translation_id_00536223_fk_l10n_tran FOREIGN KEY (translation_id) REFERENCES public.l10n_translation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.moderation_appeal
    ADD CONSTRAINT moderation_appeal_action_id_9dc4e2ce_fk_moderatio FOREIGN KEY (action_id) REFERENCES public.moderation_moderationaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.moderation_appeal
    ADD CONSTRAINT moderation_appeal_by_id_5499db55_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.moderation_appeal
    ADD CONSTRAINT moderation_appeal_decided_by_id_56a03eee_fk_network_user_id FOREIGN KEY (decided_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.moderation_flag
    ADD CONSTRAINT moderation_flag_case_id_ceb05d74_fk_moderatio FOREIGN KEY (case_id) REFERENCES public.moderation_moderationcase(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.moderation_flag
    ADD CONSTRAINT moderation_flag_reporter_id_c583788c_fk_network_user_id FOREIGN KEY (reporter_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.moderation_moderationaction
    ADD CONSTRAINT moderation_moderatio_author_id_90d8ffde_fk_network_u FOREIGN KEY (author_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.moderation_moderationaction
    ADD CONSTRAINT moderation_moderatio_case_id_e9a211fa_fk_moderatio FOREIGN KEY (case_id) REFERENCES public.moderation_moderationcase(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.moderation_moderationcase
    ADD CONSTRAINT moderation_moderatio_claimed_by_id_67b2d44b_fk_network_u FOREIGN KEY (claimed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.moderation_moderationcase
    ADD CONSTRAINT moderation_moderatio_closed_by_id_1170aa35_fk_network_u FOREIGN KEY (closed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.moderation_moderationaction
    ADD CONSTRAINT moderation_moderationaction_by_id_b3f2f03b_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.moderation_sanction
    ADD CONSTRAINT moderation_sanction_action_id_6a740681_fk_moderatio FOREIGN KEY (action_id) REFERENCES public.moderation_moderationaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.moderation_sanction
    ADD CONSTRAINT moderation_sanction_lifted_by_id_f8037176_fk_network_user_id FOREIGN KEY (lifted_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.moderation_sanction
    ADD CONSTRAINT moderation_sanction_user_id_b32ec15e_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_accountmail
    ADD CONSTRAINT network_accountmail_user_id_83c7916a_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_answeredrequest
    ADD CONSTRAINT network_answeredrequest_user_id_fec7540b_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_apitoken
    ADD CONSTRAINT network_apitoken_user_id_0c6fe498_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_emailchange
    ADD CONSTRAINT network_emailchange_user_id_d3a09214_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_handover
    ADD CONSTRAINT network_handover_decided_by_id_a312e4fe_fk_network_user_id FOREIGN KEY (decided_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_handover
    ADD CONSTRAINT network_handover_grant_id_b9a49ec8_fk_network_rolegrant_id FOREIGN KEY (grant_id) REFERENCES public.network_rolegrant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_handover
    ADD CONSTRAINT network_handover_invitation_id_dedebb59_fk_network_i FOREIGN KEY (invitation_id) REFERENCES public.network_invitation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_handover
    ADD CONSTRAINT network_handover_started_by_id_9d1bbf8e_fk_network_user_id FOREIGN KEY (started_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_invitation
    ADD CONSTRAINT network_invitation_invited_by_id_86429c61_fk_network_user_id FOREIGN KEY (invited_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_invitation
    ADD CONSTRAINT network_invitation_organization_id_5160e108_fk_network_o FOREIGN KEY (organization_id) REFERENCES public.network_organization(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_invitation
    ADD CONSTRAINT network_invitation_revoked_by_id_51a437c8_fk_network_user_id FOREIGN KEY (revoked_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_invitation
    ADD CONSTRAINT network_invitation_state_id_d084f586_fk_network_m FOREIGN KEY (state_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_invitation
    ADD CONSTRAINT network_invitation_used_by_id_9fec5574_fk_network_user_id FOREIGN KEY (used_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_membership
    ADD CONSTRAINT network_membership_organization_id_e58b354a_fk_network_o FOREIGN KEY (organization_id) REFERENCES public.network_organization(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_membership
    ADD CONSTRAINT network_membership_user_id_9aa84ae2_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_memberstate
    ADD CONSTRAINT network_memberstate_office_id_07a9aeba_fk_network_o FOREIGN KEY (office_id) REFERENCES public.network_organization(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_organization
    ADD CONSTRAINT network_organization_state_id_2accbc63_fk_network_m FOREIGN KEY (state_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_registrationrequest
    ADD CONSTRAINT network_registration_decided_by_id_921913a7_fk_network_u FOREIGN KEY (decided_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_registrationrequest
    ADD CONSTRAINT network_registration_invitation_id_58463005_fk_network_i FOREIGN KEY (invitation_id) REFERENCES public.network_invitation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_registrationrequest
    ADD CONSTRAINT network_registration_organization_id_0a110829_fk_network_o FOREIGN KEY (organization_id) REFERENCES public.network_organization(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_registrationrequest
    ADD CONSTRAINT network_registration_organization_state_i_a6021735_fk_network_m FOREIGN KEY (organization_state_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_rolegrant
    ADD CONSTRAINT network_rolegrant_granted_by_id_c5d95098_fk_network_user_id FOREIGN KEY (granted_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_rolegrant
    ADD CONSTRAINT network_rolegrant_organization_id_a1a11fc3_fk_network_o FOREIGN KEY (organization_id) REFERENCES public.network_organization(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_rolegrant
    ADD CONSTRAINT network_rolegrant_revoked_by_id_e5ebe15c_fk_network_user_id FOREIGN KEY (revoked_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_rolegrant
    ADD CONSTRAINT network_rolegrant_state_id_d6faa94b_fk_network_memberstate_iso2 FOREIGN KEY (state_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_rolegrant
    ADD CONSTRAINT network_rolegrant_user_id_8ac4785c_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_statestatusperiod
    ADD CONSTRAINT network_statestatusp_recorded_by_id_9ac28c5b_fk_network_u FOREIGN KEY (recorded_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_statestatusperiod
    ADD CONSTRAINT network_statestatusp_state_id_c8dcea85_fk_network_m FOREIGN KEY (state_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_topic
    ADD CONSTRAINT network_topic_parent_id_53c0c3f9_fk_network_topic_slug FOREIGN KEY (parent_id) REFERENCES public.network_topic(slug) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_user_groups
    ADD CONSTRAINT network_user_groups_group_id_24710f85_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_user_groups
    ADD CONSTRAINT network_user_groups_user_id_b290f802_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_user_user_permissions
    ADD CONSTRAINT network_user_user_pe_permission_id_3749fcef_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_user_user_permissions
    ADD CONSTRAINT network_user_user_pe_user_id_bcdfaae3_fk_network_u FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_announcement_states
    ADD CONSTRAINT notifications_announ_announcement_id_14910cf1_fk_notificat FOREIGN KEY (announcement_id) REFERENCES public.notifications_announcement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_announcement
    ADD CONSTRAINT notifications_announ_approved_by_id_d9980841_fk_network_u FOREIGN KEY (approved_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_announcement
    ADD CONSTRAINT notifications_announ_author_id_aec4485c_fk_network_u FOREIGN KEY (author_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_announcement_states
    ADD CONSTRAINT notifications_announ_memberstate_id_f98f056c_fk_network_m FOREIGN KEY (memberstate_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_digest
    ADD CONSTRAINT notifications_digest_recipient_id_d7c3824c_fk_network_user_id FOREIGN KEY (recipient_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_mailsettings
    ADD CONSTRAINT notifications_mailsettings_user_id_ed9ca60d_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_notification
    ADD CONSTRAINT notifications_notifi_about_type_id_0963801d_fk_django_co FOREIGN KEY (about_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_notification
    ADD CONSTRAINT notifications_notifi_digest_id_c54845ff_fk_notificat FOREIGN KEY (digest_id) REFERENCES public.notifications_digest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_notification
    ADD CONSTRAINT notifications_notifi_recipient_id_d055f3f0_fk_network_u FOREIGN KEY (recipient_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_notification
    ADD CONSTRAINT notifications_notification_actor_id_ec6170c3_fk_network_user_id FOREIGN KEY (actor_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_preference
    ADD CONSTRAINT notifications_prefer_about_type_id_87452a76_fk_django_co FOREIGN KEY (about_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_preference
    ADD CONSTRAINT notifications_preference_user_id_c839c2d6_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_adaptation_topics
    ADD CONSTRAINT practices_adaptation_adaptation_id_6451909c_fk_practices FOREIGN KEY (adaptation_id) REFERENCES public.practices_adaptation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_adaptationstep
    ADD CONSTRAINT practices_adaptation_adaptation_id_dbd3dcab_fk_practices FOREIGN KEY (adaptation_id) REFERENCES public.practices_adaptation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_adaptation
    ADD CONSTRAINT practices_adaptation_author_id_211cbf1b_fk_network_user_id FOREIGN KEY (author_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_adaptation
    ADD CONSTRAINT practices_adaptation_changed_by_id_886cffcd_fk_network_user_id FOREIGN KEY (changed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_adaptation
    ADD CONSTRAINT practices_adaptation_country_id_d94fbbef_fk_network_m FOREIGN KEY (country_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_adaptation
    ADD CONSTRAINT practices_adaptation_organization_id_84c7a2ca_fk_network_o FOREIGN KEY (organization_id) REFERENCES public.network_organization(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_adaptation
    ADD CONSTRAINT practices_adaptation_origin_id_0f2d9ee6_fk_practices FOREIGN KEY (origin_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_adaptation
    ADD CONSTRAINT practices_adaptation_resulting_practice_i_afc3d9f2_fk_practices FOREIGN KEY (resulting_practice_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_adaptation_topics
    ADD CONSTRAINT practices_adaptation_topic_id_868b7ae2_fk_network_t FOREIGN KEY (topic_id) REFERENCES public.network_topic(slug) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_adaptationstep
    ADD CONSTRAINT practices_adaptationstep_by_id_e29e5573_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_buildingblock
    ADD CONSTRAINT practices_buildingbl_practice_id_e17b0296_fk_practices FOREIGN KEY (practice_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_buildingblock
    ADD CONSTRAINT practices_buildingbl_revises_id_93bf96dd_fk_practices FOREIGN KEY (revises_id) REFERENCES public.practices_buildingblock(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_evaluation
    ADD CONSTRAINT practices_evaluation_practice_id_aa108ea9_fk_practices FOREIGN KEY (practice_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_evaluation
    ADD CONSTRAINT practices_evaluation_revises_id_765613ae_fk_practices FOREIGN KEY (revises_id) REFERENCES public.practices_evaluation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_fieldcomment
    ADD CONSTRAINT practices_fieldcomme_answered_by_id_b03e48e4_fk_network_u FOREIGN KEY (answered_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_fieldcomment
    ADD CONSTRAINT practices_fieldcomme_practice_id_32847059_fk_practices FOREIGN KEY (practice_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_fieldcomment
    ADD CONSTRAINT practices_fieldcomment_by_id_6e425a0a_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_material
    ADD CONSTRAINT practices_material_practice_id_4c53f6fc_fk_practices FOREIGN KEY (practice_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_material
    ADD CONSTRAINT practices_material_revises_id_145566b1_fk_practices_material_id FOREIGN KEY (revises_id) REFERENCES public.practices_material(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_material
    ADD CONSTRAINT practices_material_uploaded_by_id_b8fb1e07_fk_network_user_id FOREIGN KEY (uploaded_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_outcome
    ADD CONSTRAINT practices_outcome_practice_id_030c5422_fk_practices_practice_id FOREIGN KEY (practice_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_outcome
    ADD CONSTRAINT practices_outcome_revises_id_92aed1e6_fk_practices_outcome_id FOREIGN KEY (revises_id) REFERENCES public.practices_outcome(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_partner
    ADD CONSTRAINT practices_partner_practice_id_df90a708_fk_practices_practice_id FOREIGN KEY (practice_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_partner
    ADD CONSTRAINT practices_partner_revises_id_f09cdf6a_fk_practices_partner_id FOREIGN KEY (revises_id) REFERENCES public.practices_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_practice
    ADD CONSTRAINT practices_practice_author_id_ebb5e418_fk_network_user_id FOREIGN KEY (author_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_practice
    ADD CONSTRAINT practices_practice_changed_by_id_c8293e86_fk_network_user_id FOREIGN KEY (changed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_practice
    ADD CONSTRAINT practices_practice_country_id_d057290c_fk_network_m FOREIGN KEY (country_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_practice_iccs_sections
    ADD CONSTRAINT practices_practice_i_iccssection_id_c0a2b46c_fk_network_i FOREIGN KEY (iccssection_id) REFERENCES public.network_iccssection(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_practice_iccs_sections
    ADD CONSTRAINT practices_practice_i_practice_id_50a59cb0_fk_practices FOREIGN KEY (practice_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_practice
    ADD CONSTRAINT practices_practice_organization_id_d9534aec_fk_network_o FOREIGN KEY (organization_id) REFERENCES public.network_organization(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_practice
    ADD CONSTRAINT practices_practice_revises_id_2e811ac6_fk_practices_practice_id FOREIGN KEY (revises_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_practice
    ADD CONSTRAINT practices_practice_screener_id_6eeb4fc2_fk_network_user_id FOREIGN KEY (screener_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_practice_topics
    ADD CONSTRAINT practices_practice_t_practice_id_069c28b6_fk_practices FOREIGN KEY (practice_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_practice_topics
    ADD CONSTRAINT practices_practice_t_topic_id_e726ad5f_fk_network_t FOREIGN KEY (topic_id) REFERENCES public.network_topic(slug) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_practiceversion
    ADD CONSTRAINT practices_practiceve_practice_id_e2ce3510_fk_practices FOREIGN KEY (practice_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_practiceversion
    ADD CONSTRAINT practices_practiceve_replaced_by_id_01ad2135_fk_network_u FOREIGN KEY (replaced_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_question
    ADD CONSTRAINT practices_question_answered_by_id_5ad7a766_fk_network_user_id FOREIGN KEY (answered_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_question
    ADD CONSTRAINT practices_question_asker_id_ba2c11e9_fk_network_user_id FOREIGN KEY (asker_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_question
    ADD CONSTRAINT practices_question_practice_id_71ae7c6e_fk_practices FOREIGN KEY (practice_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_rating
    ADD CONSTRAINT practices_rating_practice_id_2eaf1532_fk_practices_practice_id FOREIGN KEY (practice_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_rating
    ADD CONSTRAINT practices_rating_revises_id_60aeabb5_fk_practices_rating_id FOREIGN KEY (revises_id) REFERENCES public.practices_rating(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_rating
    ADD CONSTRAINT practices_rating_round_id_cc9d34cc_fk_practices_reviewround_id FOREIGN KEY (round_id) REFERENCES public.practices_reviewround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_review
    ADD CONSTRAINT practices_review_named_by_id_9ec12573_fk_network_user_id FOREIGN KEY (named_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_review
    ADD CONSTRAINT practices_review_reviewer_id_1340b150_fk_network_user_id FOREIGN KEY (reviewer_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_review
    ADD CONSTRAINT practices_review_round_id_01037ae0_fk_practices_reviewround_id FOREIGN KEY (round_id) REFERENCES public.practices_reviewround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_reviewround
    ADD CONSTRAINT practices_reviewroun_practice_id_e2ee11c7_fk_practices FOREIGN KEY (practice_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_reviewround
    ADD CONSTRAINT practices_reviewround_opened_by_id_9fff1f16_fk_network_user_id FOREIGN KEY (opened_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_transitionevent
    ADD CONSTRAINT practices_transition_practice_id_923601ab_fk_practices FOREIGN KEY (practice_id) REFERENCES public.practices_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.practices_transitionevent
    ADD CONSTRAINT practices_transitionevent_by_id_e17c4f70_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_application
    ADD CONSTRAINT training_catalogue_a_applicant_id_333842e8_fk_network_u FOREIGN KEY (applicant_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_applicationstep
    ADD CONSTRAINT training_catalogue_a_application_id_3115aa3a_fk_training_ FOREIGN KEY (application_id) REFERENCES public.training_catalogue_application(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_assistance_topics
    ADD CONSTRAINT training_catalogue_a_assistance_id_4b912e2d_fk_training_ FOREIGN KEY (assistance_id) REFERENCES public.training_catalogue_assistance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_assistancestep
    ADD CONSTRAINT training_catalogue_a_assistance_id_fca07ab4_fk_training_ FOREIGN KEY (assistance_id) REFERENCES public.training_catalogue_assistance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_assistance
    ADD CONSTRAINT training_catalogue_a_author_id_eb2469ad_fk_network_u FOREIGN KEY (author_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_assistancestep
    ADD CONSTRAINT training_catalogue_a_by_id_5c509063_fk_network_u FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_applicationstep
    ADD CONSTRAINT training_catalogue_a_by_id_eaa44d31_fk_network_u FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_assistance
    ADD CONSTRAINT training_catalogue_a_changed_by_id_9f399583_fk_network_u FOREIGN KEY (changed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_assistance
    ADD CONSTRAINT training_catalogue_a_country_id_50ab8a37_fk_network_m FOREIGN KEY (country_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_application
    ADD CONSTRAINT training_catalogue_a_country_id_c13fed24_fk_network_m FOREIGN KEY (country_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_assistance
    ADD CONSTRAINT training_catalogue_a_organization_id_ae21164d_fk_network_o FOREIGN KEY (organization_id) REFERENCES public.network_organization(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_application
    ADD CONSTRAINT training_catalogue_a_session_id_876d6ad1_fk_training_ FOREIGN KEY (session_id) REFERENCES public.training_catalogue_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_assistance_topics
    ADD CONSTRAINT training_catalogue_a_topic_id_79b4b1b9_fk_network_t FOREIGN KEY (topic_id) REFERENCES public.network_topic(slug) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_coursestepevent
    ADD CONSTRAINT training_catalogue_c_by_id_35593198_fk_network_u FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_cooperationstep
    ADD CONSTRAINT training_catalogue_c_by_id_9a41ef31_fk_network_u FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_cooperationreport
    ADD CONSTRAINT training_catalogue_c_cooperation_id_33ca0614_fk_training_ FOREIGN KEY (cooperation_id) REFERENCES public.training_catalogue_cooperation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_cooperationstep
    ADD CONSTRAINT training_catalogue_c_cooperation_id_e622e976_fk_training_ FOREIGN KEY (cooperation_id) REFERENCES public.training_catalogue_cooperation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_course_topics
    ADD CONSTRAINT training_catalogue_c_course_id_72716019_fk_training_ FOREIGN KEY (course_id) REFERENCES public.training_catalogue_course(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_coursestepevent
    ADD CONSTRAINT training_catalogue_c_course_id_c5ef886c_fk_training_ FOREIGN KEY (course_id) REFERENCES public.training_catalogue_course(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_cooperation
    ADD CONSTRAINT training_catalogue_c_match_id_f501d0a6_fk_training_ FOREIGN KEY (match_id) REFERENCES public.training_catalogue_match(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_course
    ADD CONSTRAINT training_catalogue_c_provider_id_9822316a_fk_network_o FOREIGN KEY (provider_id) REFERENCES public.network_organization(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_cooperation
    ADD CONSTRAINT training_catalogue_c_terms_by_id_65b60dc9_fk_network_u FOREIGN KEY (terms_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_course_topics
    ADD CONSTRAINT training_catalogue_c_topic_id_3d096281_fk_network_t FOREIGN KEY (topic_id) REFERENCES public.network_topic(slug) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_cooperationreport
    ADD CONSTRAINT training_catalogue_c_written_by_id_97546b8a_fk_network_u FOREIGN KEY (written_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_course
    ADD CONSTRAINT training_catalogue_course_author_id_f298b457_fk_network_user_id FOREIGN KEY (author_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_documentedneed_topics
    ADD CONSTRAINT training_catalogue_d_documentedneed_id_89c126ab_fk_training_ FOREIGN KEY (documentedneed_id) REFERENCES public.training_catalogue_documentedneed(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_documentedneed
    ADD CONSTRAINT training_catalogue_d_reserved_by_id_4fda0bb2_fk_network_m FOREIGN KEY (reserved_by_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_documentedneed_topics
    ADD CONSTRAINT training_catalogue_d_topic_id_0f549c55_fk_network_t FOREIGN KEY (topic_id) REFERENCES public.network_topic(slug) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_harvestsource
    ADD CONSTRAINT training_catalogue_h_by_id_89672e47_fk_network_u FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_harvestsource
    ADD CONSTRAINT training_catalogue_h_provider_id_ac57bea8_fk_network_o FOREIGN KEY (provider_id) REFERENCES public.network_organization(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_inquiry
    ADD CONSTRAINT training_catalogue_i_assistance_id_2e67de43_fk_training_ FOREIGN KEY (assistance_id) REFERENCES public.training_catalogue_assistance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_inquiry
    ADD CONSTRAINT training_catalogue_i_sender_id_bac8e40e_fk_network_u FOREIGN KEY (sender_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_match
    ADD CONSTRAINT training_catalogue_m_closed_by_id_67513ee3_fk_network_u FOREIGN KEY (closed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_match
    ADD CONSTRAINT training_catalogue_m_offer_id_d80e7cf5_fk_training_ FOREIGN KEY (offer_id) REFERENCES public.training_catalogue_assistance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_match
    ADD CONSTRAINT training_catalogue_m_proposed_by_id_b1d04824_fk_network_u FOREIGN KEY (proposed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_match
    ADD CONSTRAINT training_catalogue_m_request_id_846c7aba_fk_training_ FOREIGN KEY (request_id) REFERENCES public.training_catalogue_assistance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_needsanswer
    ADD CONSTRAINT training_catalogue_n_answered_by_id_86b30da0_fk_network_u FOREIGN KEY (answered_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_needsanswer
    ADD CONSTRAINT training_catalogue_n_country_id_977361ea_fk_network_m FOREIGN KEY (country_id) REFERENCES public.network_memberstate(iso2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_needsanswer
    ADD CONSTRAINT training_catalogue_n_round_id_fe8ae896_fk_training_ FOREIGN KEY (round_id) REFERENCES public.training_catalogue_surveyround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_rankedtopic
    ADD CONSTRAINT training_catalogue_r_answer_id_5b6c8818_fk_training_ FOREIGN KEY (answer_id) REFERENCES public.training_catalogue_needsanswer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_rankedtopic
    ADD CONSTRAINT training_catalogue_r_topic_id_77378dc3_fk_network_t FOREIGN KEY (topic_id) REFERENCES public.network_topic(slug) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_session
    ADD CONSTRAINT training_catalogue_s_course_id_7e2564f9_fk_training_ FOREIGN KEY (course_id) REFERENCES public.training_catalogue_course(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_catalogue_surveyround
    ADD CONSTRAINT training_catalogue_s_created_by_id_3e6f6edf_fk_network_u FOREIGN KEY (created_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_user_id_af5e0a6d_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;
