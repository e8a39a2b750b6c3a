-- What moderators did is never changed, removed or emptied, whoever asks.
CREATE FUNCTION moderation_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: the log of moderation is append-only', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'MO900';
END $$;
CREATE TRIGGER moderation_action_is_kept BEFORE UPDATE OR DELETE ON moderation_moderationaction
    FOR EACH ROW EXECUTE FUNCTION moderation_refuse();
CREATE TRIGGER moderation_action_not_emptied BEFORE TRUNCATE ON moderation_moderationaction
    EXECUTE FUNCTION moderation_refuse();
