-- What one unit of a currency is worth in the company's currency, from a day on.
CREATE TABLE currency_rate (
    currency   varchar(3)        NOT NULL,
    valid_from date           NOT NULL,
    rate       numeric(20, 8) NOT NULL CHECK (rate > 0),
    PRIMARY KEY (currency, valid_from)
);

-- Kept by triggers: counts and sums of opportunities, so that boards, funnels and figures need not read the rows.
-- team_id 0 stands for none, closed_month 0001-01-01 for open ones; weighted is base_amount x probability / 100.
CREATE TABLE opportunity_total (
    owner_id     bigint      NOT NULL,
    team_id      bigint      NOT NULL,
    pipeline_id  bigint      NOT NULL,
    stage_id     bigint      NOT NULL,
    state        varchar(20) NOT NULL,
    closed_month date        NOT NULL,
    count        bigint      NOT NULL,
    base_amount  numeric     NOT NULL,
    weighted     numeric     NOT NULL,
    PRIMARY KEY (owner_id, team_id, pipeline_id, stage_id, state, closed_month)
) WITH (fillfactor = 70);
CREATE INDEX opportunity_total_team ON opportunity_total (team_id, state, closed_month);
CREATE INDEX opportunity_total_state ON opportunity_total (state, closed_month);

CREATE TABLE opportunity_product_total (
    product_id   bigint      NOT NULL,
    team_id      bigint      NOT NULL,
    state        varchar(20) NOT NULL,
    closed_month date        NOT NULL,
    count        bigint      NOT NULL,
    base_amount  numeric     NOT NULL,
    PRIMARY KEY (product_id, team_id, state, closed_month)
) WITH (fillfactor = 70);
CREATE INDEX opportunity_product_total_state ON opportunity_product_total (state, closed_month);

-- One statement's change to the totals: what came minus what went. Keys are taken in order, so that two statements
-- never wait for each other in a circle.
CREATE FUNCTION opportunity_totals_add(
    owners bigint[], teams bigint[], pipelines bigint[], stages bigint[], products bigint[], states text[],
    months date[], counts bigint[], amounts numeric[], weights numeric[]) RETURNS void
    LANGUAGE sql AS
$$
INSERT INTO opportunity_total AS t
SELECT c.owner_id, c.team_id, c.pipeline_id, c.stage_id, c.state, c.closed_month,
       sum(c.n), sum(c.base_amount), sum(c.weighted)
FROM unnest(owners, teams, pipelines, stages, states, months, counts, amounts, weights)
         AS c (owner_id, team_id, pipeline_id, stage_id, state, closed_month, n, base_amount, weighted)
GROUP BY 1, 2, 3, 4, 5, 6
HAVING sum(c.n) <> 0 OR sum(c.base_amount) <> 0 OR sum(c.weighted) <> 0
ORDER BY 1, 2, 3, 4, 5, 6
ON CONFLICT (owner_id, team_id, pipeline_id, stage_id, state, closed_month) DO UPDATE
    SET count       = t.count + excluded.count,
        base_amount = t.base_amount + excluded.base_amount,
        weighted    = t.weighted + excluded.weighted;

INSERT INTO opportunity_product_total AS t
SELECT c.product_id, c.team_id, c.state, c.closed_month, sum(c.n), sum(c.base_amount)
FROM unnest(products, teams, states, months, counts, amounts)
         AS c (product_id, team_id, state, closed_month, n, base_amount)
GROUP BY 1, 2, 3, 4
HAVING sum(c.n) <> 0 OR sum(c.base_amount) <> 0
ORDER BY 1, 2, 3, 4
ON CONFLICT (product_id, team_id, state, closed_month) DO UPDATE
    SET count       = t.count + excluded.count,
        base_amount = t.base_amount + excluded.base_amount;
$$;

CREATE FUNCTION opportunity_totals_insert() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM opportunity_totals_add(
            array_agg(owner_id), array_agg(team), array_agg(pipeline_id), array_agg(stage_id), array_agg(product),
            array_agg(state), array_agg(month), array_agg(n), array_agg(amount), array_agg(weighted))
    FROM (SELECT owner_id, coalesce(team_id, 0) AS team, pipeline_id, stage_id, coalesce(product_id, 0) AS product,
                 state::text, coalesce(date_trunc('month', closed_on)::date, '0001-01-01') AS month,
                 count(*) AS n, sum(base_amount) AS amount, sum(base_amount * probability) * 0.01 AS weighted
          FROM new_rows
          GROUP BY 1, 2, 3, 4, 5, 6, 7) changed
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;

