-- Companies that opportunities are lost to.
CREATE SEQUENCE competitor_seq INCREMENT BY 50;
CREATE TABLE competitor (
    id         bigint       NOT NULL PRIMARY KEY,
    name       varchar(100) NOT NULL,
    active     boolean      NOT NULL DEFAULT true,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX competitor_name ON competitor (lower(name));
CREATE TABLE competitor_aud (
    id      bigint NOT NULL,
    rev     bigint NOT NULL REFERENCES revision (id),
    revtype smallint,
    name    varchar(100),
    active  boolean,
    version int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX competitor_aud_rev ON competitor_aud (rev, id);

-- state says how an opportunity stands, finish how far it is put away. Two columns: whoever closes or archives what was won
-- changes nothing in what was won, so that no figure has to know of it.
ALTER TABLE opportunity
    ADD COLUMN finish varchar(10) NOT NULL DEFAULT 'NONE' CHECK (finish IN ('NONE', 'CLOSED', 'ARCHIVED')),
    ADD COLUMN state_entered_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN suspended_until date,
    ADD COLUMN suspend_reason varchar(300),
    ADD COLUMN lessons text,
    ADD COLUMN competitor_id bigint REFERENCES competitor (id),
    DROP CONSTRAINT opportunity_state_check,
    DROP CONSTRAINT opportunity_closed_has_date,
    ADD CONSTRAINT opportunity_state_check CHECK (state IN ('OPEN', 'SUSPENDED', 'TERMINATED', 'WON', 'LOST')),
    ADD CONSTRAINT opportunity_decided_has_date CHECK ((state IN ('OPEN', 'SUSPENDED')) = (closed_on IS NULL)),
    ADD CONSTRAINT opportunity_finish_needs_decision CHECK (finish = 'NONE' OR state IN ('WON', 'LOST', 'TERMINATED')),
    ADD CONSTRAINT opportunity_suspended_until CHECK ((state = 'SUSPENDED') = (suspended_until IS NOT NULL)),
    ADD CONSTRAINT opportunity_suspend_reason CHECK (state = 'SUSPENDED' OR suspend_reason IS NULL);

-- Until now the state changed with the stage only, except for what is open: that is so since it was opened.
UPDATE opportunity SET state_entered_at = CASE WHEN state = 'OPEN' THEN created_at ELSE stage_entered_at END;

ALTER TABLE opportunity_aud
    ADD COLUMN finish varchar(10),
    ADD COLUMN suspended_until date,
    ADD COLUMN suspend_reason varchar(300),
    ADD COLUMN lessons text,
    ADD COLUMN competitor_id bigint;
-- Or the next change of each would show "closing" as changed from nothing.
UPDATE opportunity_aud SET finish = 'NONE';

-- Every change of state or finish: from what to what, who, when, why, how long it had been so.
CREATE SEQUENCE state_change_seq INCREMENT BY 50;
CREATE TABLE state_change (
    id             bigint      NOT NULL PRIMARY KEY,
    opportunity_id bigint      NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    from_state     varchar(20) NOT NULL,
    to_state       varchar(20) NOT NULL,
    from_finish    varchar(10) NOT NULL,
    to_finish      varchar(10) NOT NULL,
    at             timestamptz NOT NULL,
    by_person_id   bigint REFERENCES person (id),
    reason         varchar(300),
    stayed_seconds bigint      NOT NULL CHECK (stayed_seconds >= 0),
    CONSTRAINT state_change_changes CHECK (from_state <> to_state OR from_finish <> to_finish)
);
CREATE INDEX state_change_opportunity ON state_change (opportunity_id, at, id);
CREATE INDEX state_change_person ON state_change (by_person_id) WHERE by_person_id IS NOT NULL;

-- What is left of an opportunity that was purged: no more than that, and who did it.
CREATE SEQUENCE opportunity_purge_seq INCREMENT BY 50;
CREATE TABLE opportunity_purge (
    id             bigint         NOT NULL PRIMARY KEY,
    opportunity_id bigint         NOT NULL,
    name           varchar(300)   NOT NULL,
    customer       varchar(300),
    state          varchar(20)    NOT NULL,
    amount         numeric(19, 2),
    currency       varchar(3)     NOT NULL,
    opened_on      date           NOT NULL,
    closed_on      date,
    owner          varchar(200)   NOT NULL,
    reason         varchar(300)   NOT NULL,
    purged_at      timestamptz    NOT NULL,
    purged_by      bigint REFERENCES person (id),
    stage_changes  bigint         NOT NULL,
    state_changes  bigint         NOT NULL,
    history        bigint         NOT NULL,
    activities     bigint         NOT NULL
);
CREATE INDEX opportunity_purge_latest ON opportunity_purge (purged_at DESC, id DESC);
CREATE INDEX opportunity_purge_person ON opportunity_purge (purged_by) WHERE purged_by IS NOT NULL;
