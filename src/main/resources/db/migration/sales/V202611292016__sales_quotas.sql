-- What is to be reached: by whom (one of the columns, or all null for the company), in a month, quarter or year, measured in what.
CREATE SEQUENCE quota_seq INCREMENT BY 50;
CREATE TABLE quota (
    id           bigint         NOT NULL PRIMARY KEY,
    measure      varchar(10)    NOT NULL CHECK (measure IN ('WON', 'SIGNED', 'RECEIVED')),
    starts_on    date           NOT NULL CHECK (extract(day FROM starts_on) = 1),
    months       int            NOT NULL,
    team_id      bigint REFERENCES team (id),
    person_id    bigint REFERENCES person (id),
    product_id   bigint REFERENCES product (id) ON DELETE CASCADE,
    territory_id bigint REFERENCES territory (id) ON DELETE CASCADE,
    -- only what comes out of one pipeline; null: out of all of them
    pipeline_id  bigint REFERENCES pipeline (id) ON DELETE CASCADE,
    amount       numeric(19, 2) NOT NULL CHECK (amount > 0),
    set_by       bigint REFERENCES person (id),
    set_at       timestamptz    NOT NULL,
    CONSTRAINT quota_of_one CHECK (num_nonnulls(team_id, person_id, product_id, territory_id) <= 1),
    CONSTRAINT quota_period CHECK (months IN (1, 3, 12) AND mod(extract(month FROM starts_on)::int - 1, months) = 0)
);
CREATE UNIQUE INDEX quota_once ON quota (measure, starts_on, months, coalesce(team_id, 0), coalesce(person_id, 0),
    coalesce(product_id, 0), coalesce(territory_id, 0), coalesce(pipeline_id, 0));
CREATE INDEX quota_team ON quota (team_id, starts_on) WHERE team_id IS NOT NULL;
CREATE INDEX quota_person ON quota (person_id, starts_on) WHERE person_id IS NOT NULL;
CREATE INDEX quota_product ON quota (product_id, starts_on) WHERE product_id IS NOT NULL;
CREATE INDEX quota_territory ON quota (territory_id, starts_on) WHERE territory_id IS NOT NULL;
CREATE INDEX quota_pipeline ON quota (pipeline_id) WHERE pipeline_id IS NOT NULL;
CREATE INDEX quota_set_by ON quota (set_by) WHERE set_by IS NOT NULL;

-- Targets had no months: they hold from now to the end of next year, and where there is one pipeline only, for all of them.
INSERT INTO quota (id, measure, starts_on, months, team_id, pipeline_id, amount, set_at)
SELECT nextval('quota_seq'), 'WON', m::date, 1, nullif(t.team_id, 0),
       CASE WHEN (SELECT count(*) FROM pipeline) > 1 THEN t.pipeline_id END, t.amount, now()
FROM monthly_target t
CROSS JOIN generate_series(date_trunc('month', now()), date_trunc('year', now()) + interval '23 months', interval '1 month') m
WHERE t.team_id = 0 OR EXISTS (SELECT FROM team WHERE team.id = t.team_id);
DROP TABLE monthly_target;
