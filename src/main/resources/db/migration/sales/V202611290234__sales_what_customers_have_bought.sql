-- What a customer has bought in all: the won opportunities, in the company's currency. Kept in the transaction that wins, whoever writes it.
CREATE TABLE customer_purchase (
    customer_id bigint         NOT NULL PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
    base_won    numeric(19, 2) NOT NULL DEFAULT 0,
    wins        bigint         NOT NULL DEFAULT 0,
    last_won_on date
);
CREATE INDEX customer_purchase_volume ON customer_purchase (base_won, customer_id);
CREATE INDEX customer_purchase_last ON customer_purchase (last_won_on, customer_id);

-- who has bought what, and what somebody has bought
CREATE INDEX opportunity_won_product ON opportunity (product_id, customer_id) WHERE state = 'WON';
CREATE INDEX opportunity_won_customer ON opportunity (customer_id, product_id) INCLUDE (base_amount, closed_on) WHERE state = 'WON';

-- Reckoned anew for each of these customers, once nobody else does: the rows are locked in their order, and what others
-- have committed meanwhile is seen by the statement after that.
CREATE FUNCTION customer_purchase_reckon(customers bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(cardinality(customers), 0) = 0 THEN
        RETURN;
    END IF;
    INSERT INTO customer_purchase AS p (customer_id)
    SELECT DISTINCT k.id FROM customer k WHERE k.id = ANY (customers) ORDER BY k.id
    ON CONFLICT (customer_id) DO UPDATE SET wins = p.wins;
    UPDATE customer_purchase p SET base_won = o.base_won, wins = o.wins, last_won_on = o.last_won_on
    FROM (SELECT k.id, coalesce(sum(w.base_amount), 0) AS base_won, count(w.customer_id) AS wins, max(w.closed_on) AS last_won_on
          FROM unnest(customers) k (id) LEFT JOIN opportunity w ON w.customer_id = k.id AND w.state = 'WON'
          GROUP BY k.id) o
    WHERE p.customer_id = o.id;
    DELETE FROM customer_purchase WHERE customer_id = ANY (customers) AND wins = 0;
END $$;

CREATE FUNCTION customer_purchase_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM customer_purchase_reckon(ARRAY(
        SELECT DISTINCT customer_id FROM changed WHERE state = 'WON' AND customer_id IS NOT NULL));
    RETURN NULL;
END $$;
CREATE FUNCTION customer_purchase_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM customer_purchase_reckon(ARRAY(
        SELECT DISTINCT c.customer_id
        FROM old_rows o JOIN new_rows n ON n.id = o.id
        CROSS JOIN LATERAL (VALUES (o.customer_id, o.state), (n.customer_id, n.state)) c (customer_id, state)
        WHERE c.state = 'WON' AND c.customer_id IS NOT NULL
          AND (o.state, o.customer_id, o.base_amount, o.closed_on) IS DISTINCT FROM (n.state, n.customer_id, n.base_amount, n.closed_on)));
    RETURN NULL;
END $$;
CREATE TRIGGER customer_purchase_insert AFTER INSERT ON opportunity
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION customer_purchase_added();
CREATE TRIGGER customer_purchase_delete AFTER DELETE ON opportunity
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION customer_purchase_added();
CREATE TRIGGER customer_purchase_update AFTER UPDATE ON opportunity
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION customer_purchase_changed();

INSERT INTO customer_purchase (customer_id, base_won, wins, last_won_on)
SELECT customer_id, sum(base_amount), count(*), max(closed_on)
FROM opportunity WHERE state = 'WON' AND customer_id IS NOT NULL GROUP BY customer_id;
