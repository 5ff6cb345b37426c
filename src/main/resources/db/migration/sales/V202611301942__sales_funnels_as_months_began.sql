-- The funnel as each of the last months began, out of the history of stages, states, owners and amounts, so that what it said then can be
-- held against what was won. A job writes it, and writes it again when the history of months that are over has become another.
CREATE TABLE funnel_month (
    month      date        NOT NULL PRIMARY KEY CHECK (extract(day FROM month) = 1),
    -- what the history of the months that were over had come to when it was written
    moves      numeric     NOT NULL,
    seconds    numeric     NOT NULL,
    written_at timestamptz NOT NULL
);

-- The single opportunities that lay in an open stage as the month began (UTC), with whose they were and what they were worth then.
-- team_id and territory_id 0: none. Without a foreign key to the opportunity: what is purged later was there all the same.
CREATE TABLE funnel_month_line (
    month          date           NOT NULL REFERENCES funnel_month (month) ON DELETE CASCADE,
    stage_id       bigint         NOT NULL,
    opportunity_id bigint         NOT NULL,
    owner_id       bigint         NOT NULL,
    team_id        bigint         NOT NULL,
    territory_id   bigint         NOT NULL,
    base_amount    numeric(19, 2) NOT NULL
);
CREATE UNIQUE INDEX funnel_month_line_greatest ON funnel_month_line (month, stage_id, base_amount DESC, opportunity_id DESC)
    INCLUDE (owner_id, team_id, territory_id);

CREATE TABLE funnel_month_total (
    month        date    NOT NULL REFERENCES funnel_month (month) ON DELETE CASCADE,
    stage_id     bigint  NOT NULL,
    owner_id     bigint  NOT NULL,
    team_id      bigint  NOT NULL,
    territory_id bigint  NOT NULL,
    count        bigint  NOT NULL,
    base_amount  numeric NOT NULL,
    PRIMARY KEY (stage_id, month, owner_id, team_id, territory_id)
);
CREATE INDEX funnel_month_total_month ON funnel_month_total (month);
CREATE INDEX funnel_month_total_owner ON funnel_month_total (owner_id, month);

-- A stage that is removed goes on in another one, and so does its past.
CREATE FUNCTION funnel_months_forget() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    DELETE FROM funnel_month;
    RETURN NULL;
END
$$;
CREATE TRIGGER funnel_months_forget AFTER DELETE ON stage FOR EACH STATEMENT EXECUTE FUNCTION funnel_months_forget();
