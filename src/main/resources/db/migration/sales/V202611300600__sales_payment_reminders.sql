-- Letters that remind customers of payments that are late, and what each of them names. What has changed since is not sent any more.
CREATE SEQUENCE payment_reminder_seq INCREMENT BY 50;
CREATE TABLE payment_reminder (
    id           bigint       NOT NULL PRIMARY KEY,
    -- the first paper of the contract
    contract_id  bigint       NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
    level        varchar(10)  NOT NULL CHECK (level IN ('FRIENDLY', 'FIRM', 'LAST')),
    person_id    bigint REFERENCES person (id),
    address      varchar(320) NOT NULL,
    name         varchar(200) NOT NULL,
    subject      varchar(300) NOT NULL,
    text         text         NOT NULL,
    internet_id  varchar(200) NOT NULL,
    at           timestamptz  NOT NULL,
    failed_at    timestamptz,
    -- kept back: what it says was not true any more when it was to leave
    withdrawn_at timestamptz
);
CREATE INDEX payment_reminder_contract ON payment_reminder (contract_id, at, id);
CREATE INDEX payment_reminder_person ON payment_reminder (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE payment_reminder_part (
    reminder_id   bigint         NOT NULL REFERENCES payment_reminder (id) ON DELETE CASCADE,
    -- null once it is not in the plan any more
    instalment_id bigint REFERENCES instalment (id) ON DELETE SET NULL,
    due_on        date           NOT NULL,
    open          numeric(19, 4) NOT NULL CHECK (open > 0)
);
CREATE INDEX payment_reminder_part_reminder ON payment_reminder_part (reminder_id);
CREATE INDEX payment_reminder_part_instalment ON payment_reminder_part (instalment_id) WHERE instalment_id IS NOT NULL;

-- how firmly its customer was reminded of it the last time, and when
ALTER TABLE instalment
    ADD COLUMN reminded varchar(10) CHECK (reminded IN ('FRIENDLY', 'FIRM', 'LAST')),
    ADD COLUMN reminded_at timestamptz,
    ADD CONSTRAINT instalment_reminded CHECK ((reminded IS NULL) = (reminded_at IS NULL));
CREATE INDEX instalment_by_reminder ON instalment (reminded, due_on, id) INCLUDE (owner_id, team_id, state, binding);

INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'sales.receivable.remind' FROM role r WHERE r.built_in IN ('sales_manager', 'sales_representative')
ON CONFLICT DO NOTHING;
