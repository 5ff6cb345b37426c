-- Points of leads: what they are given for, every point that was given, and what happens from how many on.
CREATE SEQUENCE score_rule_seq INCREMENT BY 50;
CREATE TABLE score_rule (
    id             bigint       NOT NULL PRIMARY KEY,
    name           varchar(100) NOT NULL,
    points         int          NOT NULL DEFAULT 1 CHECK (points BETWEEN -1000 AND 1000),
    -- each time it happens; null: for what a lead is
    event          varchar(20),
    -- what must hold of a lead, as org.triviumcrm.shared.condition writes it
    conditions     text         NOT NULL DEFAULT '{"joining":"ALL","conditions":[],"groups":[]}',
    half_life_days int CHECK (half_life_days > 0),
    most           int CHECK (most > 0),
    active         boolean      NOT NULL DEFAULT true,
    created_at     timestamptz  NOT NULL,
    updated_at     timestamptz  NOT NULL,
    version        int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX score_rule_name ON score_rule (lower(name));

CREATE TABLE score_rule_aud (
    id             bigint NOT NULL,
    rev            bigint NOT NULL REFERENCES revision (id),
    revtype        smallint,
    name           varchar(100),
    points         int,
    event          varchar(20),
    conditions     text,
    half_life_days int,
    most           int,
    active         boolean,
    version        int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX score_rule_aud_rev ON score_rule_aud (rev, id);

CREATE TABLE lead_point (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    lead_id        bigint       NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
    rule_id        bigint REFERENCES score_rule (id) ON DELETE SET NULL,
    -- as they were when the points were given
    rule_name      varchar(100) NOT NULL,
    points         int          NOT NULL,
    half_life_days int,
    most           int,
    happened       timestamptz  NOT NULL,
    -- tells one time from another; empty for what a lead is
    event_key      varchar(60)  NOT NULL,
    -- since when it does not count any more
    ended_at       timestamptz
);
CREATE UNIQUE INDEX lead_point_once ON lead_point (rule_id, lead_id, event_key) WHERE ended_at IS NULL;
CREATE INDEX lead_point_lead ON lead_point (lead_id);
CREATE INDEX lead_point_rule ON lead_point (rule_id) WHERE rule_id IS NOT NULL;

CREATE TABLE score_threshold (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at_least  int     NOT NULL CHECK (at_least > 0),
    -- null: whoever looks after the lead is told
    person_id bigint REFERENCES person (id),
    assigns   boolean NOT NULL DEFAULT false,
    CONSTRAINT score_threshold_person CHECK (NOT assigns OR person_id IS NOT NULL)
);
CREATE INDEX score_threshold_of_person ON score_threshold (person_id) WHERE person_id IS NOT NULL;

-- Which leads it has happened to: once.
CREATE TABLE lead_threshold (
    threshold_id bigint      NOT NULL REFERENCES score_threshold (id) ON DELETE CASCADE,
    lead_id      bigint      NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
    at           timestamptz NOT NULL,
    PRIMARY KEY (threshold_id, lead_id)
);
CREATE INDEX lead_threshold_lead ON lead_threshold (lead_id);

CREATE TABLE score_state (
    the_one    boolean     NOT NULL PRIMARY KEY DEFAULT true CHECK (the_one),
    all_at     timestamptz,
    changed_at timestamptz NOT NULL
);

-- kept by the job; null before it has looked
ALTER TABLE lead ADD COLUMN score int;
CREATE INDEX lead_by_score ON lead (score, id) INCLUDE (owner_id, team_id);
CREATE INDEX campaign_participant_lead_change ON campaign_participant (updated_at) WHERE lead_id IS NOT NULL;

INSERT INTO role_permission (role_id, permission)
SELECT role_id, 'marketing.score.manage' FROM role_permission WHERE permission = 'marketing.term.manage'
ON CONFLICT DO NOTHING;
