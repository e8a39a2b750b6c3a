-- What people did with drafts is kept as it was written.
CREATE TRIGGER fund_draftstep_is_kept BEFORE UPDATE OR DELETE ON fund_draftstep
    FOR EACH ROW EXECUTE FUNCTION fund_refuse();
CREATE TRIGGER fund_draftstep_not_emptied BEFORE TRUNCATE ON fund_draftstep EXECUTE FUNCTION fund_refuse();
