-- What was signed and what has come in, added up by month: quotas are read from sums, as those in what was won are.

-- What each contract and each receipt is counted as; team_id, territory_id and pipeline_id 0 stand for none.
CREATE VIEW attained_now AS
SELECT CAST('SIGNED' AS varchar(10)) AS source, k.id, k.owner_id, coalesce(k.team_id, 0) AS team_id, coalesce(o.territory_id, 0) AS territory_id,
       coalesce(o.pipeline_id, 0) AS pipeline_id, CAST(date_trunc('month', k.signed_on) AS date) AS month, k.base_gain AS base_amount
FROM contract k LEFT JOIN opportunity o ON o.id = k.opportunity_id
WHERE k.base_gain IS NOT NULL
UNION ALL
SELECT CAST('RECEIVED' AS varchar(10)), r.id, r.owner_id, coalesce(r.team_id, 0), coalesce(o.territory_id, 0), coalesce(o.pipeline_id, 0),
       CAST(date_trunc('month', r.received_on) AS date), r.base_amount
FROM receipt r JOIN contract c ON c.id = r.contract_id LEFT JOIN opportunity o ON o.id = c.opportunity_id
WHERE r.base_amount <> 0;

CREATE TABLE attained_row (
    source       varchar(10)    NOT NULL CHECK (source IN ('SIGNED', 'RECEIVED')),
    id           bigint         NOT NULL,
    owner_id     bigint         NOT NULL,
    team_id      bigint         NOT NULL,
    territory_id bigint         NOT NULL,
    pipeline_id  bigint         NOT NULL,
    month        date           NOT NULL,
    base_amount  numeric(19, 2) NOT NULL
);
COMMENT ON TABLE attained_row IS 'as what a contract or a receipt is counted in attained_total; id is that of the contract or receipt';
INSERT INTO attained_row SELECT * FROM attained_now;
ALTER TABLE attained_row ADD PRIMARY KEY (source, id);

CREATE TABLE attained_total (
    source       varchar(10) NOT NULL,
    owner_id     bigint      NOT NULL,
    month        date        NOT NULL,
    team_id      bigint      NOT NULL,
    territory_id bigint      NOT NULL,
    pipeline_id  bigint      NOT NULL,
    base_amount  numeric     NOT NULL,
    PRIMARY KEY (source, owner_id, month, team_id, territory_id, pipeline_id)
) WITH (fillfactor = 70);
INSERT INTO attained_total
SELECT source, owner_id, month, team_id, territory_id, pipeline_id, sum(base_amount) FROM attained_row GROUP BY 1, 2, 3, 4, 5, 6;
CREATE INDEX attained_total_month ON attained_total (source, month);

