-- Where the company sells, as a tree: what lies in a territory lies in all above it as well.
CREATE SEQUENCE territory_seq INCREMENT BY 50;
CREATE TABLE territory (
    id         bigint       NOT NULL PRIMARY KEY,
    name       varchar(100) NOT NULL,
    parent_id  bigint REFERENCES territory (id),
    manager_id bigint REFERENCES person (id),
    team_id    bigint REFERENCES team (id),
    -- what belongs into it, as org.triviumcrm.shared.condition writes it; null: nothing by itself
    conditions text,
    active     boolean      NOT NULL DEFAULT true,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0,
    CONSTRAINT territory_not_its_own_parent CHECK (parent_id <> id)
);
CREATE UNIQUE INDEX territory_name ON territory (lower(name));
CREATE INDEX territory_parent ON territory (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX territory_manager ON territory (manager_id) WHERE manager_id IS NOT NULL;
CREATE INDEX territory_team ON territory (team_id) WHERE team_id IS NOT NULL;
CREATE TABLE territory_aud (
    id         bigint NOT NULL,
    rev        bigint NOT NULL REFERENCES revision (id),
    revtype    smallint,
    name       varchar(100),
    parent_id  bigint,
    manager_id bigint,
    team_id    bigint,
    conditions text,
    active     boolean,
    version    int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX territory_aud_rev ON territory_aud (rev, id);

-- A tree, whoever writes it: those that change its shape wait for each other, or two moves could close a circle.
CREATE FUNCTION territory_tree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('territory tree'));
    IF EXISTS (WITH RECURSIVE up AS (SELECT NEW.parent_id AS id
                                     UNION SELECT t.parent_id FROM territory t JOIN up ON t.id = up.id)
               SELECT 1 FROM up WHERE id = NEW.id) THEN
        RAISE EXCEPTION 'territory % would lie below itself', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER territory_tree AFTER UPDATE OF parent_id ON territory FOR EACH ROW
    WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION territory_tree();

ALTER TABLE opportunity
    ADD COLUMN territory_id bigint REFERENCES territory (id),
    -- put there by hand, so that no rule takes it away
    ADD COLUMN territory_fixed boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT opportunity_territory_fixed CHECK (NOT territory_fixed OR territory_id IS NOT NULL);
ALTER TABLE opportunity_aud ADD COLUMN territory_id bigint;
CREATE INDEX opportunity_territory ON opportunity (territory_id, id) WHERE territory_id IS NOT NULL;
-- For who looks after one: the board, what closes soon, the greatest, as for a team.
CREATE INDEX opportunity_board_territory ON opportunity (territory_id, stage_id, stage_entered_at DESC, id DESC)
    WHERE territory_id IS NOT NULL;
CREATE INDEX opportunity_closing_territory ON opportunity (territory_id, expected_close_date, id)
    WHERE state = 'OPEN' AND expected_close_date IS NOT NULL AND territory_id IS NOT NULL;
CREATE INDEX opportunity_greatest_territory ON opportunity (territory_id, base_amount DESC, id DESC)
    INCLUDE (stage_id, stage_entered_at) WHERE state = 'OPEN' AND territory_id IS NOT NULL;

-- What waits for an approval stays as it is, but where it belongs is no part of what is approved.
CREATE OR REPLACE FUNCTION opportunity_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- what may change all the same: whose team and territory it is, that somebody talked to the customer, what is kept about the row itself
    free CONSTANT text[] := ARRAY['version', 'updated_at', 'last_activity_at', 'team_id', 'territory_id', 'territory_fixed',
                                  'search_pieces'];
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.approval_case_id IS NOT NULL
            AND coalesce(current_setting('trivium.approval_case', true), '') <> OLD.approval_case_id::text
            AND (TG_OP = 'DELETE' OR (to_jsonb(OLD) - free) IS DISTINCT FROM (to_jsonb(NEW) - free)) THEN
        RAISE EXCEPTION 'opportunity % waits for approval %', OLD.id, OLD.approval_case_id USING ERRCODE = 'TA001';
    END IF;
    IF coalesce(current_setting('trivium.passage', true), '') = ''
            AND (TG_OP <> 'UPDATE' OR OLD.state <> NEW.state OR OLD.finish <> NEW.finish OR OLD.stage_id <> NEW.stage_id
                 OR OLD.pipeline_id <> NEW.pipeline_id OR OLD.state = 'WON' AND (OLD.amount, OLD.currency, OLD.base_amount)
                     IS DISTINCT FROM (NEW.amount, NEW.currency, NEW.base_amount)) THEN
        RAISE EXCEPTION 'opportunity % changes without a passage', CASE TG_OP WHEN 'INSERT' THEN NEW.id ELSE OLD.id END
            USING ERRCODE = 'TA002';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- The maintained totals know territories as well; 0 stands for none. So far nothing lies in any.
ALTER TABLE opportunity_total ADD COLUMN territory_id bigint NOT NULL DEFAULT 0, DROP CONSTRAINT opportunity_total_pkey;
ALTER TABLE opportunity_total ADD PRIMARY KEY (owner_id, team_id, pipeline_id, stage_id, state, closed_month, territory_id);
CREATE INDEX opportunity_total_territory ON opportunity_total (territory_id, state, closed_month) WHERE territory_id <> 0;

CREATE FUNCTION opportunity_totals_add(
    owners bigint[], teams bigint[], territories bigint[], pipelines bigint[], stages bigint[], products bigint[], states text[],
    months date[], counts bigint[], amounts numeric[], weights numeric[]) RETURNS void
    LANGUAGE sql AS
$$
INSERT INTO opportunity_total AS t
    (owner_id, team_id, pipeline_id, stage_id, state, closed_month, territory_id, count, base_amount, weighted)
SELECT c.owner_id, c.team_id, c.pipeline_id, c.stage_id, c.state, c.closed_month, c.territory_id,
       sum(c.n), sum(c.base_amount), sum(c.weighted)
FROM unnest(owners, teams, pipelines, stages, states, months, territories, counts, amounts, weights)
         AS c (owner_id, team_id, pipeline_id, stage_id, state, closed_month, territory_id, n, base_amount, weighted)
GROUP BY 1, 2, 3, 4, 5, 6, 7
HAVING sum(c.n) <> 0 OR sum(c.base_amount) <> 0 OR sum(c.weighted) <> 0
ORDER BY 1, 2, 3, 4, 5, 6, 7
ON CONFLICT (owner_id, team_id, pipeline_id, stage_id, state, closed_month, territory_id) DO UPDATE
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

CREATE OR REPLACE FUNCTION opportunity_totals_insert() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM opportunity_totals_add(
            array_agg(owner_id), array_agg(team), array_agg(territory), array_agg(pipeline_id), array_agg(stage_id),
            array_agg(product), array_agg(state), array_agg(month), array_agg(n), array_agg(amount), array_agg(weighted))
    FROM (SELECT owner_id, coalesce(team_id, 0) AS team, coalesce(territory_id, 0) AS territory, pipeline_id, stage_id,
                 coalesce(product_id, 0) AS product, state::text,
                 coalesce(date_trunc('month', closed_on)::date, '0001-01-01') AS month,
                 count(*) AS n, sum(base_amount) AS amount, sum(base_amount * probability) * 0.01 AS weighted
          FROM new_rows
          GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) changed
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION opportunity_totals_delete() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM opportunity_totals_add(
            array_agg(owner_id), array_agg(team), array_agg(territory), array_agg(pipeline_id), array_agg(stage_id),
            array_agg(product), array_agg(state), array_agg(month), array_agg(-n), array_agg(-amount), array_agg(-weighted))
    FROM (SELECT owner_id, coalesce(team_id, 0) AS team, coalesce(territory_id, 0) AS territory, pipeline_id, stage_id,
                 coalesce(product_id, 0) AS product, state::text,
                 coalesce(date_trunc('month', closed_on)::date, '0001-01-01') AS month,
                 count(*) AS n, sum(base_amount) AS amount, sum(base_amount * probability) * 0.01 AS weighted
          FROM old_rows
          GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) changed
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION opportunity_totals_update() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM opportunity_totals_add(
            array_agg(owner_id), array_agg(team), array_agg(territory), array_agg(pipeline_id), array_agg(stage_id),
            array_agg(product), array_agg(state), array_agg(month), array_agg(n), array_agg(amount), array_agg(weighted))
    FROM (SELECT owner_id, coalesce(team_id, 0) AS team, coalesce(territory_id, 0) AS territory, pipeline_id, stage_id,
                 coalesce(product_id, 0) AS product, state::text,
                 coalesce(date_trunc('month', closed_on)::date, '0001-01-01') AS month,
                 sum(sign)::bigint AS n, sum(base_amount * sign) AS amount,
                 sum(base_amount * probability * sign) * 0.01 AS weighted
          FROM (SELECT *, 1 AS sign FROM new_rows UNION ALL SELECT *, -1 FROM old_rows) both_sides
          GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
          HAVING sum(sign) <> 0 OR sum(base_amount * sign) <> 0 OR sum(base_amount * probability * sign) <> 0) changed
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;

DROP FUNCTION opportunity_totals_add(
    bigint[], bigint[], bigint[], bigint[], bigint[], text[], date[], bigint[], numeric[], numeric[]);

-- Opportunities that the rules have to look at again: new ones that came without one, and those of customers who have changed. Filled here,
-- as imports and actions on many records write past the services; a job empties it.
CREATE TABLE territory_due (
    opportunity_id bigint      NOT NULL PRIMARY KEY REFERENCES opportunity (id) ON DELETE CASCADE,
    at             timestamptz NOT NULL
);

CREATE FUNCTION territory_due_add(opportunities bigint[]) RETURNS void LANGUAGE sql AS
$$
INSERT INTO territory_due (opportunity_id, at)
SELECT x.id, now() FROM unnest(opportunities) AS x (id)
WHERE EXISTS (SELECT 1 FROM territory WHERE active AND conditions IS NOT NULL)
ORDER BY x.id
-- whoever works on it waits, and looks at it once more
ON CONFLICT (opportunity_id) DO UPDATE SET at = excluded.at;
$$;

CREATE FUNCTION territory_due_opportunity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM territory_due_add(ARRAY[NEW.id]);
    RETURN NULL;
END $$;
CREATE TRIGGER territory_due_customer AFTER UPDATE OF customer_id ON opportunity FOR EACH ROW
    WHEN (OLD.customer_id IS DISTINCT FROM NEW.customer_id AND NOT NEW.territory_fixed)
    EXECUTE FUNCTION territory_due_opportunity();

CREATE FUNCTION territory_due_of_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM territory_due_add(array_agg(n.id)) FROM new_rows n WHERE n.territory_id IS NULL HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER territory_due_of_new AFTER INSERT ON opportunity
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION territory_due_of_new();

CREATE FUNCTION territory_due_of_customers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM territory_due_add(array_agg(o.id))
    FROM new_rows n JOIN old_rows p ON p.id = n.id JOIN opportunity o ON o.customer_id = n.id
    WHERE (n.region, n.country, n.industry, n.employees) IS DISTINCT FROM (p.region, p.country, p.industry, p.employees)
        AND o.closed_on IS NULL AND NOT o.territory_fixed
    HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER territory_due_of_customers AFTER UPDATE ON customer
    REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION territory_due_of_customers();

-- All opportunities looked at again by the rules, or those of a territory that goes put into another; in the background.
CREATE TABLE territory_run (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind         varchar(10)  NOT NULL CHECK (kind IN ('RULES', 'REMOVAL')),
    -- the territory that goes, and where what is in it goes; null for nowhere
    from_id      bigint REFERENCES territory (id) ON DELETE SET NULL,
    from_name    varchar(100),
    to_id        bigint REFERENCES territory (id) ON DELETE SET NULL,
    by_person_id bigint REFERENCES person (id),
    started_at   timestamptz  NOT NULL,
    finished_at  timestamptz,
    -- the last opportunity looked at
    reached_id   bigint       NOT NULL DEFAULT 0,
    examined     bigint       NOT NULL DEFAULT 0,
    changed      bigint       NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX territory_run_open ON territory_run (kind, coalesce(from_id, 0)) WHERE finished_at IS NULL;
CREATE INDEX territory_run_latest ON territory_run (started_at DESC, id DESC);
CREATE INDEX territory_run_from ON territory_run (from_id) WHERE from_id IS NOT NULL;
CREATE INDEX territory_run_to ON territory_run (to_id) WHERE to_id IS NOT NULL;
CREATE INDEX territory_run_person ON territory_run (by_person_id) WHERE by_person_id IS NOT NULL;

-- Whoever keeps the pipelines says where the company sells.
INSERT INTO role_permission (role_id, permission)
SELECT role_id, 'sales.territory.manage' FROM role_permission WHERE permission = 'sales.pipeline.manage'
ON CONFLICT DO NOTHING;
