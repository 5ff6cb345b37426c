-- Care by what customers are worth: plans, what is done for whom how often, and each thing that is to be done.
CREATE SEQUENCE care_plan_seq INCREMENT BY 50;
CREATE TABLE care_plan (
    id               bigint         NOT NULL PRIMARY KEY,
    name             varchar(300)   NOT NULL,
    starts_on        date           NOT NULL,
    ends_on          date           NOT NULL,
    -- whom it is for: each of these one to a line, empty for any
    value_classes    text           NOT NULL,
    segments         text           NOT NULL,
    levels           text           NOT NULL,
    -- in the company's currency
    budget           numeric(19, 2) NOT NULL CHECK (budget >= 0),
    note             varchar(2000),
    state            varchar(20)    NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'ACTIVE', 'ENDED')),
    owner_id         bigint         NOT NULL REFERENCES person (id),
    team_id          bigint REFERENCES team (id),
    approval_case_id bigint,
    -- since when tasks come from it
    active_since     date,
    -- the last day for which tasks were made
    reached_on       date,
    created_at       timestamptz    NOT NULL,
    updated_at       timestamptz    NOT NULL,
    version          int            NOT NULL DEFAULT 0,
    CHECK (starts_on <= ends_on)
);
CREATE INDEX care_plan_owner ON care_plan (owner_id);
CREATE INDEX care_plan_team ON care_plan (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX care_plan_active ON care_plan (reached_on, id) WHERE state = 'ACTIVE';

CREATE TABLE care_plan_aud (
    id            bigint   NOT NULL,
    rev           bigint   NOT NULL REFERENCES revision (id),
    revtype       smallint,
    name          varchar(300),
    starts_on     date,
    ends_on       date,
    value_classes text,
    segments      text,
    levels        text,
    budget        numeric(19, 2),
    note          varchar(2000),
    state         varchar(20),
    owner_id      bigint,
    version       int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX care_plan_aud_rev ON care_plan_aud (rev, id);

CREATE TABLE care_line (
    plan_id   bigint         NOT NULL REFERENCES care_plan (id) ON DELETE CASCADE,
    position  int            NOT NULL,
    kind      varchar(20)    NOT NULL CHECK (kind IN ('VISIT', 'CALL', 'GREETING')),
    subject   varchar(200)   NOT NULL,
    rhythm    varchar(20)    NOT NULL CHECK (rhythm IN ('EVERY', 'YEARLY', 'BIRTHDAY', 'ANNIVERSARY')),
    months    int CHECK (months BETWEEN 1 AND 60),
    month     int CHECK (month BETWEEN 1 AND 12),
    day       int CHECK (day BETWEEN 1 AND 31),
    lead_days int            NOT NULL CHECK (lead_days BETWEEN 0 AND 90),
    -- of each time, in the company's currency
    cost      numeric(19, 2) NOT NULL CHECK (cost >= 0),
    PRIMARY KEY (plan_id, position),
    CHECK ((rhythm = 'EVERY') = (months IS NOT NULL)),
    CHECK ((rhythm = 'YEARLY') = (month IS NOT NULL AND day IS NOT NULL))
);

CREATE SEQUENCE care_duty_seq;
CREATE TABLE care_duty (
    id          bigint NOT NULL PRIMARY KEY DEFAULT nextval('care_duty_seq'),
    plan_id     bigint NOT NULL REFERENCES care_plan (id) ON DELETE CASCADE,
    position    int    NOT NULL,
    customer_id bigint NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    -- whose birthday it is
    contact_id  bigint REFERENCES contact (id) ON DELETE CASCADE,
    due_on      date   NOT NULL,
    -- who had it to do first; who has it now says the task
    person_id   bigint NOT NULL REFERENCES person (id),
    -- gone when the person has deleted it: then it was dropped
    activity_id bigint REFERENCES activity (id) ON DELETE SET NULL,
    -- what it has cost in the company's currency, where that was entered
    cost        numeric(19, 2)
);
CREATE UNIQUE INDEX care_duty_once ON care_duty (plan_id, position, customer_id, due_on, coalesce(contact_id, 0));
CREATE INDEX care_duty_plan ON care_duty (plan_id, due_on, id);
CREATE INDEX care_duty_customer ON care_duty (customer_id, due_on DESC, id DESC);
CREATE INDEX care_duty_contact ON care_duty (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX care_duty_person ON care_duty (person_id);
CREATE INDEX care_duty_activity ON care_duty (activity_id) WHERE activity_id IS NOT NULL;

-- What waits for a decision does not change, and nothing starts without having been asked for, whoever writes.
CREATE FUNCTION care_plan_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free CONSTANT text[] := ARRAY['version', 'updated_at', 'team_id'];
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.approval_case_id IS NOT NULL
            AND coalesce(current_setting('trivium.approval_case', true), '') <> OLD.approval_case_id::text
            AND (TG_OP = 'DELETE' OR (to_jsonb(OLD) - free) IS DISTINCT FROM (to_jsonb(NEW) - free)) THEN
        RAISE EXCEPTION 'care plan % waits for approval %', OLD.id, OLD.approval_case_id USING ERRCODE = 'TA001';
    END IF;
    IF coalesce(current_setting('trivium.passage', true), '') = ''
            AND (TG_OP = 'INSERT' AND NEW.state <> 'DRAFT' OR TG_OP = 'UPDATE' AND OLD.state <> NEW.state) THEN
        RAISE EXCEPTION 'care plan % changes its state without a passage', NEW.id USING ERRCODE = 'TA002';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.state IN ('ACTIVE', 'ENDED')
            AND (to_jsonb(OLD) - free - ARRAY['state', 'active_since', 'reached_on', 'owner_id', 'ends_on', 'approval_case_id'])
                IS DISTINCT FROM (to_jsonb(NEW) - free - ARRAY['state', 'active_since', 'reached_on', 'owner_id', 'ends_on', 'approval_case_id']) THEN
        RAISE EXCEPTION 'care plan % is not a draft any more', OLD.id USING ERRCODE = 'TA002';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER care_plan_guard BEFORE INSERT OR UPDATE OR DELETE ON care_plan FOR EACH ROW EXECUTE FUNCTION care_plan_guard();

CREATE FUNCTION care_line_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('trivium.passage', true), '') = '' AND EXISTS (
            SELECT 1 FROM care_plan p WHERE p.id = CASE TG_OP WHEN 'DELETE' THEN OLD.plan_id ELSE NEW.plan_id END AND p.state <> 'DRAFT') THEN
        RAISE EXCEPTION 'the care plan is not a draft any more' USING ERRCODE = 'TA002';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER care_line_guard BEFORE INSERT OR UPDATE OR DELETE ON care_line FOR EACH ROW EXECUTE FUNCTION care_line_guard();

INSERT INTO role_permission (role_id, permission)
SELECT r.id, e.given FROM role r
JOIN (VALUES ('service_manager', 'support.care.view'), ('service_manager', 'support.care.manage'),
             ('sales_manager', 'support.care.view'), ('sales_manager', 'support.care.manage')) AS e (role, given) ON e.role = r.built_in
ON CONFLICT DO NOTHING;
