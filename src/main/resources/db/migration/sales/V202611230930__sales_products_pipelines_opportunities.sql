CREATE SEQUENCE product_seq INCREMENT BY 50;
CREATE SEQUENCE pipeline_seq INCREMENT BY 50;
CREATE SEQUENCE stage_seq INCREMENT BY 50;
CREATE SEQUENCE lost_reason_seq INCREMENT BY 50;
CREATE SEQUENCE opportunity_seq INCREMENT BY 50;
CREATE SEQUENCE stage_change_seq INCREMENT BY 50;

CREATE TABLE product (
    id         bigint       NOT NULL PRIMARY KEY,
    name       varchar(200) NOT NULL,
    reference  varchar(100),
    series     varchar(100),
    list_price numeric(19, 2) CHECK (list_price >= 0),
    currency   varchar(3),
    active     boolean      NOT NULL DEFAULT true,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0,
    CONSTRAINT product_price_has_currency CHECK (list_price IS NULL OR currency IS NOT NULL)
);
CREATE UNIQUE INDEX product_name ON product (lower(name));
CREATE UNIQUE INDEX product_reference ON product (reference) WHERE reference IS NOT NULL;

CREATE TABLE pipeline (
    id         bigint       NOT NULL PRIMARY KEY,
    name       varchar(100) NOT NULL,
    -- the team (and those below it) that works in it; everybody when empty
    team_id    bigint REFERENCES team (id),
    position   int          NOT NULL,
    active     boolean      NOT NULL DEFAULT true,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX pipeline_name ON pipeline (lower(name));

CREATE TABLE stage (
    id            bigint        NOT NULL PRIMARY KEY,
    pipeline_id   bigint        NOT NULL REFERENCES pipeline (id) ON DELETE CASCADE,
    name          varchar(100)  NOT NULL,
    position      int           NOT NULL,
    kind          varchar(10)   NOT NULL CHECK (kind IN ('OPEN', 'WON', 'LOST')),
    -- chance of winning in per cent, for weighted totals
    probability   numeric(5, 2) NOT NULL CHECK (probability BETWEEN 0 AND 100),
    -- planned length of stay, and the share in per cent that goes on to the next stage; used by the funnel
    -- forecast wherever the stage history is too short to measure them, or when a manager sets them by hand
    expected_days int           NOT NULL DEFAULT 30 CHECK (expected_days BETWEEN 0 AND 3650),
    conversion    numeric(5, 2) NOT NULL DEFAULT 50 CHECK (conversion BETWEEN 0 AND 100),
    -- MEASURED: from the stage history; SET: the two figures above
    basis         varchar(10)   NOT NULL DEFAULT 'MEASURED' CHECK (basis IN ('MEASURED', 'SET')),
    created_at    timestamptz   NOT NULL,
    updated_at    timestamptz   NOT NULL,
    version       int           NOT NULL DEFAULT 0,
    UNIQUE (id, pipeline_id)
);
CREATE UNIQUE INDEX stage_name ON stage (pipeline_id, lower(name));
CREATE INDEX stage_position ON stage (pipeline_id, position);

CREATE TABLE lost_reason (
    id         bigint       NOT NULL PRIMARY KEY,
    name       varchar(100) NOT NULL,
    position   int          NOT NULL,
    active     boolean      NOT NULL DEFAULT true,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX lost_reason_name ON lost_reason (lower(name));

CREATE TABLE opportunity (
    id                  bigint         NOT NULL PRIMARY KEY,
    name                varchar(300)   NOT NULL,
    reference           varchar(100),
    customer_id         bigint REFERENCES customer (id),
    contact_id          bigint REFERENCES contact (id),
    product_id          bigint REFERENCES product (id),
    pipeline_id         bigint         NOT NULL REFERENCES pipeline (id),
    stage_id            bigint         NOT NULL,
    state               varchar(20)    NOT NULL CHECK (state IN ('OPEN', 'WON', 'LOST')),
    -- null: not known yet
    amount              numeric(19, 2) CHECK (amount >= 0),
    currency            varchar(3)        NOT NULL,
    -- the amount in the company's currency, converted by the rate of its date (closing, else last change)
    base_amount         numeric(19, 2) NOT NULL DEFAULT 0,
    probability         numeric(5, 2)  NOT NULL CHECK (probability BETWEEN 0 AND 100),
    expected_close_date date,
    opened_on           date           NOT NULL,
    closed_on           date,
    stage_entered_at    timestamptz    NOT NULL,
    lost_reason_id      bigint REFERENCES lost_reason (id),
    closing_note        text,
    description         text,
    next_step           varchar(300),
    owner_id            bigint         NOT NULL REFERENCES person (id),
    team_id             bigint REFERENCES team (id),
    last_activity_at    timestamptz,
    created_at          timestamptz    NOT NULL,
    created_by          bigint REFERENCES person (id),
    updated_at          timestamptz    NOT NULL,
    version             int            NOT NULL DEFAULT 0,
    FOREIGN KEY (stage_id, pipeline_id) REFERENCES stage (id, pipeline_id),
    CONSTRAINT opportunity_closed_has_date CHECK ((state = 'OPEN') = (closed_on IS NULL))
);
CREATE UNIQUE INDEX opportunity_reference ON opportunity (reference) WHERE reference IS NOT NULL;
CREATE INDEX opportunity_customer ON opportunity (customer_id, id);
CREATE INDEX opportunity_contact ON opportunity (contact_id) WHERE contact_id IS NOT NULL;

-- Every stay in a stage that ended or began: from (null at the start), to, who, when, how long it had stayed.
CREATE TABLE stage_change (
    id             bigint      NOT NULL PRIMARY KEY,
    opportunity_id bigint      NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    pipeline_id    bigint      NOT NULL REFERENCES pipeline (id),
    from_stage_id  bigint REFERENCES stage (id),
    to_stage_id    bigint      NOT NULL REFERENCES stage (id),
    at             timestamptz NOT NULL,
    stayed_seconds bigint CHECK (stayed_seconds >= 0),
    by_person_id   bigint REFERENCES person (id),
    CONSTRAINT stage_change_stay CHECK ((from_stage_id IS NULL) = (stayed_seconds IS NULL))
);
CREATE INDEX stage_change_opportunity ON stage_change (opportunity_id, at, id);
