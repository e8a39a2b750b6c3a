ALTER TABLE fund_leg DROP CONSTRAINT fund_leg_of_its_entry, DROP CONSTRAINT fund_leg_in_its_currency;
ALTER TABLE fund_entry DROP CONSTRAINT fund_entry_of_its_draft;
DROP FUNCTION fund_refuse, fund_account_begins, fund_legs_count, fund_only_by_legs, fund_draft_guard,
    fund_entry_gate, fund_entry_check, fund_head_guard, fund_period_guard, fund_snapshot_gate CASCADE;
DROP FUNCTION fund_entry_hash, fund_draft_hash;
DELETE FROM fund_ledgerhead;
