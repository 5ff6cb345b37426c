-- Prepared replies and what they make of a ticket.
CREATE SEQUENCE macro_seq INCREMENT BY 50;
CREATE TABLE macro (
    id           bigint       NOT NULL PRIMARY KEY,
    name         varchar(100) NOT NULL,
    position     int          NOT NULL,
    -- whose it is; all have it when null, or those who answer tickets of one queue
    person_id    bigint REFERENCES person (id),
    queue_id     bigint REFERENCES ticket_queue (id),
    -- what it says, by language
    text_en      varchar(10000),
    text_zh      varchar(10000),
    -- among ourselves, not to the customer
    note         boolean      NOT NULL DEFAULT false,
    -- what it makes of the ticket; null leaves as it is
    status       varchar(20) CHECK (status IN ('OPEN', 'PENDING', 'ON_HOLD', 'SOLVED')),
    priority     varchar(10) CHECK (priority IN ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    type_id      bigint REFERENCES ticket_type (id),
    new_queue_id bigint REFERENCES ticket_queue (id),
    new_owner    varchar(10) CHECK (new_owner IN ('ME', 'NOBODY')),
    active       boolean      NOT NULL DEFAULT true,
    used         bigint       NOT NULL DEFAULT 0,
    used_at      timestamptz,
    created_at   timestamptz  NOT NULL,
    updated_at   timestamptz  NOT NULL,
    version      int          NOT NULL DEFAULT 0,
    CONSTRAINT macro_audience CHECK (person_id IS NULL OR queue_id IS NULL),
    CONSTRAINT macro_does_something CHECK (num_nonnulls(text_en, text_zh, status, priority, type_id, new_queue_id, new_owner) > 0)
);
CREATE UNIQUE INDEX macro_name ON macro (coalesce(person_id, 0), lower(name));
CREATE INDEX macro_queue ON macro (queue_id) WHERE queue_id IS NOT NULL;
CREATE INDEX macro_type ON macro (type_id) WHERE type_id IS NOT NULL;
CREATE INDEX macro_new_queue ON macro (new_queue_id) WHERE new_queue_id IS NOT NULL;
CREATE INDEX macro_person ON macro (person_id, position) WHERE person_id IS NOT NULL;

CREATE TABLE macro_aud (
    id           bigint NOT NULL,
    rev          bigint NOT NULL REFERENCES revision (id),
    revtype      smallint,
    name         varchar(100),
    position     int,
    person_id    bigint,
    queue_id     bigint,
    text_en      varchar(10000),
    text_zh      varchar(10000),
    note         boolean,
    status       varchar(20),
    priority     varchar(10),
    type_id      bigint,
    new_queue_id bigint,
    new_owner    varchar(10),
    active       boolean,
    version      int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX macro_aud_rev ON macro_aud (rev, id);

INSERT INTO role_permission (role_id, permission)
SELECT id, 'support.macro.manage' FROM role WHERE built_in = 'service_manager'
ON CONFLICT DO NOTHING;
