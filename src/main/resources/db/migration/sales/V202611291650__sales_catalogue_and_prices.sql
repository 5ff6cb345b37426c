-- What is sold: where it stands in the catalogue, what it is counted in and how it is taxed, what it costs and for whom at what price.
CREATE SEQUENCE product_category_seq INCREMENT BY 50;
CREATE TABLE product_category (
    id         bigint       NOT NULL PRIMARY KEY,
    name       varchar(100) NOT NULL,
    parent_id  bigint REFERENCES product_category (id),
    active     boolean      NOT NULL DEFAULT true,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0,
    CHECK (parent_id <> id)
);
CREATE UNIQUE INDEX product_category_name ON product_category (coalesce(parent_id, 0), lower(name));
CREATE INDEX product_category_parent ON product_category (parent_id) WHERE parent_id IS NOT NULL;
CREATE TABLE product_category_aud (
    id        bigint NOT NULL,
    rev       bigint NOT NULL REFERENCES revision (id),
    revtype   smallint,
    name      varchar(100),
    parent_id bigint,
    active    boolean,
    version int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX product_category_aud_rev ON product_category_aud (rev, id);

CREATE SEQUENCE product_unit_seq INCREMENT BY 50;
CREATE TABLE product_unit (
    id         bigint       NOT NULL PRIMARY KEY,
    name       varchar(60)  NOT NULL,
    -- on papers in Chinese, where it is called otherwise there
    name_zh    varchar(60),
    active     boolean      NOT NULL DEFAULT true,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX product_unit_name ON product_unit (lower(name));
CREATE TABLE product_unit_aud (
    id      bigint NOT NULL,
    rev     bigint NOT NULL REFERENCES revision (id),
    revtype smallint,
    name    varchar(60),
    name_zh varchar(60),
    active  boolean,
    version int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX product_unit_aud_rev ON product_unit_aud (rev, id);

CREATE SEQUENCE tax_rate_seq INCREMENT BY 50;
CREATE TABLE tax_rate (
    id         bigint        NOT NULL PRIMARY KEY,
    name       varchar(60)   NOT NULL,
    name_zh    varchar(60),
    percent    numeric(5, 2) NOT NULL CHECK (percent BETWEEN 0 AND 100),
    -- of products that say nothing else
    usual      boolean       NOT NULL DEFAULT false,
    active     boolean       NOT NULL DEFAULT true,
    created_at timestamptz   NOT NULL,
    updated_at timestamptz   NOT NULL,
    version    int           NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX tax_rate_name ON tax_rate (lower(name));
CREATE UNIQUE INDEX tax_rate_usual ON tax_rate (usual) WHERE usual;
CREATE TABLE tax_rate_aud (
    id      bigint NOT NULL,
    rev     bigint NOT NULL REFERENCES revision (id),
    revtype smallint,
    name    varchar(60),
    name_zh varchar(60),
    percent numeric(5, 2),
    usual   boolean,
    active  boolean,
    version int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX tax_rate_aud_rev ON tax_rate_aud (rev, id);

ALTER TABLE product
    ADD COLUMN kind           varchar(10) NOT NULL DEFAULT 'GOODS' CHECK (kind IN ('GOODS', 'SERVICE', 'BUNDLE')),
    ADD COLUMN product_category_id bigint REFERENCES product_category (id),
    ADD COLUMN unit_id        bigint REFERENCES product_unit (id),
    ADD COLUMN tax_rate_id    bigint REFERENCES tax_rate (id),
    ADD COLUMN name_zh        varchar(200),
    ADD COLUMN description    varchar(2000),
    ADD COLUMN description_zh varchar(2000),
    ADD COLUMN search_pieces  text[] COLLATE "C" GENERATED ALWAYS AS
        (search_pieces(name || ' ' || coalesce(reference, '') || ' ' || coalesce(name_zh, ''))) STORED;
ALTER TABLE product_aud
    ADD COLUMN kind           varchar(10),
    ADD COLUMN product_category_id bigint,
    ADD COLUMN unit_id        bigint,
    ADD COLUMN tax_rate_id    bigint,
    ADD COLUMN name_zh        varchar(200),
    ADD COLUMN description    varchar(2000),
    ADD COLUMN description_zh varchar(2000);
CREATE INDEX product_search ON product USING gin (search_pieces);
CREATE INDEX product_words ON product (name COLLATE trivium_words, id);
CREATE INDEX product_series ON product (series COLLATE trivium_words, id);
CREATE INDEX product_references ON product (reference COLLATE trivium_words, id);
CREATE INDEX product_list_price ON product (list_price, id);
CREATE INDEX product_updated ON product (updated_at, id);
CREATE INDEX product_category_of ON product (product_category_id, id);
CREATE INDEX product_unit_of ON product (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX product_tax_of ON product (tax_rate_id) WHERE tax_rate_id IS NOT NULL;
CREATE INDEX product_kind ON product (kind, id);
CREATE INDEX product_active ON product (active, id);

-- What is in a bundle, for one of it.
CREATE TABLE bundle_part (
    bundle_id  bigint         NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    position   int            NOT NULL,
    product_id bigint         NOT NULL REFERENCES product (id),
    quantity   numeric(15, 3) NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (bundle_id, position),
    UNIQUE (bundle_id, product_id),
    CHECK (bundle_id <> product_id)
);
CREATE INDEX bundle_part_product ON bundle_part (product_id);

-- What one of a product costs, from a day on.
CREATE TABLE product_cost (
    product_id bigint         NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    valid_from date           NOT NULL,
    cost       numeric(19, 4) NOT NULL CHECK (cost >= 0),
    currency   varchar(3)     NOT NULL,
    PRIMARY KEY (product_id, valid_from)
);

CREATE SEQUENCE price_list_seq INCREMENT BY 50;
CREATE TABLE price_list (
    id         bigint       NOT NULL PRIMARY KEY,
    name       varchar(100) NOT NULL,
    currency   varchar(3)   NOT NULL,
    -- the customers that it is for; empty for any
    region     varchar(100),
    level      varchar(50),
    valid_from date         NOT NULL,
    valid_to   date,
    -- of several that fit, the first that has a price is taken
    position   int          NOT NULL,
    -- whether the prices have the tax in them
    gross      boolean      NOT NULL DEFAULT false,
    note       varchar(500),
    active     boolean      NOT NULL DEFAULT true,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0,
    CHECK (valid_from <= valid_to)
);
CREATE UNIQUE INDEX price_list_name ON price_list (lower(name));
CREATE TABLE price_list_aud (
    id         bigint NOT NULL,
    rev        bigint NOT NULL REFERENCES revision (id),
    revtype    smallint,
    name       varchar(100),
    currency   varchar(3),
    region     varchar(100),
    level      varchar(50),
    valid_from date,
    valid_to   date,
    position   int,
    gross      boolean,
    note       varchar(500),
    active     boolean,
    version int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX price_list_aud_rev ON price_list_aud (rev, id);

-- What one costs for who takes at least so many.
CREATE SEQUENCE price_seq INCREMENT BY 50;
CREATE TABLE price (
    id            bigint         NOT NULL PRIMARY KEY,
    price_list_id bigint         NOT NULL REFERENCES price_list (id) ON DELETE CASCADE,
    product_id    bigint         NOT NULL REFERENCES product (id),
    -- of the product, as it was called when the price was set
    name          varchar(200)   NOT NULL,
    min_quantity  numeric(15, 3) NOT NULL DEFAULT 0 CHECK (min_quantity >= 0),
    amount        numeric(19, 4) NOT NULL CHECK (amount >= 0),
    created_at    timestamptz    NOT NULL,
    updated_at    timestamptz    NOT NULL,
    version       int            NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX price_once ON price (product_id, price_list_id, min_quantity);
CREATE INDEX price_of_list ON price (price_list_id, product_id);
CREATE INDEX price_updated ON price (updated_at, id);
CREATE INDEX price_list_updated ON price (price_list_id, updated_at, id);
CREATE INDEX price_amount ON price (amount, id);
CREATE INDEX price_list_amount ON price (price_list_id, amount, id);
CREATE TABLE price_aud (
    id            bigint NOT NULL,
    rev           bigint NOT NULL REFERENCES revision (id),
    revtype       smallint,
    price_list_id bigint,
    product_id    bigint,
    name          varchar(200),
    min_quantity  numeric(15, 3),
    amount        numeric(19, 4),
    version int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX price_aud_rev ON price_aud (rev, id);

-- Whoever sets many at once need not know what the products are called.
CREATE FUNCTION price_is_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.name IS NULL THEN
        SELECT p.name INTO NEW.name FROM product p WHERE p.id = NEW.product_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER price_is_named BEFORE INSERT ON price FOR EACH ROW EXECUTE FUNCTION price_is_named();

-- Roles as they are: who keeps products sees and keeps what they cost.
INSERT INTO role_permission (role_id, permission)
SELECT g.role_id, e.given
FROM role_permission g
JOIN (VALUES ('sales.product.manage', 'sales.cost.view'),
             ('sales.product.manage', 'sales.cost.manage')) AS e (held, given) ON e.held = g.permission
ON CONFLICT DO NOTHING;
