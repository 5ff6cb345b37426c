CREATE SEQUENCE approval_flow_seq INCREMENT BY 50;
CREATE SEQUENCE approval_flow_version_seq INCREMENT BY 50;

-- When records of a kind have to be approved. The first one, in the order of position, that applies counts.
CREATE TABLE approval_flow (
    id           bigint       NOT NULL PRIMARY KEY,
    name         varchar(100) NOT NULL,
    subject_type varchar(50)  NOT NULL,
    trigger_key  varchar(50)  NOT NULL,
    -- where the action leads, such as a stage; null: wherever
    target       bigint,
    position     int          NOT NULL,
    created_at   timestamptz  NOT NULL,
    updated_at   timestamptz  NOT NULL,
    version      int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX approval_flow_name ON approval_flow (lower(name));
CREATE INDEX approval_flow_order ON approval_flow (position, id);

CREATE TABLE approval_flow_version (
    id                    bigint      NOT NULL PRIMARY KEY,
    flow_id               bigint      NOT NULL REFERENCES approval_flow (id) ON DELETE CASCADE,
    number                int         NOT NULL CHECK (number > 0),
    state                 varchar(10) NOT NULL CHECK (state IN ('DRAFT', 'ACTIVE', 'RETIRED')),
    -- see FlowDefinition
    definition            jsonb       NOT NULL,
    -- the engine's name of it
    process_definition_id varchar(64),
    activated_at          timestamptz,
    activated_by          bigint REFERENCES person (id),
    retired_at            timestamptz,
    retired_by            bigint REFERENCES person (id),
    created_by            bigint REFERENCES person (id),
    created_at            timestamptz NOT NULL,
    updated_at            timestamptz NOT NULL,
    version               int         NOT NULL DEFAULT 0,
    UNIQUE (flow_id, number),
    CONSTRAINT approval_flow_version_runs CHECK
        (state = 'DRAFT' OR (process_definition_id IS NOT NULL AND activated_at IS NOT NULL)),
    CONSTRAINT approval_flow_version_retired CHECK ((state = 'RETIRED') = (retired_at IS NOT NULL))
);
CREATE UNIQUE INDEX approval_flow_one_draft ON approval_flow_version (flow_id) WHERE state = 'DRAFT';
CREATE UNIQUE INDEX approval_flow_one_active ON approval_flow_version (flow_id) WHERE state = 'ACTIVE';

-- Cases finish on what they began with: what was active once never changes again, and never goes back.
CREATE FUNCTION approval_flow_version_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'DRAFT' AND (OLD.definition IS DISTINCT FROM NEW.definition
            OR OLD.process_definition_id IS DISTINCT FROM NEW.process_definition_id
            OR OLD.flow_id <> NEW.flow_id OR OLD.number <> NEW.number) THEN
        RAISE EXCEPTION 'version % of flow % was active: it does not change any more', OLD.number, OLD.flow_id;
    END IF;
    IF OLD.state <> NEW.state AND NOT ((OLD.state, NEW.state) IN (('DRAFT', 'ACTIVE'), ('ACTIVE', 'RETIRED'))) THEN
        RAISE EXCEPTION 'version % of flow % can not go from % to %', OLD.number, OLD.flow_id, OLD.state, NEW.state;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER approval_flow_version_guard BEFORE UPDATE ON approval_flow_version
    FOR EACH ROW EXECUTE FUNCTION approval_flow_version_guard();

CREATE SEQUENCE approval_case_seq;
CREATE SEQUENCE approval_task_seq;
CREATE SEQUENCE approval_trail_seq;

-- One request for an approval, from submitting to its end. A round ends when it is returned for changes.
CREATE TABLE approval_case (
    id                  bigint       NOT NULL PRIMARY KEY DEFAULT nextval('approval_case_seq'),
    flow_version_id     bigint       NOT NULL REFERENCES approval_flow_version (id),
    subject_type        varchar(50)  NOT NULL,
    subject_id          bigint       NOT NULL,
    trigger_key         varchar(50)  NOT NULL,
    target              bigint,
    title               varchar(300) NOT NULL,
    url                 varchar(200) NOT NULL,
    amount              numeric(19, 2),
    currency            varchar(3),
    submitter_id        bigint       NOT NULL REFERENCES person (id),
    owner_id            bigint REFERENCES person (id),
    team_id             bigint REFERENCES team (id) ON DELETE SET NULL,
    state               varchar(10)  NOT NULL CHECK (state IN
        ('RUNNING', 'RETURNED', 'APPROVED', 'REJECTED', 'RECALLED', 'FAILED')),
    round               int          NOT NULL DEFAULT 1 CHECK (round > 0),
    process_instance_id varchar(64),
    -- the values that conditions look at, as they were when it was submitted
    facts               jsonb        NOT NULL,
    -- what approvers see; see Snapshot
    snapshot            jsonb        NOT NULL,
    -- what is done when it is approved; see ApprovedAction
    action_kind         varchar(50)  NOT NULL,
    action              jsonb        NOT NULL,
    -- SHA-256 over what must be the same when it is done
    fingerprint         varchar(64)  NOT NULL,
    -- by step, whom the submitter chose
    chosen              jsonb        NOT NULL DEFAULT '{}',
    failure             text,
    submitted_at        timestamptz  NOT NULL,
    finished_at         timestamptz,
    version             int          NOT NULL DEFAULT 0,
    CONSTRAINT approval_case_finished CHECK ((state IN ('RUNNING', 'RETURNED')) = (finished_at IS NULL)),
    CONSTRAINT approval_case_amount CHECK ((amount IS NULL) OR (currency IS NOT NULL))
);
CREATE UNIQUE INDEX approval_case_one_open ON approval_case (subject_type, subject_id)
    WHERE state IN ('RUNNING', 'RETURNED');
CREATE INDEX approval_case_subject ON approval_case (subject_type, subject_id, submitted_at DESC, id DESC);
CREATE INDEX approval_case_mine ON approval_case (submitter_id, submitted_at DESC, id DESC);
CREATE INDEX approval_case_flow ON approval_case (flow_version_id);
CREATE INDEX approval_case_team ON approval_case (team_id) WHERE team_id IS NOT NULL;

-- One person asked in one step of one round. What the inbox shows is copied, so that each of its pages is one index.
CREATE TABLE approval_task (
    id               bigint       NOT NULL PRIMARY KEY DEFAULT nextval('approval_task_seq'),
    case_id          bigint       NOT NULL REFERENCES approval_case (id) ON DELETE CASCADE,
    round            int          NOT NULL,
    step_key         varchar(20)  NOT NULL,
    step_name        varchar(100) NOT NULL,
    ordinal          int          NOT NULL,
    person_id        bigint       NOT NULL REFERENCES person (id),
    -- whose place the person takes, as a deputy or by delegation
    former_person_id bigint REFERENCES person (id),
    cause            varchar(10)  NOT NULL CHECK (cause IN
        ('ASSIGNED', 'DEPUTY', 'DELEGATED', 'ADDED', 'ESCALATED', 'FALLBACK', 'SUPERIOR')),
    -- WAITING: its turn comes after others; SKIPPED: an earlier approval counts
    state            varchar(10)  NOT NULL CHECK (state IN
        ('WAITING', 'OPEN', 'APPROVED', 'REJECTED', 'RETURNED', 'CANCELLED', 'SKIPPED', 'EXPIRED')),
    opened_at        timestamptz,
    due_at           timestamptz,
    reminded_at      timestamptz,
    closed_at        timestamptz,
    decided_by       bigint REFERENCES person (id),
    comment          text,
    title            varchar(300) NOT NULL,
    subject_type     varchar(50)  NOT NULL,
    amount           numeric(19, 2),
    currency         varchar(3),
    submitter_id     bigint       NOT NULL,
    version          int          NOT NULL DEFAULT 0,
    CONSTRAINT approval_task_opened CHECK (state IN ('WAITING', 'CANCELLED', 'SKIPPED') OR opened_at IS NOT NULL),
    CONSTRAINT approval_task_closed CHECK ((state IN ('WAITING', 'OPEN')) = (closed_at IS NULL)),
    CONSTRAINT approval_task_decided CHECK
        ((state IN ('APPROVED', 'REJECTED', 'RETURNED')) = (decided_by IS NOT NULL))
);
CREATE INDEX approval_task_todo ON approval_task (person_id, opened_at DESC, id DESC) WHERE state = 'OPEN';
CREATE INDEX approval_task_done ON approval_task (decided_by, closed_at DESC, id DESC) WHERE decided_by IS NOT NULL;
CREATE INDEX approval_task_case ON approval_task (case_id, round, step_key, ordinal);

-- Who did what and when, and how long it had lain; only ever added to.
CREATE TABLE approval_trail (
    id            bigint      NOT NULL PRIMARY KEY DEFAULT nextval('approval_trail_seq'),
    case_id       bigint      NOT NULL REFERENCES approval_case (id) ON DELETE CASCADE,
    task_id       bigint,
    round         int         NOT NULL,
    at            timestamptz NOT NULL,
    -- null: the flow itself
    person_id     bigint REFERENCES person (id),
    for_person_id bigint REFERENCES person (id),
    kind          varchar(20) NOT NULL,
    step_name     varchar(100),
    text          text,
    seconds       bigint CHECK (seconds >= 0)
);
CREATE INDEX approval_trail_case ON approval_trail (case_id, at, id);

-- Who is told of a case without being asked.
CREATE TABLE approval_copy (
    case_id   bigint      NOT NULL REFERENCES approval_case (id) ON DELETE CASCADE,
    person_id bigint      NOT NULL REFERENCES person (id),
    at        timestamptz NOT NULL,
    seen_at   timestamptz,
    PRIMARY KEY (case_id, person_id)
);
CREATE INDEX approval_copy_person ON approval_copy (person_id, at DESC, case_id DESC);

-- What an approved case lets pass, once, as long as what was approved has not changed.
CREATE TABLE approval_release (
    case_id      bigint      NOT NULL PRIMARY KEY REFERENCES approval_case (id) ON DELETE CASCADE,
    subject_type varchar(50) NOT NULL,
    subject_id   bigint      NOT NULL,
    trigger_key  varchar(50) NOT NULL,
    target       bigint,
    fingerprint  varchar(64) NOT NULL,
    released_at  timestamptz NOT NULL,
    used_at      timestamptz,
    void_at      timestamptz,
    void_cause   text
);
CREATE INDEX approval_release_subject ON approval_release (subject_type, subject_id, trigger_key) WHERE void_at IS NULL;
