-- Which campaigns touched an opportunity, and how much of it each has brought, by four ways of reckoning.
CREATE TABLE opportunity_touch (
    opportunity_id bigint      NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    campaign_id    bigint      NOT NULL REFERENCES campaign (id),
    -- the first and the last time
    first_at       timestamptz NOT NULL,
    last_at        timestamptz NOT NULL,
    -- how it became known at first
    kind           varchar(20) NOT NULL CHECK (kind IN ('LEAD', 'PARTICIPATION', 'HAND')),
    by_person_id   bigint REFERENCES person (id),
    -- what somebody said it has brought; counts while those of an opportunity are 100 % together
    said_share     int CHECK (said_share BETWEEN 0 AND 10000),
    -- hundredths of a per cent; those of an opportunity are 10,000 in each column
    first_share    int         NOT NULL DEFAULT 0,
    last_share     int         NOT NULL DEFAULT 0,
    even_share     int         NOT NULL DEFAULT 0,
    manual_share   int         NOT NULL DEFAULT 0,
    -- what has become of the opportunity, and the day by which it counts: of its end, else the one expected, else of its beginning
    outcome        varchar(10) NOT NULL DEFAULT 'OPEN' CHECK (outcome IN ('OPEN', 'WON', 'LOST')),
    counted_on     date        NOT NULL DEFAULT '-infinity',
    -- the shares of its amount in the company's currency; in each column they are that amount together, to the cent
    first_amount   numeric(19, 2) NOT NULL DEFAULT 0,
    last_amount    numeric(19, 2) NOT NULL DEFAULT 0,
    even_amount    numeric(19, 2) NOT NULL DEFAULT 0,
    manual_amount  numeric(19, 2) NOT NULL DEFAULT 0,
    PRIMARY KEY (opportunity_id, campaign_id),
    CONSTRAINT opportunity_touch_first_is_not_after_last CHECK (last_at >= first_at)
);
CREATE INDEX opportunity_touch_campaign ON opportunity_touch (campaign_id, outcome, counted_on, opportunity_id);
CREATE INDEX opportunity_touch_person ON opportunity_touch (by_person_id) WHERE by_person_id IS NOT NULL;

-- The same added up, so that no page reads every opportunity.
CREATE TABLE attribution_month (
    campaign_id   bigint      NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    outcome       varchar(10) NOT NULL,
    -- its first day
    month         date        NOT NULL,
    opportunities bigint      NOT NULL,
    first_amount  numeric(19, 2) NOT NULL,
    last_amount   numeric(19, 2) NOT NULL,
    even_amount   numeric(19, 2) NOT NULL,
    manual_amount numeric(19, 2) NOT NULL,
    PRIMARY KEY (campaign_id, outcome, month)
);
CREATE INDEX attribution_month_month ON attribution_month (outcome, month, campaign_id);

-- Works shares and amounts out anew. What can not be divided evenly goes to those who touched first: shares by one hundredth of a per cent each,
-- amounts by the difference of what has been rounded up to there.
CREATE FUNCTION opportunity_attribution(about bigint[]) RETURNS void LANGUAGE sql AS $$
    WITH touch AS (
        SELECT t.opportunity_id, t.campaign_id, coalesce(t.said_share, 0) AS said,
               row_number() OVER (PARTITION BY t.opportunity_id ORDER BY t.first_at, t.campaign_id) AS place,
               row_number() OVER (PARTITION BY t.opportunity_id ORDER BY t.last_at DESC, t.campaign_id DESC) AS place_from_last,
               count(*) OVER (PARTITION BY t.opportunity_id) AS n,
               sum(coalesce(t.said_share, 0)) OVER (PARTITION BY t.opportunity_id) AS said_in_all
        FROM opportunity_touch t
        WHERE t.opportunity_id = ANY (about)
    ), share AS (
        SELECT s.*, CASE WHEN s.said_in_all = 10000 THEN s.said ELSE s.even END AS manual
        FROM (SELECT t.*, CASE WHEN place = 1 THEN 10000 ELSE 0 END AS first, CASE WHEN place_from_last = 1 THEN 10000 ELSE 0 END AS last,
                     (10000 / n + CASE WHEN place <= 10000 % n THEN 1 ELSE 0 END)::int AS even
              FROM touch t) s
    ), upto AS (
        SELECT s.*, sum(s.first) OVER w AS first_upto, sum(s.last) OVER w AS last_upto, sum(s.even) OVER w AS even_upto, sum(s.manual) OVER w AS manual_upto
        FROM share s WINDOW w AS (PARTITION BY s.opportunity_id ORDER BY s.place)
    ), now AS (
        SELECT u.opportunity_id, u.campaign_id, u.first, u.last, u.even, u.manual,
               CASE WHEN o.state = 'WON' THEN 'WON' WHEN o.state IN ('LOST', 'TERMINATED') THEN 'LOST' ELSE 'OPEN' END AS outcome,
               coalesce(o.closed_on, o.expected_close_date, o.opened_on) AS counted_on,
               round(o.base_amount * first_upto / 10000, 2) - round(o.base_amount * (first_upto - u.first) / 10000, 2) AS first_amount,
               round(o.base_amount * last_upto / 10000, 2) - round(o.base_amount * (last_upto - u.last) / 10000, 2) AS last_amount,
               round(o.base_amount * even_upto / 10000, 2) - round(o.base_amount * (even_upto - u.even) / 10000, 2) AS even_amount,
               round(o.base_amount * manual_upto / 10000, 2) - round(o.base_amount * (manual_upto - u.manual) / 10000, 2) AS manual_amount
        FROM upto u JOIN opportunity o ON o.id = u.opportunity_id
    )
    UPDATE opportunity_touch t
    SET first_share = n.first, last_share = n.last, even_share = n.even, manual_share = n.manual, outcome = n.outcome, counted_on = n.counted_on,
        first_amount = n.first_amount, last_amount = n.last_amount, even_amount = n.even_amount, manual_amount = n.manual_amount
    FROM now n
    WHERE t.opportunity_id = n.opportunity_id AND t.campaign_id = n.campaign_id
      AND (t.first_share, t.last_share, t.even_share, t.manual_share, t.outcome, t.counted_on,
           t.first_amount, t.last_amount, t.even_amount, t.manual_amount)
          IS DISTINCT FROM (n.first, n.last, n.even, n.manual, n.outcome, n.counted_on, n.first_amount, n.last_amount, n.even_amount, n.manual_amount);
