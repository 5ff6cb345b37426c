-- What is promised about tickets, by what conditions.
CREATE SEQUENCE sla_policy_seq INCREMENT BY 50;
CREATE TABLE sla_policy (
    id               bigint       NOT NULL PRIMARY KEY,
    name             varchar(100) NOT NULL,
    position         int          NOT NULL DEFAULT 1,
    active           boolean      NOT NULL DEFAULT true,
    -- what must hold of a ticket, as org.triviumcrm.shared.condition writes it
    conditions       text         NOT NULL DEFAULT '{"joining":"ALL","conditions":[],"groups":[]}',
    -- seconds for first response, next response and resolution, a line each priority
    targets          text         NOT NULL DEFAULT '',
    -- null for that of the queue, else the usual one
    calendar_id      bigint REFERENCES business_calendar (id),
    pause_pending    boolean      NOT NULL DEFAULT false,
    pause_on_hold    boolean      NOT NULL DEFAULT false,
    responses_pause  boolean      NOT NULL DEFAULT false,
    warn_percent     int CHECK (warn_percent BETWEEN 1 AND 99),
    warn_owner       boolean      NOT NULL DEFAULT false,
    warn_manager     boolean      NOT NULL DEFAULT false,
    breach_owner     boolean      NOT NULL DEFAULT false,
    breach_manager   boolean      NOT NULL DEFAULT false,
    breach_raise     boolean      NOT NULL DEFAULT false,
    breach_queue_id  bigint REFERENCES ticket_queue (id),
    breach_person_id bigint REFERENCES person (id),
    created_at       timestamptz  NOT NULL,
    updated_at       timestamptz  NOT NULL,
    version          int          NOT NULL DEFAULT 0,
    CONSTRAINT sla_policy_queue_or_person CHECK (breach_queue_id IS NULL OR breach_person_id IS NULL)
);
CREATE UNIQUE INDEX sla_policy_name ON sla_policy (lower(name));
CREATE INDEX sla_policy_calendar ON sla_policy (calendar_id) WHERE calendar_id IS NOT NULL;
CREATE INDEX sla_policy_queue ON sla_policy (breach_queue_id) WHERE breach_queue_id IS NOT NULL;
CREATE INDEX sla_policy_person ON sla_policy (breach_person_id) WHERE breach_person_id IS NOT NULL;
CREATE TABLE sla_policy_aud (
    id               bigint NOT NULL,
    rev              bigint NOT NULL REFERENCES revision (id),
    revtype          smallint,
    name             varchar(100),
    position         int,
    active           boolean,
    conditions       text,
    targets          text,
    calendar_id      bigint,
    pause_pending    boolean,
    pause_on_hold    boolean,
    responses_pause  boolean,
    warn_percent     int,
    warn_owner       boolean,
    warn_manager     boolean,
    breach_owner     boolean,
    breach_manager   boolean,
    breach_raise     boolean,
    breach_queue_id  bigint,
    breach_person_id bigint,
    version          int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX sla_policy_aud_rev ON sla_policy_aud (rev, id);

-- Queues that go by hours of their own.
CREATE TABLE business_calendar_queue (
    queue_id    bigint NOT NULL PRIMARY KEY REFERENCES ticket_queue (id) ON DELETE CASCADE,
    calendar_id bigint NOT NULL REFERENCES business_calendar (id) ON DELETE CASCADE
);
CREATE INDEX business_calendar_queue_calendar ON business_calendar_queue (calendar_id);

-- Which policy applies to a ticket, and by whose hours it is counted: those of no calendar around the clock.
CREATE TABLE ticket_sla (
    ticket_id   bigint NOT NULL PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
    policy_id   bigint REFERENCES sla_policy (id) ON DELETE SET NULL,
    calendar_id bigint REFERENCES business_calendar (id) ON DELETE SET NULL,
    -- when a policy has raised its priority: once
    raised_at   timestamptz
);
CREATE INDEX ticket_sla_policy ON ticket_sla (policy_id);
CREATE INDEX ticket_sla_calendar ON ticket_sla (calendar_id);

CREATE TABLE ticket_promise (
    ticket_id   bigint      NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
    kind        varchar(20) NOT NULL CHECK (kind IN ('FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION')),
    state       varchar(10) NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'MET', 'BROKEN', 'DROPPED')),
    -- seconds that there are for it, and that are used
    target      bigint      NOT NULL CHECK (target > 0),
    used        bigint      NOT NULL,
    started_at  timestamptz NOT NULL,
    -- null while its time stands still
    due_at      timestamptz,
    broken_at   timestamptz,
    -- when what was promised came, late or not
    settled_at  timestamptz,
    -- of next responses there may be many
    kept        int         NOT NULL,
    broken      int         NOT NULL,
    -- when was told that its time is nearly over, and done what is to be done when it is
    warned_at   timestamptz,
    breached_at timestamptz,
    -- when a job has to look at it
    wake_at     timestamptz,
    PRIMARY KEY (ticket_id, kind)
);
CREATE INDEX ticket_promise_wake ON ticket_promise (wake_at) INCLUDE (ticket_id) WHERE wake_at IS NOT NULL;

-- How far open tickets are reckoned anew after policies or hours have changed; null when they are.
CREATE TABLE sla_recount (
    one        boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
    reached_id bigint
);
INSERT INTO sla_recount DEFAULT VALUES;

-- What lists show of a ticket: when the next promise breaks or was broken, and how all of them stand.
ALTER TABLE ticket ADD COLUMN due_at timestamptz;
ALTER TABLE ticket ADD COLUMN promise varchar(10) CHECK (promise IN ('BROKEN', 'AT_RISK', 'RUNNING', 'PAUSED', 'MET'));
CREATE INDEX ticket_by_due ON ticket (due_at, id) INCLUDE (owner_id, team_id, queue_id, status);
CREATE INDEX ticket_by_promise ON ticket (promise, created_at, id) INCLUDE (owner_id, team_id, queue_id, status);

INSERT INTO role_permission (role_id, permission)
SELECT role_id, 'support.sla.manage' FROM role_permission WHERE permission = 'support.queue.manage'
ON CONFLICT DO NOTHING;
