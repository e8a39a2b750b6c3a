DROP FUNCTION fund_refuse, fund_account_begins, fund_legs_count, fund_only_by_legs, fund_draft_guard,
    fund_entry_gate, fund_entry_check, fund_head_guard, fund_period_guard, fund_snapshot_gate CASCADE;
DROP FUNCTION fund_draft_hash;
