-- What customers are worth: classes A, B and C by their share of the revenue of some months (Pareto), and recency, frequency and monetary
-- value in fifths (RFM). Revenue comes from the view customer_revenue, which the module that sells defines.
CREATE TABLE value_rule (
    the_one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (the_one),
    months  int     NOT NULL CHECK (months BETWEEN 1 AND 120),
    share_a int     NOT NULL CHECK (share_a BETWEEN 1 AND 99),
    share_b int     NOT NULL CHECK (share_b BETWEEN 2 AND 100),
    CHECK (share_a < share_b)
);

-- Where the classes and fifths begin, as of the last time that all were reckoned. Until the next time, customers whose revenue changes
-- are held against these.
CREATE TABLE value_bound (
    the_one      boolean     NOT NULL PRIMARY KEY DEFAULT true CHECK (the_one),
    reckoned_at  timestamptz NOT NULL,
    reckoned_on  date        NOT NULL,
    since        date        NOT NULL,
    buyers       bigint      NOT NULL,
    revenue      numeric(24, 2) NOT NULL,
    from_a       numeric(19, 2),
    from_b       numeric(19, 2),
    -- four bounds each: a value above the first is in the second fifth, and so on; recency in days
    recency      int[]       NOT NULL,
    frequency    bigint[]    NOT NULL,
    monetary     numeric[]   NOT NULL,
    -- per cent of revenue that the first per cent of buyers bring, the first two, up to a hundred
    curve        numeric[]   NOT NULL
);

CREATE TABLE customer_value (
    customer_id bigint         NOT NULL PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
    revenue     numeric(19, 2) NOT NULL,
    wins        bigint         NOT NULL,
    last_on     date           NOT NULL,
    value_class varchar(1) CHECK (value_class IN ('A', 'B', 'C')),
    recency     smallint       NOT NULL CHECK (recency BETWEEN 1 AND 5),
    frequency   smallint       NOT NULL CHECK (frequency BETWEEN 1 AND 5),
    monetary    smallint       NOT NULL CHECK (monetary BETWEEN 1 AND 5),
    segment     varchar(20)    NOT NULL CHECK (segment IN ('CHAMPION', 'LOYAL', 'PROMISING', 'FADING', 'AT_RISK', 'LOST'))
) WITH (fillfactor = 80);
CREATE INDEX customer_value_class ON customer_value (value_class, customer_id);
CREATE INDEX customer_value_segment ON customer_value (segment, customer_id);

INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'customer.value.view' FROM role r WHERE r.built_in IN ('sales_manager', 'marketing_manager', 'service_manager')
ON CONFLICT DO NOTHING;
