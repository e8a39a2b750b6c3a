-- What people did with drafts is kept as it was written. May be run again, and must be after ledger.sql, which
-- drops the function with all that calls it.
DROP TRIGGER IF EXISTS fund_draftstep_is_kept ON fund_draftstep;
CREATE TRIGGER fund_draftstep_is_kept BEFORE UPDATE OR DELETE ON fund_draftstep
    FOR EACH ROW EXECUTE FUNCTION fund_refuse();
DROP TRIGGER IF EXISTS fund_draftstep_not_emptied ON fund_draftstep;
CREATE TRIGGER fund_draftstep_not_emptied BEFORE TRUNCATE ON fund_draftstep EXECUTE FUNCTION fund_refuse();