$$;

CREATE FUNCTION opportunity_touch_attribution() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    about bigint[];
BEGIN
    SELECT array_agg(DISTINCT opportunity_id) INTO about FROM changed;
    IF about IS NOT NULL THEN
        PERFORM opportunity_attribution(about);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER opportunity_touch_added AFTER INSERT ON opportunity_touch REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION opportunity_touch_attribution();
CREATE TRIGGER opportunity_touch_removed AFTER DELETE ON opportunity_touch REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION opportunity_touch_attribution();

-- The opportunity goes on: what its campaigns have brought goes along, whoever writes it.
CREATE FUNCTION opportunity_attribution_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM opportunity_touch WHERE opportunity_id = NEW.id) THEN
        PERFORM opportunity_attribution(ARRAY[NEW.id]);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER opportunity_attribution_follows AFTER UPDATE ON opportunity FOR EACH ROW
    WHEN (OLD.state <> NEW.state OR OLD.base_amount <> NEW.base_amount OR OLD.closed_on IS DISTINCT FROM NEW.closed_on
        OR OLD.expected_close_date IS DISTINCT FROM NEW.expected_close_date OR OLD.opened_on <> NEW.opened_on)
    EXECUTE FUNCTION opportunity_attribution_follows();

-- Sums are locked in the order of their keys, so that two who add to the same campaigns wait for each other and don't end each other.
CREATE FUNCTION attribution_month_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO attribution_month AS m
        SELECT campaign_id, outcome, date_trunc('month', counted_on)::date, count(*), sum(first_amount), sum(last_amount), sum(even_amount), sum(manual_amount)
        FROM added WHERE counted_on > '-infinity' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (campaign_id, outcome, month) DO UPDATE SET opportunities = m.opportunities + excluded.opportunities,
            first_amount = m.first_amount + excluded.first_amount, last_amount = m.last_amount + excluded.last_amount,
            even_amount = m.even_amount + excluded.even_amount, manual_amount = m.manual_amount + excluded.manual_amount;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO attribution_month AS m
        SELECT campaign_id, outcome, date_trunc('month', counted_on)::date, -count(*), -sum(first_amount), -sum(last_amount), -sum(even_amount), -sum(manual_amount)
        FROM removed WHERE counted_on > '-infinity' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (campaign_id, outcome, month) DO UPDATE SET opportunities = m.opportunities + excluded.opportunities,
            first_amount = m.first_amount + excluded.first_amount, last_amount = m.last_amount + excluded.last_amount,
            even_amount = m.even_amount + excluded.even_amount, manual_amount = m.manual_amount + excluded.manual_amount;
    ELSE
        INSERT INTO attribution_month AS m
        SELECT campaign_id, outcome, date_trunc('month', counted_on)::date, sum(n), sum(n * first_amount), sum(n * last_amount), sum(n * even_amount),
               sum(n * manual_amount)
        FROM (SELECT 1 AS n, a.* FROM added a UNION ALL SELECT -1, r.* FROM removed r) both_of_them
        WHERE counted_on > '-infinity' GROUP BY 1, 2, 3
        HAVING sum(n) <> 0 OR sum(n * first_amount) <> 0 OR sum(n * last_amount) <> 0 OR sum(n * even_amount) <> 0 OR sum(n * manual_amount) <> 0
        ORDER BY 1, 2, 3
        ON CONFLICT (campaign_id, outcome, month) DO UPDATE SET opportunities = m.opportunities + excluded.opportunities,
            first_amount = m.first_amount + excluded.first_amount, last_amount = m.last_amount + excluded.last_amount,
            even_amount = m.even_amount + excluded.even_amount, manual_amount = m.manual_amount + excluded.manual_amount;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER attribution_month_insert AFTER INSERT ON opportunity_touch REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION attribution_month_add();
CREATE TRIGGER attribution_month_update AFTER UPDATE ON opportunity_touch REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION attribution_month_add();
CREATE TRIGGER attribution_month_delete AFTER DELETE ON opportunity_touch REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION attribution_month_add();

INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'sales.attribution.edit' FROM role r
WHERE r.built_in IN ('marketing_manager', 'sales_manager', 'sales_representative')
ON CONFLICT DO NOTHING;
INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'marketing.return.view' FROM role r WHERE r.built_in IN ('marketing_manager', 'sales_manager')
ON CONFLICT DO NOTHING;
