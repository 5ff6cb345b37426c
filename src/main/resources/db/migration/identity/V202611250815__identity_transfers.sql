-- Many records given to somebody else at once: what was chosen, how far it is, and whose the records were.
CREATE SEQUENCE transfer_seq INCREMENT BY 50;
CREATE TABLE transfer (
    id          bigint PRIMARY KEY,
    record_type varchar(50) NOT NULL,
    person_id   bigint      NOT NULL REFERENCES person (id),
    owner_id    bigint      NOT NULL REFERENCES person (id),
    state       varchar(20) NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'UNDOING', 'UNDONE', 'FAILED')),
    total       int         NOT NULL DEFAULT 0,
    given       int         NOT NULL DEFAULT 0,
    kept        int         NOT NULL DEFAULT 0,
    returned    int         NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL
);
CREATE INDEX transfer_latest ON transfer (person_id, created_at DESC, id DESC);

-- outcome: empty while the record waits.
CREATE TABLE transfer_row (
    transfer_id     bigint NOT NULL REFERENCES transfer (id) ON DELETE CASCADE,
    record_id       bigint NOT NULL,
    outcome         varchar(10) CHECK (outcome IN ('GIVEN', 'KEPT', 'RETURNED')),
    former_owner_id bigint,
    former_team_id  bigint,
    PRIMARY KEY (transfer_id, record_id)
);
CREATE INDEX transfer_row_waiting ON transfer_row (transfer_id, record_id) WHERE outcome IS NULL;
CREATE INDEX transfer_row_given ON transfer_row (transfer_id, record_id) WHERE outcome = 'GIVEN';

-- Who may give opportunities away and change customers and contacts may give these away many at once as well.
INSERT INTO role_permission (role_id, permission)
SELECT g.role_id, e.given
FROM role_permission g
JOIN (VALUES ('customer.customer.edit', 'customer.customer.transfer'),
             ('customer.contact.edit', 'customer.contact.transfer')) AS e (edit, given) ON true
WHERE g.permission = 'sales.opportunity.transfer'
  AND EXISTS (SELECT 1 FROM role_permission c WHERE c.role_id = g.role_id AND c.permission = e.edit);
