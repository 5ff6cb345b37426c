-- What has come in, spread over the products of its contract by what these have brought, to the cent; kept, so that quotas of products in
-- what comes in are added up from an index. What came in before a signature, or for a contract that brings nothing, is of no product.
CREATE TABLE receipt_product (
    receipt_id  bigint         NOT NULL REFERENCES receipt (id) ON DELETE CASCADE,
    product_id  bigint REFERENCES product (id),
    received_on date           NOT NULL,
    base_amount numeric(19, 2) NOT NULL
);

CREATE FUNCTION receipt_by_product(receipts bigint[]) RETURNS void LANGUAGE sql AS $$
    DELETE FROM receipt_product WHERE receipt_id = ANY (receipts);
    INSERT INTO receipt_product (receipt_id, product_id, received_on, base_amount)
    SELECT r.id, g.product_id, r.received_on,
           CASE WHEN g.upto IS NULL THEN r.base_amount
                ELSE round(r.base_amount * g.upto / g.whole, 2) - round(r.base_amount * (g.upto - g.gain) / g.whole, 2) END
    FROM receipt r
    LEFT JOIN LATERAL (
        SELECT b.product_id, b.gain, sum(b.gain) OVER (ORDER BY b.product_id) AS upto, sum(b.gain) OVER () AS whole
        FROM (SELECT p.product_id, sum(p.base_gain) AS gain
              FROM contract k JOIN contract_gain_product p ON p.contract_id = k.id
              WHERE k.root_id = r.contract_id GROUP BY p.product_id HAVING sum(p.base_gain) > 0) b) g ON true
    WHERE r.id = ANY (receipts) AND r.cancelled_at IS NULL;
$$;

SELECT receipt_by_product(ARRAY(SELECT id FROM receipt));

CREATE UNIQUE INDEX receipt_product_once ON receipt_product (receipt_id, coalesce(product_id, 0));
CREATE INDEX receipt_product_day ON receipt_product (received_on) INCLUDE (product_id, base_amount);
CREATE INDEX receipt_product_product ON receipt_product (product_id, received_on, receipt_id) WHERE product_id IS NOT NULL;
DROP INDEX contract_gain_product_product;
CREATE INDEX contract_gain_product_product ON contract_gain_product (product_id, signed_on, contract_id) WHERE product_id IS NOT NULL;

CREATE FUNCTION receipt_product_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM receipt_by_product(ARRAY(SELECT id FROM changed));
    RETURN NULL;
END $$;
CREATE FUNCTION receipt_product_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    receipts bigint[];
BEGIN
    SELECT array_agg(n.id) INTO receipts FROM old_rows o JOIN new_rows n ON n.id = o.id
    WHERE (o.base_amount, o.received_on, o.cancelled_at, o.contract_id) IS DISTINCT FROM (n.base_amount, n.received_on, n.cancelled_at, n.contract_id);
    IF receipts IS NOT NULL THEN
        PERFORM receipt_by_product(receipts);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER receipt_product_insert AFTER INSERT ON receipt
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION receipt_product_added();
CREATE TRIGGER receipt_product_update AFTER UPDATE ON receipt
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION receipt_product_changed();

-- as before, but what has come in follows what its contract has brought
CREATE OR REPLACE FUNCTION contract_gain_follows(contracts bigint[], customers bigint[], opportunities bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM contract_gain_by_product(contracts);
    PERFORM receipt_by_product(ARRAY(
        SELECT DISTINCT r.id FROM contract k JOIN receipt r ON r.contract_id = k.root_id WHERE k.id = ANY (contracts)));
    PERFORM customer_purchase_reckon(ARRAY(
        SELECT c.id FROM unnest(customers) c (id)
        UNION SELECT o.customer_id FROM opportunity o WHERE o.id = ANY (opportunities) AND o.customer_id IS NOT NULL));
    PERFORM opportunity_attribution(ARRAY(SELECT DISTINCT t.opportunity_id FROM opportunity_touch t WHERE t.opportunity_id = ANY (opportunities)));
END $$;

CREATE OR REPLACE VIEW customer_receipt_product AS
SELECT r.customer_id, p.received_on AS brought_on, p.product_id, CAST(p.base_amount AS numeric) AS base_amount
FROM receipt_product p JOIN receipt r ON r.id = p.receipt_id;

-- What an amount of a currency is divided into: its smallest unit by ISO 4217, or cents, which is what is kept, where that is smaller, or
-- where the amount itself is no whole number of units.
CREATE FUNCTION currency_unit(currency text, amount numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN currency IN ('ADP', 'BEF', 'BIF', 'BYB', 'BYR', 'CLP', 'DJF', 'ESP', 'GNF', 'GRD', 'ISK', 'ITL', 'JPY', 'KMF', 'KRW',
                                  'LUF', 'MGF', 'PTE', 'PYG', 'ROL', 'RWF', 'TPE', 'TRL', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF')
                     AND amount = trunc(amount) THEN 1 ELSE 0.01 END;
$$;

-- As before, in whole units of the currency, rounded down; the units that are left go to the greatest remainders, so that all is given away.
CREATE OR REPLACE FUNCTION opportunity_split_value(opportunity bigint) RETURNS void
    LANGUAGE sql AS
$$
UPDATE opportunity_split s
SET amount = v.amount, base_amount = v.base_amount
FROM (SELECT c.id,
             (c.units + CASE WHEN row_number() OVER (ORDER BY c.exact - c.units DESC, c.person_id)
                                  <= c.total - sum(c.units) OVER () THEN 1 ELSE 0 END) * c.unit AS amount,
             (c.base_units + CASE WHEN row_number() OVER (ORDER BY c.base_exact - c.base_units DESC, c.person_id)
                                       <= c.base_total - sum(c.base_units) OVER () THEN 1 ELSE 0 END) * c.base_unit AS base_amount
      FROM (SELECT x.id, x.person_id, u.unit, u.base_unit, o.amount / u.unit AS total, o.base_amount / u.base_unit AS base_total,
                   o.amount * x.percent / 100 / u.unit AS exact, floor(o.amount * x.percent / 100 / u.unit) AS units,
                   o.base_amount * x.percent / 100 / u.base_unit AS base_exact, floor(o.base_amount * x.percent / 100 / u.base_unit) AS base_units
            FROM opportunity_split x JOIN opportunity o ON o.id = x.opportunity_id
            CROSS JOIN LATERAL (SELECT currency_unit(o.currency, o.amount) AS unit,
                                       currency_unit((SELECT currency FROM company), o.base_amount) AS base_unit) u
            WHERE x.opportunity_id = opportunity AND x.ended_at IS NULL) c) v
WHERE s.id = v.id AND (s.amount IS DISTINCT FROM v.amount OR s.base_amount IS DISTINCT FROM v.base_amount);
$$;
SELECT opportunity_split_value(s.opportunity_id)
FROM (SELECT DISTINCT x.opportunity_id FROM opportunity_split x JOIN opportunity o ON o.id = x.opportunity_id
      WHERE x.ended_at IS NULL AND x.fixed_at IS NULL
        AND (currency_unit(o.currency, o.amount) = 1 OR currency_unit((SELECT currency FROM company), o.base_amount) = 1)) s;
