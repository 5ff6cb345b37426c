-- What contracts bring: signed ones count from the day of their signature on, an amendment with its difference. What was won without a
-- contract counts as before; nothing counts twice.
CREATE INDEX contract_gain ON contract (signed_on) INCLUDE (base_gain, owner_id, team_id, opportunity_id) WHERE base_gain IS NOT NULL;
CREATE INDEX contract_gain_opportunity ON contract (opportunity_id) INCLUDE (signed_on, base_gain) WHERE base_gain IS NOT NULL AND opportunity_id IS NOT NULL;
CREATE INDEX contract_gain_customer ON contract (customer_id) INCLUDE (signed_on, base_gain, revision) WHERE base_gain IS NOT NULL;

-- The same by product, kept as it is signed: shares of the lines in what the paper comes to, which add up to the cent.
CREATE TABLE contract_gain_product (
    contract_id bigint         NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
    product_id  bigint REFERENCES product (id),
    signed_on   date           NOT NULL,
    base_gain   numeric(19, 2) NOT NULL
);
CREATE UNIQUE INDEX contract_gain_product_once ON contract_gain_product (contract_id, coalesce(product_id, 0));
CREATE INDEX contract_gain_product_day ON contract_gain_product (signed_on) INCLUDE (product_id, base_gain, contract_id);
CREATE INDEX contract_gain_product_product ON contract_gain_product (product_id) WHERE product_id IS NOT NULL;

CREATE FUNCTION contract_gain_by_product(contracts bigint[]) RETURNS void LANGUAGE sql AS $$
    DELETE FROM contract_gain_product WHERE contract_id = ANY (contracts);
    INSERT INTO contract_gain_product (contract_id, product_id, signed_on, base_gain)
    SELECT k.id, l.product_id, k.signed_on,
           sum(s.sign * CASE WHEN s.net = 0 THEN 0
                             ELSE round(s.base_net * l.upto / s.net, 2) - round(s.base_net * (l.upto - l.net) / s.net, 2) END)
    FROM contract k
    CROSS JOIN LATERAL (SELECT 1 AS sign, k.id, k.net, k.base_net
                        UNION ALL
                        SELECT -1, b.id, b.net, b.base_net FROM contract b WHERE b.root_id = k.root_id AND b.revision = k.revision - 1) s
    CROSS JOIN LATERAL (SELECT x.product_id, x.net, sum(x.net) OVER (ORDER BY x.position) AS upto
                        FROM contract_line x WHERE x.contract_id = s.id AND x.kind = 'ITEM') l
    WHERE k.id = ANY (contracts) AND k.base_gain IS NOT NULL
    GROUP BY k.id, k.signed_on, l.product_id;
$$;

CREATE OR REPLACE VIEW customer_revenue AS
SELECT o.customer_id, o.closed_on AS brought_on, o.base_amount, o.product_id, 1 AS deals
FROM opportunity o
WHERE o.state = 'WON' AND o.customer_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM contract k WHERE k.opportunity_id = o.id AND k.base_gain IS NOT NULL)
UNION ALL
SELECT k.customer_id, k.signed_on, k.base_gain, CAST(NULL AS bigint), CASE k.revision WHEN 1 THEN 1 ELSE 0 END
FROM contract k
WHERE k.base_gain IS NOT NULL;
COMMENT ON VIEW customer_revenue IS 'contracts have several products: what these have brought is in product_revenue';

CREATE VIEW product_revenue AS
SELECT o.customer_id, o.closed_on AS brought_on, o.base_amount, o.product_id
FROM opportunity o
WHERE o.state = 'WON' AND o.customer_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM contract k WHERE k.opportunity_id = o.id AND k.base_gain IS NOT NULL)
UNION ALL
SELECT k.customer_id, g.signed_on, g.base_gain, g.product_id
FROM contract_gain_product g JOIN contract k ON k.id = g.contract_id;

