-- Pools: opportunities that nobody works on go there, and whoever may takes one out. In a pool an opportunity is its keeper's.
CREATE SEQUENCE opportunity_pool_seq INCREMENT BY 50;
CREATE TABLE opportunity_pool (
    id               bigint       NOT NULL PRIMARY KEY,
    name             varchar(100) NOT NULL,
    -- whose opportunities go into it, and who may claim: the team and those below it; everybody when empty
    team_id          bigint REFERENCES team (id),
    keeper_id        bigint       NOT NULL REFERENCES person (id),
    -- the first of several that an opportunity fits takes it
    position         int          NOT NULL,
    active           boolean      NOT NULL DEFAULT true,
    no_contact_days  int CHECK (no_contact_days BETWEEN 1 AND 3650),
    no_progress_days int CHECK (no_progress_days BETWEEN 1 AND 3650),
    overdue_days     int CHECK (overdue_days BETWEEN 1 AND 3650),
    owner_left       boolean      NOT NULL DEFAULT false,
    -- in the company's currency
    least_amount     numeric(19, 2) CHECK (least_amount >= 0),
    most_amount      numeric(19, 2),
    -- a stage that was chosen may be removed: the pool does not take from all stages then
    some_stages      boolean      NOT NULL DEFAULT false,
    spares_planned   boolean      NOT NULL DEFAULT true,
    notice_days      int          NOT NULL DEFAULT 3 CHECK (notice_days BETWEEN 0 AND 90),
    most_held        int CHECK (most_held BETWEEN 1 AND 100000),
    most_claims      int CHECK (most_claims BETWEEN 1 AND 1000),
    rest_days        int          NOT NULL DEFAULT 0 CHECK (rest_days BETWEEN 0 AND 3650),
    created_at       timestamptz  NOT NULL,
    updated_at       timestamptz  NOT NULL,
    version          int          NOT NULL DEFAULT 0,
    CONSTRAINT opportunity_pool_amounts CHECK (least_amount IS NULL OR most_amount IS NULL OR most_amount >= least_amount)
);
CREATE UNIQUE INDEX opportunity_pool_name ON opportunity_pool (lower(name));
CREATE INDEX opportunity_pool_team ON opportunity_pool (team_id);
CREATE INDEX opportunity_pool_keeper ON opportunity_pool (keeper_id);

CREATE TABLE opportunity_pool_pipeline (
    pool_id     bigint NOT NULL REFERENCES opportunity_pool (id) ON DELETE CASCADE,
    pipeline_id bigint NOT NULL REFERENCES pipeline (id),
    PRIMARY KEY (pool_id, pipeline_id)
);
CREATE INDEX opportunity_pool_pipeline_pipeline ON opportunity_pool_pipeline (pipeline_id);
CREATE TABLE opportunity_pool_stage (
    pool_id  bigint NOT NULL REFERENCES opportunity_pool (id) ON DELETE CASCADE,
    stage_id bigint NOT NULL REFERENCES stage (id) ON DELETE CASCADE,
    PRIMARY KEY (pool_id, stage_id)
);
CREATE INDEX opportunity_pool_stage_stage ON opportunity_pool_stage (stage_id);

