-- What media report of campaigns, day by day.
CREATE SEQUENCE campaign_result_seq INCREMENT BY 50;
CREATE TABLE campaign_result (
    id           bigint         NOT NULL PRIMARY KEY,
    campaign_id  bigint         NOT NULL REFERENCES campaign (id),
    -- of the campaign, as it was called when the day was written down
    name         varchar(300)   NOT NULL,
    on_date      date           NOT NULL,
    impressions  bigint         NOT NULL DEFAULT 0 CHECK (impressions >= 0),
    clicks       bigint         NOT NULL DEFAULT 0 CHECK (clicks >= 0),
    leads        bigint         NOT NULL DEFAULT 0 CHECK (leads >= 0),
    orders       bigint         NOT NULL DEFAULT 0 CHECK (orders >= 0),
    revenue      numeric(19, 2) NOT NULL DEFAULT 0,
    currency     varchar(3)     NOT NULL,
    -- in the company's currency by the rate of its day
    base_revenue numeric(19, 2) NOT NULL DEFAULT 0,
    created_at   timestamptz    NOT NULL,
    created_by   bigint REFERENCES person (id),
    updated_at   timestamptz    NOT NULL,
    version      int            NOT NULL DEFAULT 0,
    CONSTRAINT campaign_result_day UNIQUE (campaign_id, on_date)
);
CREATE INDEX campaign_result_by_day ON campaign_result (on_date, id) INCLUDE (campaign_id);
CREATE INDEX campaign_result_by_revenue ON campaign_result (base_revenue, id) INCLUDE (campaign_id);
CREATE INDEX campaign_result_author ON campaign_result (created_by) WHERE created_by IS NOT NULL;

CREATE TABLE campaign_result_aud (
    id          bigint   NOT NULL,
    rev         bigint   NOT NULL REFERENCES revision (id),
    revtype     smallint,
    campaign_id bigint,
    name        varchar(300),
    on_date     date,
    impressions bigint,
    clicks      bigint,
    leads       bigint,
    orders      bigint,
    revenue     numeric(19, 2),
    currency    varchar(3),
    version     int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX campaign_result_aud_rev ON campaign_result_aud (rev, id);

-- Kept by triggers: what is reported of each campaign by month.
CREATE TABLE campaign_result_month (
    campaign_id  bigint  NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    -- its first day
    month        date    NOT NULL,
    days         bigint  NOT NULL,
    impressions  bigint  NOT NULL,
    clicks       bigint  NOT NULL,
    leads        bigint  NOT NULL,
    orders       bigint  NOT NULL,
    base_revenue numeric NOT NULL,
    PRIMARY KEY (campaign_id, month)
) WITH (fillfactor = 70);
CREATE INDEX campaign_result_month_month ON campaign_result_month (month, campaign_id);

-- One statement's change: what came minus what went; keys in order, so that two statements never wait for each other in a circle.
CREATE FUNCTION campaign_result_add(
    campaigns bigint[], months date[], counts bigint[], seen bigint[], clicked bigint[], led bigint[], ordered bigint[],
    amounts numeric[]) RETURNS void
    LANGUAGE sql AS
$$
INSERT INTO campaign_result_month AS m (campaign_id, month, days, impressions, clicks, leads, orders, base_revenue)
SELECT c.campaign_id, c.month, sum(c.n), sum(c.impressions), sum(c.clicks), sum(c.leads), sum(c.orders), sum(c.amount)
FROM unnest(campaigns, months, counts, seen, clicked, led, ordered, amounts)
         AS c (campaign_id, month, n, impressions, clicks, leads, orders, amount)
GROUP BY 1, 2
ORDER BY 1, 2
ON CONFLICT (campaign_id, month) DO UPDATE
    SET days         = m.days + excluded.days,
        impressions  = m.impressions + excluded.impressions,
        clicks       = m.clicks + excluded.clicks,
        leads        = m.leads + excluded.leads,
        orders       = m.orders + excluded.orders,
        base_revenue = m.base_revenue + excluded.base_revenue;
DELETE FROM campaign_result_month m
USING (SELECT DISTINCT * FROM unnest(campaigns, months) AS u (campaign_id, month)) c
WHERE m.campaign_id = c.campaign_id AND m.month = c.month AND m.days = 0;
$$;

CREATE FUNCTION campaign_result_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM campaign_result_add(array_agg(campaign_id), array_agg(date_trunc('month', on_date)::date), array_agg(1::bigint),
        array_agg(impressions), array_agg(clicks), array_agg(leads), array_agg(orders), array_agg(base_revenue))
    FROM new_rows HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE FUNCTION campaign_result_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM campaign_result_add(array_agg(campaign_id), array_agg(date_trunc('month', on_date)::date), array_agg(-1::bigint),
        array_agg(-impressions), array_agg(-clicks), array_agg(-leads), array_agg(-orders), array_agg(-base_revenue))
    FROM old_rows HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE FUNCTION campaign_result_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM campaign_result_add(array_agg(campaign_id), array_agg(date_trunc('month', on_date)::date), array_agg(sign),
        array_agg(impressions * sign), array_agg(clicks * sign), array_agg(leads * sign), array_agg(orders * sign),
        array_agg(base_revenue * sign))
    FROM (SELECT *, 1::bigint AS sign FROM new_rows UNION ALL SELECT *, -1::bigint FROM old_rows) both_sides
    HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE TRIGGER campaign_result_insert AFTER INSERT ON campaign_result
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION campaign_result_insert();
CREATE TRIGGER campaign_result_delete AFTER DELETE ON campaign_result
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION campaign_result_delete();
CREATE TRIGGER campaign_result_update AFTER UPDATE ON campaign_result
    REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION campaign_result_update();
