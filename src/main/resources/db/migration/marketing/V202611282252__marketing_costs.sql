-- What campaigns have cost, line by line; what comes back is negative.
CREATE SEQUENCE campaign_cost_seq INCREMENT BY 50;
CREATE TABLE campaign_cost (
    id            bigint         NOT NULL PRIMARY KEY,
    campaign_id   bigint         NOT NULL REFERENCES campaign (id),
    -- of the campaign, as it was called when the line was written
    name          varchar(300)   NOT NULL,
    on_date       date           NOT NULL,
    category_id   bigint         NOT NULL,
    category_kind varchar(20)    NOT NULL GENERATED ALWAYS AS ('COST_CATEGORY') STORED,
    supplier      varchar(200),
    note          varchar(2000),
    amount        numeric(19, 2) NOT NULL CHECK (amount <> 0),
    currency      varchar(3)     NOT NULL,
    -- in the company's currency by the rate of its day
    base_amount   numeric(19, 2) NOT NULL,
    -- the line's key in the file it came from
    reference     varchar(300),
    created_at    timestamptz    NOT NULL,
    created_by    bigint REFERENCES person (id),
    updated_at    timestamptz    NOT NULL,
    version       int            NOT NULL DEFAULT 0,
    CONSTRAINT campaign_cost_category FOREIGN KEY (category_id, category_kind) REFERENCES marketing_term (id, kind)
);
CREATE UNIQUE INDEX campaign_cost_reference ON campaign_cost (reference) WHERE reference IS NOT NULL;
CREATE INDEX campaign_cost_campaign ON campaign_cost (campaign_id, on_date, id);
CREATE INDEX campaign_cost_by_day ON campaign_cost (on_date, id) INCLUDE (campaign_id);
CREATE INDEX campaign_cost_by_amount ON campaign_cost (base_amount, id) INCLUDE (campaign_id);
CREATE INDEX campaign_cost_by_category ON campaign_cost (category_id, on_date, id);
CREATE INDEX campaign_cost_by_supplier ON campaign_cost (supplier COLLATE trivium_words, id) INCLUDE (campaign_id);
CREATE INDEX campaign_cost_author ON campaign_cost (created_by) WHERE created_by IS NOT NULL;

