ALTER TABLE fund_leg DROP CONSTRAINT fund_leg_of_its_entry, DROP CONSTRAINT fund_leg_in_its_currency;
ALTER TABLE fund_entry DROP CONSTRAINT fund_entry_of_its_draft;
DELETE FROM fund_ledgerhead;
