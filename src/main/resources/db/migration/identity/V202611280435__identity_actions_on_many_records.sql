-- Something done with many records at once: what was chosen, how far it is, what became of each. Transfers are one of them.
CREATE SEQUENCE bulk_run_seq INCREMENT BY 50;
CREATE TABLE bulk_run (
    id          bigint PRIMARY KEY,
    record_type varchar(50) NOT NULL,
    action      varchar(50) NOT NULL,
    input       jsonb       NOT NULL,
    target      varchar(300),
    person_id   bigint      NOT NULL REFERENCES person (id),
    state       varchar(20) NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'UNDOING', 'UNDONE', 'FAILED')),
    total       int         NOT NULL DEFAULT 0,
    done        int         NOT NULL DEFAULT 0,
    refused     int         NOT NULL DEFAULT 0,
    returned    int         NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL
);
CREATE INDEX bulk_run_latest ON bulk_run (person_id, created_at DESC, id DESC);

-- outcome: empty while the record waits. reason: a message key. The former owner is what a transfer needs to be taken back.
CREATE TABLE bulk_row (
    run_id          bigint NOT NULL REFERENCES bulk_run (id) ON DELETE CASCADE,
    record_id       bigint NOT NULL,
    outcome         varchar(10) CHECK (outcome IN ('DONE', 'REFUSED', 'RETURNED')),
    reason          varchar(200),
    reason_argument varchar(300),
    former_owner_id bigint,
    former_team_id  bigint,
    PRIMARY KEY (run_id, record_id),
    CHECK ((reason IS NOT NULL) = (outcome IS NOT NULL AND outcome = 'REFUSED'))
);
CREATE INDEX bulk_row_waiting ON bulk_row (run_id, record_id) WHERE outcome IS NULL;
CREATE INDEX bulk_row_outcome ON bulk_row (run_id, outcome, record_id) WHERE outcome IS NOT NULL;

INSERT INTO bulk_run (id, record_type, action, input, target, person_id, state, total, done, refused, returned, created_at, updated_at)
SELECT t.id, t.record_type, 'transfer', jsonb_build_object('ownerId', t.owner_id), w.name, t.person_id, t.state, t.total,
       t.given, t.kept, t.returned, t.created_at, t.updated_at
FROM transfer t JOIN person w ON w.id = t.owner_id;
INSERT INTO bulk_row (run_id, record_id, outcome, reason, former_owner_id, former_team_id)
SELECT transfer_id, record_id, CASE outcome WHEN 'GIVEN' THEN 'DONE' WHEN 'KEPT' THEN 'REFUSED' ELSE outcome END,
       CASE outcome WHEN 'KEPT' THEN 'identity.transfer.refused.movedOn' END, former_owner_id, former_team_id
FROM transfer_row;
SELECT setval('bulk_run_seq', (SELECT last_value FROM transfer_seq));
-- jobs that still wait are the new kind's
UPDATE scheduled_tasks SET task_name = 'identity-bulk' WHERE task_name = 'identity-transfer';
DROP TABLE transfer_row;
DROP TABLE transfer;
DROP SEQUENCE transfer_seq;