-- as before, but an amendment is no deal of its own
CREATE OR REPLACE FUNCTION customer_value_reckon(customers bigint[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    bound value_bound;
BEGIN
    SELECT * INTO bound FROM value_bound;
    IF NOT FOUND OR coalesce(cardinality(customers), 0) = 0 THEN
        RETURN;
    END IF;
    PERFORM 1 FROM customer_value v WHERE v.customer_id = ANY (customers) ORDER BY v.customer_id FOR UPDATE;
    INSERT INTO customer_value AS v (customer_id, revenue, wins, last_on, value_class, recency, frequency, monetary, segment)
    SELECT s.customer_id, s.revenue, s.wins, s.last_on, s.value_class, s.recency, s.frequency, s.monetary,
           CASE WHEN s.recency >= 4 AND s.frequency + s.monetary >= 8 THEN 'CHAMPION'
                WHEN s.recency >= 3 AND s.frequency + s.monetary >= 6 THEN 'LOYAL'
                WHEN s.recency >= 4 THEN 'PROMISING'
                WHEN s.recency = 3 THEN 'FADING'
                WHEN s.frequency + s.monetary >= 6 THEN 'AT_RISK'
                ELSE 'LOST' END
    FROM (SELECT r.customer_id, r.revenue, r.wins, r.last_on,
                 CASE WHEN r.revenue <= 0 THEN NULL WHEN r.revenue >= bound.from_a THEN 'A' WHEN r.revenue >= bound.from_b THEN 'B' ELSE 'C' END AS value_class,
                 5 - (SELECT count(*) FROM unnest(bound.recency) b WHERE bound.reckoned_on - r.last_on > b) AS recency,
                 1 + (SELECT count(*) FROM unnest(bound.frequency) b WHERE r.wins > b) AS frequency,
                 1 + (SELECT count(*) FROM unnest(bound.monetary) b WHERE r.revenue > b) AS monetary
          FROM (SELECT c.customer_id, coalesce(sum(c.base_amount) FILTER (WHERE c.brought_on > bound.since), 0) AS revenue,
                       coalesce(sum(c.deals) FILTER (WHERE c.brought_on > bound.since), 0) AS wins, max(c.brought_on) AS last_on
                FROM customer_revenue c WHERE c.customer_id = ANY (customers) GROUP BY c.customer_id) r
          WHERE r.last_on IS NOT NULL) s
    ORDER BY s.customer_id
    ON CONFLICT (customer_id) DO UPDATE SET revenue = excluded.revenue, wins = excluded.wins, last_on = excluded.last_on,
        value_class = excluded.value_class, recency = excluded.recency, frequency = excluded.frequency, monetary = excluded.monetary,
        segment = excluded.segment
    WHERE (v.revenue, v.wins, v.last_on, v.value_class, v.recency, v.frequency, v.monetary, v.segment)
        IS DISTINCT FROM (excluded.revenue, excluded.wins, excluded.last_on, excluded.value_class, excluded.recency, excluded.frequency,
            excluded.monetary, excluded.segment);
    DELETE FROM customer_value v WHERE v.customer_id = ANY (customers)
        AND NOT EXISTS (SELECT 1 FROM customer_revenue c WHERE c.customer_id = v.customer_id);
END $$;

-- as before, but by what was signed where anything was
CREATE OR REPLACE FUNCTION opportunity_attribution(about bigint[]) RETURNS void LANGUAGE sql AS $$
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
    ), worth AS (
        -- what was signed for it, else what it was won for or is expected to be
        SELECT o.id, o.state, o.closed_on, o.expected_close_date, o.opened_on, k.signed_on, coalesce(k.base_gain, o.base_amount) AS base_amount
        FROM opportunity o
        LEFT JOIN LATERAL (SELECT min(c.signed_on) AS signed_on, sum(c.base_gain) AS base_gain FROM contract c
                           WHERE c.opportunity_id = o.id AND c.base_gain IS NOT NULL) k ON true
        WHERE o.id = ANY (about)
    ), now AS (
        SELECT u.opportunity_id, u.campaign_id, u.first, u.last, u.even, u.manual,
               CASE WHEN o.state = 'WON' OR o.signed_on IS NOT NULL THEN 'WON' WHEN o.state IN ('LOST', 'TERMINATED') THEN 'LOST' ELSE 'OPEN' END AS outcome,
               CASE WHEN o.state = 'WON' THEN coalesce(o.closed_on, o.signed_on)
                    ELSE coalesce(o.signed_on, o.closed_on, o.expected_close_date, o.opened_on) END AS counted_on,
               round(o.base_amount * first_upto / 10000, 2) - round(o.base_amount * (first_upto - u.first) / 10000, 2) AS first_amount,
               round(o.base_amount * last_upto / 10000, 2) - round(o.base_amount * (last_upto - u.last) / 10000, 2) AS last_amount,
               round(o.base_amount * even_upto / 10000, 2) - round(o.base_amount * (even_upto - u.even) / 10000, 2) AS even_amount,
               round(o.base_amount * manual_upto / 10000, 2) - round(o.base_amount * (manual_upto - u.manual) / 10000, 2) AS manual_amount
        FROM upto u JOIN worth o ON o.id = u.opportunity_id
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

-- Contracts are signed, given to others or merged: what follows from that goes along, whoever writes it.
CREATE FUNCTION contract_gain_follows(contracts bigint[], customers bigint[], opportunities bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM contract_gain_by_product(contracts);
    PERFORM customer_purchase_reckon(ARRAY(
        SELECT c.id FROM unnest(customers) c (id)
        UNION SELECT o.customer_id FROM opportunity o WHERE o.id = ANY (opportunities) AND o.customer_id IS NOT NULL));
    PERFORM opportunity_attribution(ARRAY(SELECT DISTINCT t.opportunity_id FROM opportunity_touch t WHERE t.opportunity_id = ANY (opportunities)));
END $$;

CREATE FUNCTION contract_gain_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM changed WHERE base_gain IS NOT NULL) THEN
        PERFORM contract_gain_follows(ARRAY(SELECT id FROM changed WHERE base_gain IS NOT NULL),
            ARRAY(SELECT DISTINCT customer_id FROM changed WHERE base_gain IS NOT NULL),
            ARRAY(SELECT DISTINCT opportunity_id FROM changed WHERE base_gain IS NOT NULL AND opportunity_id IS NOT NULL));
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION contract_gain_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    contracts bigint[];
BEGIN
    SELECT array_agg(n.id) INTO contracts FROM old_rows o JOIN new_rows n ON n.id = o.id
    WHERE (o.base_gain IS NOT NULL OR n.base_gain IS NOT NULL)
      AND (o.base_gain, o.customer_id, o.opportunity_id, o.signed_on) IS DISTINCT FROM (n.base_gain, n.customer_id, n.opportunity_id, n.signed_on);
    IF contracts IS NOT NULL THEN
        PERFORM contract_gain_follows(contracts,
            ARRAY(SELECT customer_id FROM old_rows WHERE id = ANY (contracts) UNION SELECT customer_id FROM new_rows WHERE id = ANY (contracts)),
            ARRAY(SELECT b.id FROM (SELECT opportunity_id FROM old_rows WHERE id = ANY (contracts)
                                    UNION SELECT opportunity_id FROM new_rows WHERE id = ANY (contracts)) b (id) WHERE b.id IS NOT NULL));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER contract_gain_insert AFTER INSERT ON contract
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION contract_gain_added();
CREATE TRIGGER contract_gain_delete AFTER DELETE ON contract
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION contract_gain_added();
CREATE TRIGGER contract_gain_update AFTER UPDATE ON contract
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION contract_gain_changed();

-- The end for which an opportunity to renew it was made: one that somebody deletes is not made again.
ALTER TABLE contract ADD renewed_for date;
CREATE OR REPLACE FUNCTION contract_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free CONSTANT text[] := ARRAY['version', 'updated_at', 'team_id', 'search_pieces'];
    -- what says nothing to the customer, and what its life writes
    beside text[] := free || ARRAY['state', 'state_since', 'released_at', 'approval_case_id', 'owner_id', 'name', 'note', 'contact_id',
                                   'opportunity_id', 'price_list_id', 'remind_days', 'reminded_for', 'renewal_id',
                                   'winning', 'renewed_for'];
    passage CONSTANT text := coalesce(current_setting('trivium.passage', true), '');
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.approval_case_id IS NOT NULL
            AND coalesce(current_setting('trivium.approval_case', true), '') <> OLD.approval_case_id::text
            AND (TG_OP = 'DELETE' OR (to_jsonb(OLD) - free) IS DISTINCT FROM (to_jsonb(NEW) - free)) THEN
        RAISE EXCEPTION 'contract % waits for approval %', OLD.id, OLD.approval_case_id USING ERRCODE = 'TA001';
    END IF;
    IF passage = '' AND (TG_OP = 'INSERT' AND NEW.state <> 'DRAFT' OR TG_OP = 'UPDATE' AND OLD.state <> NEW.state) THEN
        RAISE EXCEPTION 'contract % changes its state without a passage', NEW.id USING ERRCODE = 'TA002';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        -- signing says by whom and when, terminating why, and what renews itself moves its end; each once
        IF OLD.state = 'RELEASED' AND NEW.state = 'SIGNED' THEN
            beside := beside || ARRAY['signed_on', 'base_gain', 'signatory_id', 'their_signatory', 'their_role'];
        ELSIF OLD.state = 'SIGNED' AND NEW.state = 'TERMINATED' THEN
            beside := beside || ARRAY['end_reason', 'terminated_on'];
        ELSIF OLD.state = 'SIGNED' AND NEW.state = 'SIGNED' AND passage = 'EXTEND' THEN
            beside := beside || ARRAY['ends_on'];
        END IF;
        IF OLD.state <> 'DRAFT' AND NEW.state <> 'DRAFT' AND (to_jsonb(OLD) - beside) IS DISTINCT FROM (to_jsonb(NEW) - beside) THEN
            RAISE EXCEPTION 'contract % is not a draft any more', OLD.id USING ERRCODE = 'TA002';
        END IF;
        IF OLD.signed_on IS NOT NULL AND NEW.state NOT IN ('SIGNED', 'ENDED', 'TERMINATED', 'REPLACED') THEN
            RAISE EXCEPTION 'contract % is signed', OLD.id USING ERRCODE = 'TA002';
        END IF;
    END IF;
    IF TG_OP = 'DELETE' AND OLD.signed_on IS NOT NULL AND passage = '' THEN
        RAISE EXCEPTION 'contract % is signed', OLD.id USING ERRCODE = 'TA002';
    END IF;
    -- a first paper is the first of its own
    IF TG_OP = 'INSERT' AND NEW.root_id = 0 THEN
        NEW.root_id := NEW.id;
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