CREATE TABLE campaign_cost_aud (
    id          bigint   NOT NULL,
    rev         bigint   NOT NULL REFERENCES revision (id),
    revtype     smallint,
    campaign_id bigint,
    name        varchar(300),
    on_date     date,
    category_id bigint,
    supplier    varchar(200),
    note        varchar(2000),
    amount      numeric(19, 2),
    currency    varchar(3),
    version     int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX campaign_cost_aud_rev ON campaign_cost_aud (rev, id);

-- The receipt of a line, in pieces.
CREATE TABLE campaign_cost_receipt (
    cost_id      bigint       NOT NULL PRIMARY KEY REFERENCES campaign_cost (id) ON DELETE CASCADE,
    person_id    bigint       NOT NULL REFERENCES person (id),
    at           timestamptz  NOT NULL,
    name         varchar(255) NOT NULL,
    content_type varchar(100) NOT NULL,
    size_bytes   bigint       NOT NULL CHECK (size_bytes BETWEEN 0 AND 20971520),
    sha256       varchar(64)  NOT NULL
);
CREATE INDEX campaign_cost_receipt_person ON campaign_cost_receipt (person_id);
CREATE TABLE campaign_cost_receipt_chunk (
    cost_id  bigint NOT NULL REFERENCES campaign_cost_receipt (cost_id) ON DELETE CASCADE,
    position int    NOT NULL,
    bytes    bytea  NOT NULL,
    PRIMARY KEY (cost_id, position)
);

-- Kept by triggers: what each campaign has cost by month and category, so that a variance need not read the lines.
CREATE TABLE campaign_spend (
    campaign_id bigint  NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    -- its first day
    month       date    NOT NULL,
    category_id bigint  NOT NULL,
    base_amount numeric NOT NULL,
    lines       bigint  NOT NULL,
    PRIMARY KEY (campaign_id, month, category_id)
) WITH (fillfactor = 70);
CREATE INDEX campaign_spend_month ON campaign_spend (month, campaign_id) INCLUDE (category_id, base_amount);

-- What a campaign has cost altogether, in the company's currency, against its budget.
ALTER TABLE campaign
    ADD COLUMN base_cost numeric(19, 2) NOT NULL DEFAULT 0,
    -- NEAR: a share of the budget that the company set is spent; OVER: more than the budget; null: less, or there is no budget
    ADD COLUMN cost_level varchar(10) CHECK (cost_level IN ('NEAR', 'OVER')),
    ADD COLUMN cost_variance numeric(19, 2) NOT NULL GENERATED ALWAYS AS (base_budget - base_cost) STORED,
    -- per cent of the budget
    ADD COLUMN cost_share numeric GENERATED ALWAYS AS
        (CASE WHEN base_budget > 0 THEN round(base_cost * 100 / base_budget, 2) END) STORED;
CREATE INDEX campaign_by_cost ON campaign (base_cost, id) INCLUDE (owner_id, team_id);
CREATE INDEX campaign_by_cost_variance ON campaign (cost_variance, id) INCLUDE (owner_id, team_id);
CREATE INDEX campaign_by_cost_share ON campaign (cost_share, id) INCLUDE (owner_id, team_id);
CREATE INDEX campaign_by_cost_level ON campaign (cost_level, start_on, id) INCLUDE (owner_id, team_id);

-- What a company sets up for its marketing; no row as long as all is as usual.
CREATE TABLE marketing_setting (
    only_one             boolean     NOT NULL PRIMARY KEY DEFAULT true CHECK (only_one),
    cost_warning_percent int         NOT NULL DEFAULT 80 CHECK (cost_warning_percent BETWEEN 1 AND 100),
    updated_at           timestamptz NOT NULL
);

-- Whose owner is still to be told that a level was passed.
CREATE TABLE campaign_cost_warning (
    campaign_id bigint      NOT NULL PRIMARY KEY REFERENCES campaign (id) ON DELETE CASCADE,
    level       varchar(10) NOT NULL
);

CREATE FUNCTION campaign_cost_level() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.cost_level := CASE
        WHEN NEW.base_budget <= 0 THEN NULL
        WHEN NEW.base_cost > NEW.base_budget THEN 'OVER'
        WHEN NEW.base_cost * 100 >= NEW.base_budget * coalesce((SELECT cost_warning_percent FROM marketing_setting), 80) THEN 'NEAR'
    END;
    RETURN NEW;
END $$;
CREATE TRIGGER campaign_cost_level BEFORE UPDATE OF base_cost, base_budget ON campaign
    FOR EACH ROW EXECUTE FUNCTION campaign_cost_level();

-- Each level is told once; again only after it was below in between.
CREATE FUNCTION campaign_cost_warning() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.cost_level = 'OVER' OR NEW.cost_level = 'NEAR' AND OLD.cost_level IS NULL THEN
        INSERT INTO campaign_cost_warning (campaign_id, level) VALUES (NEW.id, NEW.cost_level)
        ON CONFLICT (campaign_id) DO UPDATE SET level = excluded.level;
    ELSIF NEW.cost_level = 'NEAR' THEN
        UPDATE campaign_cost_warning SET level = 'NEAR' WHERE campaign_id = NEW.id;
    ELSE
        DELETE FROM campaign_cost_warning WHERE campaign_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER campaign_cost_warning AFTER UPDATE OF base_cost, base_budget ON campaign
    FOR EACH ROW WHEN (OLD.cost_level IS DISTINCT FROM NEW.cost_level) EXECUTE FUNCTION campaign_cost_warning();

-- One statement's change: what came minus what went. Campaigns are locked first and in order, so that two statements never wait
-- for each other in a circle.
CREATE FUNCTION campaign_spend_add(
    campaigns bigint[], months date[], categories bigint[], amounts numeric[], counts bigint[]) RETURNS void
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM 1 FROM campaign WHERE id = ANY (campaigns) ORDER BY id FOR NO KEY UPDATE;
    INSERT INTO campaign_spend AS s (campaign_id, month, category_id, base_amount, lines)
    SELECT c.campaign_id, c.month, c.category_id, sum(c.amount), sum(c.n)
    FROM unnest(campaigns, months, categories, amounts, counts) AS c (campaign_id, month, category_id, amount, n)
    GROUP BY 1, 2, 3
    ORDER BY 1, 2, 3
    ON CONFLICT (campaign_id, month, category_id) DO UPDATE
        SET base_amount = s.base_amount + excluded.base_amount, lines = s.lines + excluded.lines;
    DELETE FROM campaign_spend s
    USING (SELECT DISTINCT * FROM unnest(campaigns, months, categories) AS u (campaign_id, month, category_id)) c
    WHERE (s.campaign_id, s.month, s.category_id) = (c.campaign_id, c.month, c.category_id) AND s.lines = 0;
    UPDATE campaign k
    SET base_cost = k.base_cost + c.amount
    FROM (SELECT u.id, sum(u.amount) AS amount FROM unnest(campaigns, amounts) AS u (id, amount) GROUP BY u.id) c
    WHERE k.id = c.id AND c.amount <> 0;
END
$$;

CREATE FUNCTION campaign_spend_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM campaign_spend_add(array_agg(campaign_id), array_agg(month), array_agg(category_id), array_agg(amount), array_agg(n))
    FROM (SELECT campaign_id, date_trunc('month', on_date)::date AS month, category_id, sum(base_amount) AS amount, count(*) AS n
          FROM new_rows GROUP BY 1, 2, 3) changed
    HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE FUNCTION campaign_spend_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM campaign_spend_add(array_agg(campaign_id), array_agg(month), array_agg(category_id), array_agg(-amount), array_agg(-n))
    FROM (SELECT campaign_id, date_trunc('month', on_date)::date AS month, category_id, sum(base_amount) AS amount, count(*) AS n
          FROM old_rows GROUP BY 1, 2, 3) changed
    HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE FUNCTION campaign_spend_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM campaign_spend_add(array_agg(campaign_id), array_agg(month), array_agg(category_id), array_agg(amount), array_agg(n))
    FROM (SELECT campaign_id, date_trunc('month', on_date)::date AS month, category_id, sum(base_amount * sign) AS amount,
                 sum(sign)::bigint AS n
          FROM (SELECT *, 1 AS sign FROM new_rows UNION ALL SELECT *, -1 FROM old_rows) both_sides
          GROUP BY 1, 2, 3
          HAVING sum(sign) <> 0 OR sum(base_amount * sign) <> 0) changed
    HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE TRIGGER campaign_spend_insert AFTER INSERT ON campaign_cost
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION campaign_spend_insert();
CREATE TRIGGER campaign_spend_delete AFTER DELETE ON campaign_cost
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION campaign_spend_delete();
CREATE TRIGGER campaign_spend_update AFTER UPDATE ON campaign_cost
    REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION campaign_spend_update();

-- What it costs is no part of what is approved: it goes on while a case runs.
CREATE OR REPLACE FUNCTION campaign_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- generated columns are not there yet before a row is written: what they are made of says whether they change
    free CONSTANT text[] := ARRAY['version', 'updated_at', 'team_id', 'search_pieces', 'method_kind',
                                  'base_cost', 'cost_level', 'cost_variance', 'cost_share'];
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.approval_case_id IS NOT NULL
            AND coalesce(current_setting('trivium.approval_case', true), '') <> OLD.approval_case_id::text
            AND (TG_OP = 'DELETE' OR (to_jsonb(OLD) - free) IS DISTINCT FROM (to_jsonb(NEW) - free)) THEN
        RAISE EXCEPTION 'campaign % waits for approval %', OLD.id, OLD.approval_case_id USING ERRCODE = 'TA001';
    END IF;
    IF coalesce(current_setting('trivium.passage', true), '') = '' AND (TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND OLD.state <> NEW.state) THEN
        RAISE EXCEPTION 'campaign % changes its state without a passage', NEW.id USING ERRCODE = 'TA002';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
