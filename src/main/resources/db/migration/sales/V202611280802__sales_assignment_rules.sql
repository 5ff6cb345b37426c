CREATE SEQUENCE assignment_rule_seq INCREMENT BY 50;
CREATE TABLE assignment_rule (
    id         bigint       NOT NULL PRIMARY KEY,
    name       varchar(100) NOT NULL,
    position   int          NOT NULL,
    active     boolean      NOT NULL DEFAULT true,
    -- what must hold of a new opportunity, as org.triviumcrm.shared.condition writes it
    conditions text         NOT NULL,
    target     varchar(20)  NOT NULL CHECK (target IN ('PERSON', 'ROUND_ROBIN', 'LEAST_WORK')),
    person_id  bigint REFERENCES person (id),
    team_id    bigint REFERENCES team (id),
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0,
    CHECK ((target = 'PERSON') = (person_id IS NOT NULL) AND (target <> 'PERSON') = (team_id IS NOT NULL))
);
CREATE UNIQUE INDEX assignment_rule_name ON assignment_rule (lower(name));
CREATE INDEX assignment_rule_team ON assignment_rule (team_id) WHERE team_id IS NOT NULL;
CREATE TABLE assignment_rule_aud (
    id         bigint NOT NULL,
    rev        bigint NOT NULL REFERENCES revision (id),
    revtype    smallint,
    name       varchar(100),
    position   int,
    active     boolean,
    conditions text,
    target     varchar(20),
    person_id  bigint,
    team_id    bigint,
    version    int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX assignment_rule_aud_rev ON assignment_rule_aud (rev, id);

-- Who got the last one by a rule.
CREATE TABLE assignment_turn (
    rule_id   bigint NOT NULL PRIMARY KEY REFERENCES assignment_rule (id) ON DELETE CASCADE,
    person_id bigint NOT NULL REFERENCES person (id)
);

-- How much open work rules may bring a person to.
CREATE SEQUENCE assignment_capacity_seq INCREMENT BY 50;
CREATE TABLE assignment_capacity (
    id         bigint      NOT NULL PRIMARY KEY,
    person_id  bigint      NOT NULL UNIQUE REFERENCES person (id),
    -- the person's, when the limit was set
    name       varchar(200) NOT NULL,
    max_open   int CHECK (max_open >= 0),
    max_value  numeric(19, 2) CHECK (max_value >= 0),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 0
);
CREATE TABLE assignment_capacity_aud (
    id        bigint NOT NULL,
    rev       bigint NOT NULL REFERENCES revision (id),
    revtype   smallint,
    person_id bigint,
    name      varchar(200),
    max_open  int,
    max_value numeric(19, 2),
    version   int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX assignment_capacity_aud_rev ON assignment_capacity_aud (rev, id);

-- How opportunities came to their first owner.
CREATE TABLE assignment (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    opportunity_id bigint       NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    rule_id        bigint REFERENCES assignment_rule (id) ON DELETE SET NULL,
    rule_name      varchar(100) NOT NULL,
    person_id      bigint       NOT NULL REFERENCES person (id),
    cause          varchar(20)  NOT NULL CHECK (cause IN ('PERSON', 'ROUND_ROBIN', 'LEAST_WORK', 'NO_ROOM')),
    at             timestamptz  NOT NULL
);
CREATE INDEX assignment_opportunity ON assignment (opportunity_id);
CREATE INDEX assignment_rule_used ON assignment (rule_id) WHERE rule_id IS NOT NULL;

-- Whoever keeps the pipelines says who gets what comes into them.
INSERT INTO role_permission (role_id, permission)
SELECT role_id, 'sales.assignment.manage' FROM role_permission WHERE permission = 'sales.pipeline.manage'
ON CONFLICT DO NOTHING;
