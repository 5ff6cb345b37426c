-- Customers by what other modules weigh them by (margin, receipts). Revenue stays in customer_value, which follows each sale at once; these
-- are reckoned with the bounds.
CREATE TABLE customer_worth (
    customer_id bigint         NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    measure     varchar(20)    NOT NULL,
    -- of the months that count, in the company's currency; may be a loss
    amount      numeric(19, 2) NOT NULL,
    -- null: nothing, or a loss
    value_class varchar(1) CHECK (value_class IN ('A', 'B', 'C')),
    PRIMARY KEY (customer_id, measure),
    CHECK ((value_class IS NOT NULL) = (amount > 0))
) WITH (fillfactor = 80);
CREATE INDEX customer_worth_class ON customer_worth (measure, value_class, customer_id) INCLUDE (amount);

CREATE TABLE worth_bound (
    measure     varchar(20)    NOT NULL PRIMARY KEY,
    reckoned_at timestamptz    NOT NULL,
    since       date           NOT NULL,
    amount      numeric(24, 2) NOT NULL,
    from_a      numeric(19, 2),
    from_b      numeric(19, 2),
    curve       numeric[]      NOT NULL
);

-- In which class a customer was at the end of a month, by the rules of when it was written down. Who is in none has no row.
CREATE TABLE customer_value_month (
    customer_id bigint         NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    measure     varchar(20)    NOT NULL,
    month       date           NOT NULL CHECK (month = date_trunc('month', month)),
    value_class varchar(1)     NOT NULL CHECK (value_class IN ('A', 'B', 'C')),
    amount      numeric(19, 2) NOT NULL CHECK (amount > 0),
    PRIMARY KEY (customer_id, measure, month)
);
CREATE INDEX customer_value_month_class ON customer_value_month (measure, month, value_class, amount DESC, customer_id);

CREATE TABLE value_month (
    measure  varchar(20) NOT NULL,
    month    date        NOT NULL CHECK (month = date_trunc('month', month)),
    taken_at timestamptz NOT NULL,
    months   int         NOT NULL,
    share_a  int         NOT NULL,
    share_b  int         NOT NULL,
    from_a   numeric(19, 2),
    from_b   numeric(19, 2),
    PRIMARY KEY (measure, month)
);

-- How many were in each class, and how many went from one to another between two months; who was in none of both is not counted.
CREATE TABLE value_month_class (
    measure     varchar(20)    NOT NULL,
    month       date           NOT NULL,
    value_class varchar(1)     NOT NULL CHECK (value_class IN ('A', 'B', 'C')),
    customers   bigint         NOT NULL,
    amount      numeric(24, 2) NOT NULL,
    PRIMARY KEY (measure, month, value_class),
    FOREIGN KEY (measure, month) REFERENCES value_month (measure, month) ON DELETE CASCADE
);
CREATE TABLE value_move (
    measure     varchar(20)    NOT NULL,
    month_from  date           NOT NULL,
    month_to    date           NOT NULL,
    class_from  varchar(1)     NOT NULL CHECK (class_from IN ('A', 'B', 'C')),
    class_to    varchar(1)     NOT NULL CHECK (class_to IN ('A', 'B', 'C')),
    customers   bigint         NOT NULL,
    amount_from numeric(24, 2) NOT NULL,
    amount_to   numeric(24, 2) NOT NULL,
    PRIMARY KEY (measure, month_from, month_to, class_from, class_to),
    FOREIGN KEY (measure, month_from) REFERENCES value_month (measure, month) ON DELETE CASCADE,
    FOREIGN KEY (measure, month_to) REFERENCES value_month (measure, month) ON DELETE CASCADE,
    CHECK (month_from < month_to)
);
CREATE INDEX value_move_to ON value_move (measure, month_to);

-- reckoned anew within a minute, so that the new measures are there
UPDATE value_bound SET reckoned_at = 'epoch';
