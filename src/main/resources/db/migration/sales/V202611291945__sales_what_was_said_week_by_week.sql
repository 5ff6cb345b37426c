-- Once a week the forecast is written down as it is, so that what was said can be held against what happened.
CREATE TABLE forecast_week (
    week     date        NOT NULL PRIMARY KEY CHECK (extract(isodow FROM week) = 1),
    taken_at timestamptz NOT NULL
);

-- Sums of a week: what was won by then and what was expected, by month, whose it was and how sure. team_id and territory_id 0: none.
CREATE TABLE forecast_snapshot (
    week         date        NOT NULL REFERENCES forecast_week (week),
    month        date        NOT NULL,
    owner_id     bigint      NOT NULL,
    team_id      bigint      NOT NULL,
    territory_id bigint      NOT NULL,
    kind         varchar(10) NOT NULL CHECK (kind IN ('WON', 'COMMIT', 'BEST_CASE', 'PIPELINE', 'OMITTED')),
    count        bigint      NOT NULL,
    amount       numeric     NOT NULL,
    weighted     numeric     NOT NULL,
    PRIMARY KEY (month, week, owner_id, team_id, territory_id, kind)
);
CREATE INDEX forecast_snapshot_week ON forecast_snapshot (week);

-- The single open opportunities, from week to week: a line says what held at from_week and all weeks before to_week. So a week costs
-- only what has changed in it. Without a foreign key: what is purged later was there all the same.
CREATE TABLE forecast_line (
    opportunity_id      bigint         NOT NULL,
    from_week           date           NOT NULL REFERENCES forecast_week (week),
    to_week             date,
    owner_id            bigint         NOT NULL,
    team_id             bigint,
    territory_id        bigint,
    category            varchar(10)    NOT NULL,
    expected_close_date date,
    base_amount         numeric(19, 2) NOT NULL,
    PRIMARY KEY (opportunity_id, from_week),
    CHECK (to_week > from_week)
);
CREATE INDEX forecast_line_present ON forecast_line (expected_close_date)
    INCLUDE (opportunity_id, from_week, owner_id, team_id, territory_id, category, base_amount) WHERE to_week IS NULL;
CREATE INDEX forecast_line_past ON forecast_line (to_week, expected_close_date) WHERE to_week IS NOT NULL;
CREATE INDEX forecast_line_from ON forecast_line (from_week);
