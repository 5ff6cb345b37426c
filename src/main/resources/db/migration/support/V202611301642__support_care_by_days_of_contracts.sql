-- Care on the days of contracts: on which they were signed, on which they end.
ALTER TABLE care_line DROP CONSTRAINT care_line_rhythm_check;
ALTER TABLE care_line ADD CONSTRAINT care_line_rhythm_check
    CHECK (rhythm IN ('EVERY', 'YEARLY', 'BIRTHDAY', 'ANNIVERSARY', 'CONTRACT_SIGNED', 'CONTRACT_END'));

-- the first paper of the contract that it is about
ALTER TABLE care_duty ADD COLUMN contract_id bigint REFERENCES contract (id) ON DELETE CASCADE;
CREATE INDEX care_duty_contract ON care_duty (contract_id) WHERE contract_id IS NOT NULL;
DROP INDEX care_duty_once;
CREATE UNIQUE INDEX care_duty_once ON care_duty (plan_id, position, customer_id, due_on, coalesce(contact_id, 0), coalesce(contract_id, 0));
