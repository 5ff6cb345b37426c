CREATE SEQUENCE custom_field_seq INCREMENT 50;
CREATE TABLE custom_field (
    id             bigint PRIMARY KEY,
    noun           varchar(30) NOT NULL,
    key            varchar(40) NOT NULL CHECK (key ~ '^[a-z][a-zA-Z0-9]*$'),
    kind           varchar(20) NOT NULL,
    target         varchar(30) CHECK ((target IS NOT NULL) = (kind = 'RECORD')),
    name           varchar(100) NOT NULL,
    chinese        varchar(100),
    help           varchar(500),
    chinese_help   varchar(500),
    required       boolean NOT NULL DEFAULT false,
    initial        varchar(500),
    sensitive      boolean NOT NULL DEFAULT false,
    growing        boolean NOT NULL DEFAULT false,
    active         boolean NOT NULL DEFAULT true,
    ready          boolean NOT NULL DEFAULT false,
    position       int NOT NULL DEFAULT 0,
    version        int NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now(),
    UNIQUE (noun, key)
);
CREATE SEQUENCE custom_choice_seq INCREMENT 50;
CREATE TABLE custom_choice (
    id             bigint PRIMARY KEY,
    field_id       bigint NOT NULL REFERENCES custom_field,
    key            varchar(40) NOT NULL CHECK (key ~ '^[a-z0-9][a-z0-9-]*$'),
    name           varchar(200) NOT NULL,
    chinese        varchar(200),
    active         boolean NOT NULL DEFAULT true,
    position       int NOT NULL DEFAULT 0,
    version        int NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now(),
    UNIQUE (field_id, key)
);

CREATE TABLE custom_field_aud (
    id             bigint NOT NULL,
    rev            bigint NOT NULL REFERENCES revision,
    revtype        smallint NOT NULL,
    noun           varchar(30),
    key            varchar(40),
    kind           varchar(20),
    target         varchar(30),
    name           varchar(100),
    chinese        varchar(100),
    help           varchar(500),
    chinese_help   varchar(500),
    required       boolean,
    initial        varchar(500),
    sensitive      boolean,
    growing        boolean,
    active         boolean,
    position       int,
    version        int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX custom_field_aud_rev ON custom_field_aud (rev, id);
CREATE TABLE custom_choice_aud (
    id             bigint NOT NULL,
    rev            bigint NOT NULL REFERENCES revision,
    revtype        smallint NOT NULL,
    field_id       bigint,
    key            varchar(40),
    name           varchar(200),
    chinese        varchar(200),
    active         boolean,
    position       int,
    version        int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX custom_choice_aud_rev ON custom_choice_aud (rev, id);

-- A day kept as text, as an index can hold it: a cast depends on settings of the session.
CREATE FUNCTION iso_day(day text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT make_date(substr(day, 1, 4)::int, substr(day, 6, 2)::int, substr(day, 9, 2)::int) $$;

-- The values by the keys of the fields. No table is written anew for the column: a default that is the same for all rows costs nothing.
ALTER TABLE customer ADD COLUMN custom jsonb NOT NULL DEFAULT '{}';
ALTER TABLE customer_aud ADD COLUMN custom jsonb;
