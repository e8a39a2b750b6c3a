-- Keys that Django cannot express: a leg belongs to a slot of its entry, and to an account of its currency.
ALTER TABLE fund_leg
    ADD CONSTRAINT fund_leg_of_its_entry FOREIGN KEY (entry_id, leg_count, booked_on)
        REFERENCES fund_entry (number, leg_count, booked_on),
    ADD CONSTRAINT fund_leg_in_its_currency FOREIGN KEY (account_id, currency_id)
        REFERENCES fund_account (id, currency_id);
ALTER TABLE fund_entry
    ADD CONSTRAINT fund_entry_of_its_draft FOREIGN KEY (draft_id, prepared_by_id)
        REFERENCES fund_draftentry (id, prepared_by_id);

-- The head of an empty ledger: number 0, a hash of zeros.
INSERT INTO fund_ledgerhead (id, number, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'))
ON CONFLICT DO NOTHING;