-- The rows themselves say what they were counted as; so whatever has happened to what they are reckoned from, the sums stay theirs.
CREATE FUNCTION attained_follow(about varchar, ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(cardinality(ids), 0) = 0 THEN
        RETURN;
    END IF;
    WITH was AS MATERIALIZED (
        SELECT * FROM attained_row w WHERE w.source = about AND w.id = ANY (ids)
    ), now AS MATERIALIZED (
        SELECT * FROM attained_now n WHERE n.source = about AND n.id = ANY (ids)
    ), gone AS (
        DELETE FROM attained_row r USING was w
        WHERE r.source = about AND r.id = w.id AND NOT EXISTS (SELECT FROM now n WHERE n.id = w.id)
    ), kept AS (
        INSERT INTO attained_row AS r SELECT * FROM now n ORDER BY n.id
        ON CONFLICT (source, id) DO UPDATE
        SET owner_id = excluded.owner_id, team_id = excluded.team_id, territory_id = excluded.territory_id,
            pipeline_id = excluded.pipeline_id, month = excluded.month, base_amount = excluded.base_amount
        WHERE (r.owner_id, r.team_id, r.territory_id, r.pipeline_id, r.month, r.base_amount)
            IS DISTINCT FROM (excluded.owner_id, excluded.team_id, excluded.territory_id, excluded.pipeline_id, excluded.month, excluded.base_amount)
    )
    INSERT INTO attained_total AS t
    SELECT about, c.owner_id, c.month, c.team_id, c.territory_id, c.pipeline_id, sum(c.base_amount)
    FROM (SELECT n.owner_id, n.month, n.team_id, n.territory_id, n.pipeline_id, n.base_amount FROM now n
          UNION ALL
          SELECT w.owner_id, w.month, w.team_id, w.territory_id, w.pipeline_id, -w.base_amount FROM was w) c
    GROUP BY 2, 3, 4, 5, 6
    HAVING sum(c.base_amount) <> 0
    ORDER BY 2, 3, 4, 5, 6
    ON CONFLICT (source, owner_id, month, team_id, territory_id, pipeline_id) DO UPDATE SET base_amount = t.base_amount + excluded.base_amount;
END $$;

-- A contract takes hold of its opportunity, a receipt of its contract and then of that one's opportunity, so that what they are reckoned from
-- does not change beside them; an opportunity takes hold of nothing, so that nobody waits in a circle.
CREATE FUNCTION attained_contract_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM changed WHERE base_gain IS NOT NULL) THEN
        PERFORM 1 FROM opportunity o WHERE o.id IN (SELECT c.opportunity_id FROM changed c WHERE c.base_gain IS NOT NULL)
        ORDER BY o.id FOR NO KEY UPDATE;
        PERFORM attained_follow('SIGNED', ARRAY(SELECT c.id FROM changed c WHERE c.base_gain IS NOT NULL));
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION attained_contract_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    signed bigint[];
    moved  bigint[];
BEGIN
    SELECT array_agg(n.id) FILTER (WHERE (o.base_gain IS NOT NULL OR n.base_gain IS NOT NULL)
               AND (o.base_gain, o.signed_on, o.owner_id, o.team_id, o.opportunity_id)
                   IS DISTINCT FROM (n.base_gain, n.signed_on, n.owner_id, n.team_id, n.opportunity_id)),
           array_agg(n.id) FILTER (WHERE o.opportunity_id IS DISTINCT FROM n.opportunity_id)
    INTO signed, moved FROM old_rows o JOIN new_rows n ON n.id = o.id;
    IF signed IS NOT NULL OR moved IS NOT NULL THEN
        PERFORM 1 FROM opportunity o
        WHERE o.id IN (SELECT c.opportunity_id FROM (SELECT id, opportunity_id FROM old_rows UNION SELECT id, opportunity_id FROM new_rows) c
                       WHERE c.id = ANY (signed) OR c.id = ANY (moved))
        ORDER BY o.id FOR NO KEY UPDATE;
        PERFORM attained_follow('SIGNED', signed);
        PERFORM attained_follow('RECEIVED', ARRAY(SELECT r.id FROM receipt r WHERE r.contract_id = ANY (moved)));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER attained_contract_insert AFTER INSERT ON contract
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attained_contract_added();
CREATE TRIGGER attained_contract_delete AFTER DELETE ON contract
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attained_contract_added();
CREATE TRIGGER attained_contract_update AFTER UPDATE ON contract
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION attained_contract_changed();

-- what goes with its contract goes while that one has hold of its opportunity
CREATE FUNCTION attained_contract_goes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM opportunity o WHERE o.id = OLD.opportunity_id FOR NO KEY UPDATE;
    RETURN OLD;
END $$;
CREATE TRIGGER attained_contract_goes BEFORE DELETE ON contract FOR EACH ROW WHEN (OLD.opportunity_id IS NOT NULL)
    EXECUTE FUNCTION attained_contract_goes();

