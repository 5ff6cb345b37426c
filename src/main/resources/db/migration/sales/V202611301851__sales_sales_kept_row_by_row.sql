-- What counts as sold, row by row, kept in the transaction that wins or signs, whoever writes it: won opportunities for which nothing was
-- signed, and what a signed contract or an amendment brings of a product. It is what product_revenue says, with the deal it belongs to:
-- the opportunity, the contract (as a negative number), or none for an amendment.
CREATE TABLE sale (
    opportunity_id bigint REFERENCES opportunity (id) ON DELETE CASCADE,
    contract_id    bigint REFERENCES contract (id) ON DELETE CASCADE,
    deal           bigint,
    brought_on     date,
    base_amount    numeric(19, 2) NOT NULL,
    product_id     bigint REFERENCES product (id),
    customer_id    bigint REFERENCES customer (id) ON DELETE SET NULL,
    CONSTRAINT sale_of_one CHECK (num_nonnulls(opportunity_id, contract_id) = 1)
);

CREATE VIEW sale_reckoned AS
SELECT o.id AS opportunity_id, CAST(NULL AS bigint) AS contract_id, o.id AS deal, o.closed_on AS brought_on, o.base_amount, o.product_id, o.customer_id
FROM opportunity o
WHERE o.state = 'WON' AND NOT EXISTS (SELECT FROM contract k WHERE k.opportunity_id = o.id AND k.base_gain IS NOT NULL)
UNION ALL
SELECT NULL, k.id, CASE k.revision WHEN 1 THEN -k.id END, g.signed_on, g.base_gain, g.product_id, k.customer_id
FROM contract_gain_product g JOIN contract k ON k.id = g.contract_id
WHERE k.base_gain IS NOT NULL AND (k.revision = 1 OR g.base_gain <> 0);
COMMENT ON VIEW sale_reckoned IS 'what sale has to be';

INSERT INTO sale SELECT r.opportunity_id, r.contract_id, r.deal, r.brought_on, r.base_amount, r.product_id, r.customer_id FROM sale_reckoned r;

CREATE UNIQUE INDEX sale_opportunity ON sale (opportunity_id) WHERE opportunity_id IS NOT NULL;
CREATE UNIQUE INDEX sale_contract ON sale (contract_id, coalesce(product_id, 0)) WHERE contract_id IS NOT NULL;
CREATE INDEX sale_day ON sale (brought_on) INCLUDE (product_id, customer_id, base_amount, deal, opportunity_id, contract_id);
CREATE INDEX sale_product ON sale (product_id, brought_on) INCLUDE (customer_id, base_amount, deal);
CREATE INDEX sale_customer ON sale (customer_id, product_id) INCLUDE (brought_on, base_amount, deal);
-- who has bought what: an amendment that takes away is no purchase
CREATE INDEX sale_bought ON sale (product_id, customer_id, brought_on) WHERE deal IS NOT NULL OR base_amount > 0;
ANALYZE sale;

