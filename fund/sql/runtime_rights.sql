-- Rights of the role that the portal runs as. The tables belong to another role, the owner, who runs migrations.
-- {role} reads all and works on all; in the ledger it reads, drafts, and calls the posting functions, no more.
GRANT USAGE ON SCHEMA public TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};
GRANT EXECUTE ON ALL ROUTINES IN SCHEMA public TO {role};
REVOKE INSERT, UPDATE, DELETE ON fund_entry, fund_leg, fund_accountbalance, fund_accountturnover,
    fund_ledgerhead, fund_snapshot, fund_waiting FROM {role};
REVOKE UPDATE, DELETE ON fund_account, fund_currency, fund_draftstep FROM {role};
REVOKE DELETE ON fund_draftentry, fund_period FROM {role};
REVOKE UPDATE, DELETE ON fund_pledgeevent, fund_agreementevent, fund_projectevent FROM {role};
REVOKE UPDATE, DELETE ON moderation_moderationaction, fora_spacegrantevent FROM {role};
