-- What quotes begin with: texts, days and discount, and lines that are kept as those of quotes.
CREATE SEQUENCE quote_template_seq INCREMENT BY 50;
CREATE TABLE quote_template (
    id             bigint         NOT NULL PRIMARY KEY,
    name           varchar(200)   NOT NULL,
    language       varchar(10)    NOT NULL CHECK (language IN ('en', 'zh-CN')),
    valid_days     int            NOT NULL CHECK (valid_days > 0),
    -- of its prices; null while it has none
    currency       varchar(3),
    gross          boolean        NOT NULL DEFAULT false,
    discount_kind  varchar(10)    NOT NULL DEFAULT 'PERCENT' CHECK (discount_kind IN ('PERCENT', 'SUM')),
    discount_value numeric(19, 4) NOT NULL DEFAULT 0 CHECK (discount_value >= 0),
    introduction   text,
    terms          text,
    active         boolean        NOT NULL DEFAULT true,
    created_at     timestamptz    NOT NULL,
    updated_at     timestamptz    NOT NULL,
    version        int            NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX quote_template_name ON quote_template (lower(name));

CREATE TABLE quote_template_aud (
    id             bigint NOT NULL,
    rev            bigint NOT NULL REFERENCES revision (id),
    revtype        smallint,
    name           varchar(200),
    language       varchar(10),
    valid_days     int,
    currency       varchar(3),
    gross          boolean,
    discount_kind  varchar(10),
    discount_value numeric(19, 4),
    introduction   text,
    terms          text,
    active         boolean,
    version        int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX quote_template_aud_rev ON quote_template_aud (rev, id);

CREATE TABLE quote_template_line (
    quote_template_id bigint       NOT NULL REFERENCES quote_template (id) ON DELETE CASCADE,
    position          int          NOT NULL,
    kind              varchar(10)  NOT NULL CHECK (kind IN ('ITEM', 'SECTION', 'TEXT')),
    product_id        bigint REFERENCES product (id),
    words             varchar(500) NOT NULL,
    detail            varchar(2000),
    quantity          numeric(15, 3) CHECK (quantity >= 0),
    unit              varchar(60),
    list_price        numeric(19, 4),
    source            varchar(200),
    price             numeric(19, 4) CHECK (price >= 0),
    discount          numeric(5, 2)  NOT NULL DEFAULT 0 CHECK (discount BETWEEN 0 AND 100),
    tax               numeric(5, 2)  NOT NULL DEFAULT 0 CHECK (tax BETWEEN 0 AND 100),
    optional          boolean        NOT NULL DEFAULT false,
    chosen            boolean        NOT NULL DEFAULT false,
    cost              numeric(19, 4),
    net               numeric(19, 4) NOT NULL DEFAULT 0,
    PRIMARY KEY (quote_template_id, position)
);
CREATE INDEX quote_template_line_product ON quote_template_line (product_id) WHERE product_id IS NOT NULL;

INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'sales.template.manage' FROM role r WHERE r.built_in = 'sales_manager'
ON CONFLICT DO NOTHING;