-- Reckoned anew for these, whose rows whoever calls it has locked.
CREATE FUNCTION sale_reckon(opportunities bigint[], contracts bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM sale WHERE opportunity_id = ANY (opportunities);
    DELETE FROM sale WHERE contract_id = ANY (contracts);
    INSERT INTO sale (opportunity_id, contract_id, deal, brought_on, base_amount, product_id, customer_id)
    SELECT r.opportunity_id, r.contract_id, r.deal, r.brought_on, r.base_amount, r.product_id, r.customer_id
    FROM sale_reckoned r WHERE r.opportunity_id = ANY (opportunities)
    UNION ALL
    SELECT r.opportunity_id, r.contract_id, r.deal, r.brought_on, r.base_amount, r.product_id, r.customer_id
    FROM sale_reckoned r WHERE r.contract_id = ANY (contracts);
END $$;

-- as before, but of all that counts as sold: contracts count with what was signed, those without an opportunity, too
CREATE OR REPLACE FUNCTION customer_purchase_reckon(customers bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(cardinality(customers), 0) = 0 THEN
        RETURN;
    END IF;
    INSERT INTO customer_purchase AS p (customer_id)
    SELECT DISTINCT k.id FROM customer k WHERE k.id = ANY (customers) ORDER BY k.id
    ON CONFLICT (customer_id) DO UPDATE SET wins = p.wins;
    UPDATE customer_purchase p SET base_won = s.base_won, wins = s.wins, last_won_on = s.last_won_on
    FROM (SELECT k.id, coalesce(sum(b.base_amount), 0) AS base_won, count(DISTINCT b.deal) AS wins,
                 max(b.brought_on) FILTER (WHERE b.deal IS NOT NULL OR b.base_amount > 0) AS last_won_on
          FROM unnest(customers) k (id) LEFT JOIN sale b ON b.customer_id = k.id
          GROUP BY k.id) s
    WHERE p.customer_id = s.id;
    DELETE FROM customer_purchase p WHERE p.customer_id = ANY (customers) AND NOT EXISTS (SELECT FROM sale b WHERE b.customer_id = p.customer_id);
    PERFORM customer_value_reckon(customers);
END $$;

CREATE OR REPLACE FUNCTION customer_purchase_added() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    won bigint[] := ARRAY(SELECT id FROM changed WHERE state = 'WON');
BEGIN
    IF cardinality(won) > 0 THEN
        PERFORM sale_reckon(won, NULL);
        PERFORM customer_purchase_reckon(ARRAY(
            SELECT DISTINCT customer_id FROM changed WHERE state = 'WON' AND customer_id IS NOT NULL));
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION customer_purchase_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    won bigint[] := ARRAY(
        SELECT n.id FROM old_rows o JOIN new_rows n ON n.id = o.id
        WHERE (o.state = 'WON' OR n.state = 'WON')
          AND (o.state, o.customer_id, o.base_amount, o.closed_on, o.product_id)
              IS DISTINCT FROM (n.state, n.customer_id, n.base_amount, n.closed_on, n.product_id));
BEGIN
    IF cardinality(won) > 0 THEN
        PERFORM sale_reckon(won, NULL);
        PERFORM customer_purchase_reckon(ARRAY(
            SELECT c.customer_id
            FROM (SELECT o.customer_id FROM unnest(won) w (id) JOIN old_rows o ON o.id = w.id
                  UNION SELECT n.customer_id FROM unnest(won) w (id) JOIN new_rows n ON n.id = w.id) c
            WHERE c.customer_id IS NOT NULL));
    END IF;
    RETURN NULL;
END $$;

-- As before, and the sales. Whoever signs for an opportunity waits for who wins it, and the other way round; what the other one has
-- committed is seen by the statement after that.
CREATE OR REPLACE FUNCTION contract_gain_follows(contracts bigint[], customers bigint[], opportunities bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM contract_gain_by_product(contracts);
    PERFORM 1 FROM opportunity o WHERE o.id = ANY (opportunities) ORDER BY o.id FOR NO KEY UPDATE;
    PERFORM sale_reckon(opportunities, contracts);
    PERFORM receipt_by_product(ARRAY(
        SELECT DISTINCT r.id FROM contract k JOIN receipt r ON r.contract_id = k.root_id WHERE k.id = ANY (contracts)));
    PERFORM customer_purchase_reckon(ARRAY(
        SELECT c.id FROM unnest(customers) c (id)
        UNION SELECT o.customer_id FROM opportunity o WHERE o.id = ANY (opportunities) AND o.customer_id IS NOT NULL));
    PERFORM opportunity_attribution(ARRAY(SELECT DISTINCT t.opportunity_id FROM opportunity_touch t WHERE t.opportunity_id = ANY (opportunities)));
END $$;

DELETE FROM customer_purchase;
INSERT INTO customer_purchase (customer_id, base_won, wins, last_won_on)
SELECT customer_id, sum(base_amount), count(DISTINCT deal), max(brought_on) FILTER (WHERE deal IS NOT NULL OR base_amount > 0)
FROM sale WHERE customer_id IS NOT NULL GROUP BY customer_id;