CREATE TABLE opportunity_pool_aud (
    id               bigint NOT NULL,
    rev              bigint NOT NULL REFERENCES revision (id),
    revtype          smallint,
    name             varchar(100),
    team_id          bigint,
    keeper_id        bigint,
    position         int,
    active           boolean,
    no_contact_days  int,
    no_progress_days int,
    overdue_days     int,
    owner_left       boolean,
    least_amount     numeric(19, 2),
    most_amount      numeric(19, 2),
    spares_planned   boolean,
    notice_days      int,
    most_held        int,
    most_claims      int,
    rest_days        int,
    version          int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX opportunity_pool_aud_rev ON opportunity_pool_aud (rev, id);
CREATE TABLE opportunity_pool_pipeline_aud (
    rev         bigint NOT NULL REFERENCES revision (id),
    pool_id     bigint NOT NULL,
    pipeline_id bigint NOT NULL,
    revtype     smallint,
    PRIMARY KEY (rev, pool_id, pipeline_id)
);
CREATE TABLE opportunity_pool_stage_aud (
    rev      bigint NOT NULL REFERENCES revision (id),
    pool_id  bigint NOT NULL,
    stage_id bigint NOT NULL,
    revtype  smallint,
    PRIMARY KEY (rev, pool_id, stage_id)
);

-- To be in a pool is a state: whatever counts what is open (board, forecast, targets, home) leaves it out.
ALTER TABLE opportunity
    ADD COLUMN pool_id bigint REFERENCES opportunity_pool (id),
    -- since when the present owner has it; null for as long as it has existed
    ADD COLUMN owner_since timestamptz,
    DROP CONSTRAINT opportunity_state_check,
    DROP CONSTRAINT opportunity_decided_has_date,
    ADD CONSTRAINT opportunity_state_check CHECK (state IN ('OPEN', 'SUSPENDED', 'POOLED', 'TERMINATED', 'WON', 'LOST')),
    ADD CONSTRAINT opportunity_decided_has_date CHECK ((state IN ('OPEN', 'SUSPENDED', 'POOLED')) = (closed_on IS NULL)),
    ADD CONSTRAINT opportunity_pooled_in_pool CHECK ((state = 'POOLED') = (pool_id IS NOT NULL));

UPDATE opportunity o SET owner_since = c.at
FROM (SELECT opportunity_id, max(at) AS at FROM ownership_change GROUP BY opportunity_id) c
WHERE c.opportunity_id = o.id AND o.approval_case_id IS NULL;

-- Whoever gets an opportunity, in whatever way, has all the days of a pool's rules from then on.
CREATE FUNCTION opportunity_owner_since() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.owner_since := NEW.updated_at;
    RETURN NEW;
END $$;
CREATE TRIGGER opportunity_owner_since BEFORE UPDATE OF owner_id ON opportunity FOR EACH ROW
    WHEN (OLD.owner_id <> NEW.owner_id) EXECUTE FUNCTION opportunity_owner_since();

-- What nobody has spoken about, and what has not moved, the longest first: read each hour.
CREATE INDEX opportunity_idle_contact ON opportunity (greatest(last_activity_at, coalesce(owner_since, created_at)), id)
    WHERE state = 'OPEN';
CREATE INDEX opportunity_idle_progress ON opportunity (greatest(stage_entered_at, owner_since), id) WHERE state = 'OPEN';
-- The page of pools: of all that one sees, and of one.
CREATE INDEX opportunity_pooled ON opportunity (state_entered_at, id) INCLUDE (pool_id, stage_id, base_amount)
    WHERE state = 'POOLED';
CREATE INDEX opportunity_pooled_in ON opportunity (pool_id, state_entered_at, id) WHERE pool_id IS NOT NULL;

-- Each way into a pool and out of it. As with owners, people are no foreign keys.
CREATE SEQUENCE pool_move_seq INCREMENT BY 1;
CREATE TABLE pool_move (
    id             bigint      NOT NULL PRIMARY KEY DEFAULT nextval('pool_move_seq'),
    opportunity_id bigint      NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    pool_id        bigint      NOT NULL REFERENCES opportunity_pool (id),
    cause          varchar(20) NOT NULL CHECK (cause IN ('NO_CONTACT', 'NO_PROGRESS', 'OVERDUE', 'OWNER_LEFT', 'RETURNED',
                                                         'TAKEN_BACK', 'CLAIMED', 'ASSIGNED')),
    from_person_id bigint      NOT NULL,
    to_person_id   bigint      NOT NULL,
    by_person_id   bigint,
    at             timestamptz NOT NULL
);
CREATE INDEX pool_move_opportunity ON pool_move (opportunity_id, at);
CREATE INDEX pool_move_pool ON pool_move (pool_id);
-- How many somebody has claimed today.
CREATE INDEX pool_move_claims ON pool_move (to_person_id, pool_id, at) WHERE cause = 'CLAIMED';

-- What is announced to go into a pool on a day unless somebody does something about it.
CREATE TABLE pool_notice (
    opportunity_id bigint      NOT NULL PRIMARY KEY REFERENCES opportunity (id) ON DELETE CASCADE,
    pool_id        bigint      NOT NULL REFERENCES opportunity_pool (id),
    owner_id       bigint      NOT NULL,
    cause          varchar(20) NOT NULL CHECK (cause IN ('NO_CONTACT', 'NO_PROGRESS', 'OVERDUE', 'OWNER_LEFT')),
    goes_on        date        NOT NULL,
    told_at        timestamptz
);
CREATE INDEX pool_notice_pool ON pool_notice (pool_id, opportunity_id);
CREATE INDEX pool_notice_untold ON pool_notice (owner_id, pool_id) WHERE told_at IS NULL;

-- Roles as they are: who works on opportunities may claim; who rules the pipelines may rule the pools.
INSERT INTO role_permission (role_id, permission)
SELECT g.role_id, e.given
FROM role_permission g
JOIN (VALUES ('sales.opportunity.edit', 'sales.pool.claim'),
             ('sales.pipeline.manage', 'sales.pool.manage')) AS e (held, given) ON e.held = g.permission
ON CONFLICT DO NOTHING;
