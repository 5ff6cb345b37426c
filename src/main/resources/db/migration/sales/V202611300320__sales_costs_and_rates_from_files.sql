-- Imports write records that have an id, and take back only what nobody has changed since.
CREATE SEQUENCE product_cost_seq INCREMENT BY 50;
ALTER TABLE product_cost
    ADD COLUMN id         bigint      NOT NULL DEFAULT nextval('product_cost_seq'),
    ADD COLUMN version    int         NOT NULL DEFAULT 0,
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
CREATE UNIQUE INDEX product_cost_id ON product_cost (id);

CREATE SEQUENCE currency_rate_seq INCREMENT BY 50;
ALTER TABLE currency_rate
    ADD COLUMN id         bigint      NOT NULL DEFAULT nextval('currency_rate_seq'),
    ADD COLUMN version    int         NOT NULL DEFAULT 0,
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
CREATE UNIQUE INDEX currency_rate_id ON currency_rate (id);
