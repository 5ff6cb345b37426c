-- The contract that a ticket has to do with.
ALTER TABLE ticket ADD COLUMN contract_id bigint REFERENCES contract (id) ON DELETE SET NULL;
ALTER TABLE ticket_aud ADD COLUMN contract_id bigint;
CREATE INDEX ticket_contract ON ticket (contract_id, id) WHERE contract_id IS NOT NULL;