CREATE FUNCTION attained_receipts(receipts bigint[], contracts bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM contract c WHERE c.id = ANY (contracts) ORDER BY c.id FOR NO KEY UPDATE;
    PERFORM 1 FROM opportunity o WHERE o.id IN (SELECT c.opportunity_id FROM contract c WHERE c.id = ANY (contracts)) ORDER BY o.id FOR NO KEY UPDATE;
    PERFORM attained_follow('RECEIVED', receipts);
END $$;
CREATE FUNCTION attained_receipt_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM attained_receipts(array_agg(c.id), array_agg(DISTINCT c.contract_id)) FROM changed c HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE FUNCTION attained_receipt_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM attained_receipts(array_agg(n.id), array_agg(DISTINCT o.contract_id) || array_agg(DISTINCT n.contract_id))
    FROM old_rows o JOIN new_rows n ON n.id = o.id
    WHERE (o.base_amount, o.received_on, o.owner_id, o.team_id, o.contract_id)
        IS DISTINCT FROM (n.base_amount, n.received_on, n.owner_id, n.team_id, n.contract_id)
    HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER attained_receipt_insert AFTER INSERT ON receipt
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attained_receipt_added();
CREATE TRIGGER attained_receipt_delete AFTER DELETE ON receipt
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attained_receipt_added();
CREATE TRIGGER attained_receipt_update AFTER UPDATE ON receipt
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION attained_receipt_changed();

CREATE FUNCTION attained_opportunity_moved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    contracts bigint[] := ARRAY(SELECT c.id FROM contract c WHERE c.opportunity_id = NEW.id);
BEGIN
    IF contracts <> '{}' THEN
        PERFORM attained_follow('SIGNED', contracts);
        PERFORM attained_follow('RECEIVED', ARRAY(SELECT r.id FROM receipt r WHERE r.contract_id = ANY (contracts)));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER attained_opportunity_update AFTER UPDATE ON opportunity FOR EACH ROW
    WHEN (OLD.territory_id IS DISTINCT FROM NEW.territory_id OR OLD.pipeline_id <> NEW.pipeline_id)
    EXECUTE FUNCTION attained_opportunity_moved();

-- The same by product, in several parts, so that who enters a receipt does not wait for an import that enters thousands.
CREATE TABLE attained_product_total (
    source      varchar(10) NOT NULL,
    product_id  bigint      NOT NULL,
    month       date        NOT NULL,
    part        smallint    NOT NULL,
    base_amount numeric     NOT NULL,
    PRIMARY KEY (source, month, product_id, part)
) WITH (fillfactor = 70);
INSERT INTO attained_product_total
SELECT 'SIGNED', product_id, date_trunc('month', signed_on), 0, sum(base_gain) FROM contract_gain_product WHERE product_id IS NOT NULL GROUP BY 2, 3
UNION ALL
SELECT 'RECEIVED', product_id, date_trunc('month', received_on), 0, sum(base_amount) FROM receipt_product WHERE product_id IS NOT NULL GROUP BY 2, 3;

CREATE FUNCTION attained_products_add(about varchar, products bigint[], days date[], amounts numeric[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO attained_product_total AS t
    SELECT about, c.product_id, date_trunc('month', c.day), pg_backend_pid() % 16, sum(c.amount)
    FROM unnest(products, days, amounts) c (product_id, day, amount)
    WHERE c.product_id IS NOT NULL GROUP BY 2, 3 HAVING sum(c.amount) <> 0 ORDER BY 2, 3
    ON CONFLICT (source, month, product_id, part) DO UPDATE SET base_amount = t.base_amount + excluded.base_amount;
$$;
CREATE FUNCTION attained_gain_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM attained_products_add('SIGNED', array_agg(c.product_id), array_agg(c.signed_on),
            array_agg(CASE TG_OP WHEN 'INSERT' THEN c.base_gain ELSE -c.base_gain END)) FROM changed c HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE FUNCTION attained_receipt_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM attained_products_add('RECEIVED', array_agg(c.product_id), array_agg(c.received_on),
            array_agg(CASE TG_OP WHEN 'INSERT' THEN c.base_amount ELSE -c.base_amount END)) FROM changed c HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER attained_products_insert AFTER INSERT ON contract_gain_product
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attained_gain_products();
CREATE TRIGGER attained_products_delete AFTER DELETE ON contract_gain_product
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attained_gain_products();
CREATE TRIGGER attained_products_insert AFTER INSERT ON receipt_product
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attained_receipt_products();
CREATE TRIGGER attained_products_delete AFTER DELETE ON receipt_product
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attained_receipt_products();

-- The rows of one person, the latest first.
CREATE INDEX contract_gain_owner ON contract (owner_id, signed_on, id) WHERE base_gain IS NOT NULL;