CREATE FUNCTION opportunity_totals_delete() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM opportunity_totals_add(
            array_agg(owner_id), array_agg(team), array_agg(pipeline_id), array_agg(stage_id), array_agg(product),
            array_agg(state), array_agg(month), array_agg(-n), array_agg(-amount), array_agg(-weighted))
    FROM (SELECT owner_id, coalesce(team_id, 0) AS team, pipeline_id, stage_id, coalesce(product_id, 0) AS product,
                 state::text, coalesce(date_trunc('month', closed_on)::date, '0001-01-01') AS month,
                 count(*) AS n, sum(base_amount) AS amount, sum(base_amount * probability) * 0.01 AS weighted
          FROM old_rows
          GROUP BY 1, 2, 3, 4, 5, 6, 7) changed
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;

CREATE FUNCTION opportunity_totals_update() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM opportunity_totals_add(
            array_agg(owner_id), array_agg(team), array_agg(pipeline_id), array_agg(stage_id), array_agg(product),
            array_agg(state), array_agg(month), array_agg(n), array_agg(amount), array_agg(weighted))
    FROM (SELECT owner_id, coalesce(team_id, 0) AS team, pipeline_id, stage_id, coalesce(product_id, 0) AS product,
                 state::text, coalesce(date_trunc('month', closed_on)::date, '0001-01-01') AS month,
                 sum(sign)::bigint AS n, sum(base_amount * sign) AS amount,
                 sum(base_amount * probability * sign) * 0.01 AS weighted
          FROM (SELECT *, 1 AS sign FROM new_rows UNION ALL SELECT *, -1 FROM old_rows) both_sides
          GROUP BY 1, 2, 3, 4, 5, 6, 7
          HAVING sum(sign) <> 0 OR sum(base_amount * sign) <> 0 OR sum(base_amount * probability * sign) <> 0) changed
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;

CREATE TRIGGER opportunity_totals_insert AFTER INSERT ON opportunity
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION opportunity_totals_insert();
CREATE TRIGGER opportunity_totals_delete AFTER DELETE ON opportunity
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION opportunity_totals_delete();
CREATE TRIGGER opportunity_totals_update AFTER UPDATE ON opportunity
    REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION opportunity_totals_update();

-- The board: a page of each column in each offered order, for everybody, a team, a person.
CREATE INDEX opportunity_board_entered ON opportunity (stage_id, stage_entered_at DESC, id DESC);
CREATE INDEX opportunity_board_amount ON opportunity (stage_id, base_amount DESC, id DESC) WHERE state = 'OPEN';
CREATE INDEX opportunity_board_close
    ON opportunity (stage_id, (coalesce(expected_close_date, date '9999-12-31')), id) WHERE state = 'OPEN';
CREATE INDEX opportunity_board_owner ON opportunity (owner_id, stage_id, stage_entered_at DESC, id DESC);
CREATE INDEX opportunity_board_team ON opportunity (team_id, stage_id, stage_entered_at DESC, id DESC);

-- The list: each sort and filter on offer.
CREATE INDEX opportunity_list_name ON opportunity (name COLLATE trivium_words, id);
CREATE INDEX opportunity_list_name_prefix ON opportunity ((lower(name) COLLATE "C"), id);
CREATE INDEX opportunity_list_reference ON opportunity (reference COLLATE trivium_words, id);
CREATE INDEX opportunity_list_reference_prefix ON opportunity ((lower(reference) COLLATE "C"), id);
CREATE INDEX opportunity_list_amount ON opportunity (base_amount, id);
CREATE INDEX opportunity_list_expected_close ON opportunity (expected_close_date, id);
CREATE INDEX opportunity_list_closed ON opportunity (closed_on, id);
CREATE INDEX opportunity_list_opened ON opportunity (opened_on, id);
CREATE INDEX opportunity_list_activity ON opportunity (last_activity_at, id);
CREATE INDEX opportunity_list_created ON opportunity (created_at, id);
CREATE INDEX opportunity_list_probability ON opportunity (probability, id);
CREATE INDEX opportunity_list_product ON opportunity (product_id, id);
CREATE INDEX opportunity_list_pipeline ON opportunity (pipeline_id, id);
CREATE INDEX opportunity_list_state ON opportunity (state, id);
CREATE INDEX opportunity_list_owner ON opportunity (owner_id, id);
CREATE INDEX opportunity_list_team ON opportunity (team_id, id);
CREATE INDEX opportunity_list_lost_reason ON opportunity (lost_reason_id, id) WHERE lost_reason_id IS NOT NULL;
