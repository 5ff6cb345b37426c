-- Envers: what customers and contacts were like after each revision that touched them. Keys begin with the id: the history
-- of one record is read by it; the other index finds what a revision touched.
CREATE TABLE customer_aud (
    id             bigint   NOT NULL,
    rev            bigint   NOT NULL REFERENCES revision (id),
    revtype        smallint,
    name           varchar(300),
    reference      varchar(100),
    parent_id      bigint,
    industry       varchar(100),
    country        varchar(100),
    region         varchar(100),
    city           varchar(100),
    address        varchar(500),
    phone          varchar(50),
    website        varchar(300),
    email          varchar(320),
    employees      int,
    annual_revenue numeric(19, 2),
    currency       varchar(3),
    founded_year   int,
    note           text,
    owner_id       bigint,
    PRIMARY KEY (id, rev)
);
CREATE INDEX customer_aud_rev ON customer_aud (rev, id);

CREATE TABLE contact_aud (
    id          bigint   NOT NULL,
    rev         bigint   NOT NULL REFERENCES revision (id),
    revtype     smallint,
    name        varchar(200),
    reference   varchar(100),
    customer_id bigint,
    job_title   varchar(200),
    email       varchar(320),
    phone       varchar(50),
    mobile      varchar(50),
    birthday    date,
    note        text,
    owner_id    bigint,
    PRIMARY KEY (id, rev)
);
CREATE INDEX contact_aud_rev ON contact_aud (rev, id);
