-- What contracts are to bring, and what has come in. Nothing here is bookkeeping: it says who owes what, and since when.
-- Both belong to the first paper of a contract; the customer, who is in charge, and whether the contract binds are copied from it by a trigger.
CREATE SEQUENCE instalment_seq INCREMENT BY 50;
CREATE TABLE instalment (
    id          bigint         NOT NULL PRIMARY KEY,
    contract_id bigint         NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
    due_on      date           NOT NULL,
    -- what has to happen before, in words
    condition   varchar(500),
    amount      numeric(19, 4) NOT NULL CHECK (amount > 0),
    currency    varchar(3)     NOT NULL,
    -- what payments have settled of it, see Settlement
    received    numeric(19, 4) NOT NULL DEFAULT 0,
    open        numeric(19, 4) NOT NULL GENERATED ALWAYS AS (amount - received) STORED,
    state       varchar(10)    NOT NULL GENERATED ALWAYS AS
        (CASE WHEN received >= amount THEN 'PAID' WHEN received > 0 THEN 'PARTLY' ELSE 'OPEN' END) STORED,
    -- the amount in the company's currency by the rate of the contract's day
    base_amount numeric(19, 2) NOT NULL,
    base_open   numeric(19, 2) NOT NULL GENERATED ALWAYS AS (round(base_amount * (amount - received) / amount, 2)) STORED,
    customer_id bigint         NOT NULL REFERENCES customer (id),
    owner_id    bigint         NOT NULL REFERENCES person (id),
    team_id     bigint REFERENCES team (id),
    -- both have signed the contract
    binding     boolean        NOT NULL,
    -- when its owner was told that it is late
    told_at     timestamptz,
    created_at  timestamptz    NOT NULL,
    updated_at  timestamptz    NOT NULL,
    CONSTRAINT instalment_received CHECK (received BETWEEN 0 AND amount)
);
CREATE INDEX instalment_contract ON instalment (contract_id, due_on, id);
CREATE INDEX instalment_by_day ON instalment (due_on, id) INCLUDE (owner_id, team_id, state, binding);
CREATE INDEX instalment_by_state ON instalment (state, due_on, id) INCLUDE (owner_id, team_id, binding);
CREATE INDEX instalment_by_amount ON instalment (base_amount, id) INCLUDE (owner_id, team_id);
CREATE INDEX instalment_by_open ON instalment (base_open, id) INCLUDE (owner_id, team_id);
CREATE INDEX instalment_customer ON instalment (customer_id, due_on, id);
CREATE INDEX instalment_owner ON instalment (owner_id, due_on, id);
CREATE INDEX instalment_team ON instalment (team_id, due_on, id);
-- what is owed now: the ageing, and who has to be told
CREATE INDEX instalment_owed ON instalment (due_on, customer_id) INCLUDE (base_open, owner_id, team_id) WHERE binding AND received < amount;
CREATE INDEX instalment_untold ON instalment (due_on) WHERE binding AND received < amount AND told_at IS NULL;

CREATE SEQUENCE receipt_seq INCREMENT BY 50;
CREATE TABLE receipt (
    id            bigint         NOT NULL PRIMARY KEY,
    -- signed ones are never deleted
    contract_id   bigint         NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
    -- what it is for; null: whatever is due first
    instalment_id bigint REFERENCES instalment (id) ON DELETE SET NULL,
    kind          varchar(10)    NOT NULL CHECK (kind IN ('RECEIPT', 'REFUND')),
    received_on   date           NOT NULL,
    amount        numeric(19, 4) NOT NULL CHECK (amount > 0),
    currency      varchar(3)     NOT NULL,
    -- by the rate of its day, negative when it was paid back, zero when it was cancelled
    base_amount   numeric(19, 2) NOT NULL,
    reference     varchar(200),
    note          varchar(2000),
    customer_id   bigint         NOT NULL REFERENCES customer (id),
    owner_id      bigint         NOT NULL REFERENCES person (id),
    team_id       bigint REFERENCES team (id),
    created_at    timestamptz    NOT NULL,
    created_by    bigint REFERENCES person (id),
    updated_at    timestamptz    NOT NULL,
    cancelled_at  timestamptz,
    cancelled_by  bigint REFERENCES person (id),
    cancel_reason varchar(500),
    state         varchar(10)    NOT NULL GENERATED ALWAYS AS (CASE WHEN cancelled_at IS NULL THEN kind ELSE 'CANCELLED' END) STORED,
    CONSTRAINT receipt_cancelled CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL))
);
CREATE INDEX receipt_contract ON receipt (contract_id, received_on, id);
CREATE INDEX receipt_instalment ON receipt (instalment_id) WHERE instalment_id IS NOT NULL;
CREATE INDEX receipt_by_day ON receipt (received_on, id) INCLUDE (owner_id, team_id, state, base_amount);
CREATE INDEX receipt_by_state ON receipt (state, received_on, id) INCLUDE (owner_id, team_id);
CREATE INDEX receipt_by_amount ON receipt (base_amount, id) INCLUDE (owner_id, team_id);
CREATE INDEX receipt_by_creation ON receipt (created_at, id) INCLUDE (owner_id, team_id);
CREATE INDEX receipt_customer ON receipt (customer_id, received_on, id);
CREATE INDEX receipt_owner ON receipt (owner_id, received_on, id) INCLUDE (base_amount);
CREATE INDEX receipt_team ON receipt (team_id, received_on, id);
CREATE INDEX receipt_created_by ON receipt (created_by) WHERE created_by IS NOT NULL;
CREATE INDEX receipt_cancelled_by ON receipt (cancelled_by) WHERE cancelled_by IS NOT NULL;
CREATE INDEX receipt_reference ON receipt (reference COLLATE trivium_words, id) WHERE reference IS NOT NULL;

CREATE FUNCTION receivables_follow_contract() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE instalment SET customer_id = NEW.customer_id, owner_id = NEW.owner_id, team_id = NEW.team_id, binding = NEW.signed_on IS NOT NULL
    WHERE contract_id = NEW.id;
    UPDATE receipt SET customer_id = NEW.customer_id, owner_id = NEW.owner_id, team_id = NEW.team_id WHERE contract_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER receivables_follow_contract AFTER UPDATE OF customer_id, owner_id, team_id, signed_on ON contract FOR EACH ROW
    WHEN (NEW.revision = 1 AND (OLD.customer_id, OLD.owner_id, OLD.team_id, OLD.signed_on) IS DISTINCT FROM
                               (NEW.customer_id, NEW.owner_id, NEW.team_id, NEW.signed_on))
    EXECUTE FUNCTION receivables_follow_contract();

INSERT INTO role_permission (role_id, permission)
SELECT r.id, e.given FROM role r
CROSS JOIN (VALUES ('sales.receivable.view'), ('sales.receivable.edit'), ('sales.receivable.export')) AS e (given)
WHERE r.built_in IN ('sales_manager', 'sales_representative')
ON CONFLICT DO NOTHING;
