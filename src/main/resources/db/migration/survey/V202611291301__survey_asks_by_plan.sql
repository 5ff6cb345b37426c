-- Who is asked how likely they are to recommend us, how often.
CREATE SEQUENCE survey_plan_seq INCREMENT BY 50;
CREATE TABLE survey_plan (
    id           bigint       NOT NULL PRIMARY KEY,
    name         varchar(100) NOT NULL UNIQUE,
    survey_id    bigint       NOT NULL REFERENCES survey (id),
    -- of customers, a line each; null for all
    levels       text,
    every_months int          NOT NULL CHECK (every_months BETWEEN 1 AND 60),
    -- percent of those that it is about that are asked in a week
    weekly_share int          NOT NULL CHECK (weekly_share BETWEEN 1 AND 100),
    active       boolean      NOT NULL,
    -- when the job looks at it again
    next_at      timestamptz  NOT NULL,
    created_at   timestamptz  NOT NULL,
    updated_at   timestamptz  NOT NULL,
    version      int          NOT NULL DEFAULT 0
);
CREATE INDEX survey_plan_survey ON survey_plan (survey_id);
CREATE INDEX survey_plan_next ON survey_plan (next_at) WHERE active;

CREATE TABLE survey_plan_aud (
    id           bigint NOT NULL,
    rev          bigint NOT NULL REFERENCES revision (id),
    revtype      smallint,
    name         varchar(100),
    survey_id    bigint,
    levels       text,
    every_months int,
    weekly_share int,
    active       boolean,
    version      int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX survey_plan_aud_rev ON survey_plan_aud (rev, id);

ALTER TABLE survey_invitation
    ADD COLUMN plan_id   bigint REFERENCES survey_plan (id),
    -- the letter has not arrived
    ADD COLUMN failed_at timestamptz;
CREATE INDEX survey_invitation_plan ON survey_invitation (plan_id, created_at) WHERE plan_id IS NOT NULL;
