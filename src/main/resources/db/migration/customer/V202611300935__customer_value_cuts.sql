-- What regions, industries, products and months bring, as of the last time that all customers were reckoned: for companies with so many
-- that adding them up takes longer than a page may.
CREATE TABLE value_cut (
    measure     varchar(20)    NOT NULL,
    cut         varchar(10)    NOT NULL,
    place       int            NOT NULL,
    key         text,
    customers   bigint         NOT NULL,
    revenue     numeric(24, 2) NOT NULL,
    share       numeric(5, 1)  NOT NULL,
    reached     numeric(5, 1)  NOT NULL,
    value_class varchar(1)     NOT NULL CHECK (value_class IN ('A', 'B', 'C')),
    taken_at    timestamptz    NOT NULL,
    PRIMARY KEY (measure, cut, place)
);
