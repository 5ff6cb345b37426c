-- What stands on the papers of the company; one row, none before somebody says something.
CREATE TABLE letterhead (
    id         int         NOT NULL PRIMARY KEY CHECK (id = 1),
    name       varchar(200),
    address    varchar(1000),
    phone      varchar(50),
    email      varchar(320),
    website    varchar(300),
    tax_number varchar(100),
    bank       varchar(1000),
    footer     varchar(1000),
    logo       bytea,
    logo_type  varchar(50),
    updated_at timestamptz NOT NULL,
    updated_by bigint REFERENCES person (id),
    CONSTRAINT letterhead_logo CHECK ((logo IS NULL) = (logo_type IS NULL))
);
