-- Envers: what opportunities, and the settings they live by, were like after each revision that touched them.
CREATE TABLE opportunity_aud (
    id                  bigint   NOT NULL,
    rev                 bigint   NOT NULL REFERENCES revision (id),
    revtype             smallint,
    name                varchar(300),
    reference           varchar(100),
    customer_id         bigint,
    contact_id          bigint,
    product_id          bigint,
    pipeline_id         bigint,
    stage_id            bigint,
    state               varchar(20),
    amount              numeric(19, 2),
    currency            varchar(3),
    probability         numeric(5, 2),
    expected_close_date date,
    opened_on           date,
    closed_on           date,
    lost_reason_id      bigint,
    closing_note        text,
    description         text,
    next_step           varchar(300),
    owner_id            bigint,
    PRIMARY KEY (id, rev)
);
CREATE INDEX opportunity_aud_rev ON opportunity_aud (rev, id);

CREATE TABLE product_aud (
    id         bigint   NOT NULL,
    rev        bigint   NOT NULL REFERENCES revision (id),
    revtype    smallint,
    name       varchar(200),
    reference  varchar(100),
    series     varchar(100),
    list_price numeric(19, 2),
    currency   varchar(3),
    active     boolean,
    PRIMARY KEY (id, rev)
);
CREATE INDEX product_aud_rev ON product_aud (rev, id);

CREATE TABLE pipeline_aud (
    id       bigint   NOT NULL,
    rev      bigint   NOT NULL REFERENCES revision (id),
    revtype  smallint,
    name     varchar(100),
    team_id  bigint,
    position int,
    active   boolean,
    PRIMARY KEY (id, rev)
);
CREATE INDEX pipeline_aud_rev ON pipeline_aud (rev, id);

CREATE TABLE stage_aud (
    id            bigint   NOT NULL,
    rev           bigint   NOT NULL REFERENCES revision (id),
    revtype       smallint,
    pipeline_id   bigint,
    name          varchar(100),
    position      int,
    kind          varchar(10),
    probability   numeric(5, 2),
    expected_days int,
    conversion    numeric(5, 2),
    basis         varchar(10),
    PRIMARY KEY (id, rev)
);
CREATE INDEX stage_aud_rev ON stage_aud (rev, id);

CREATE TABLE lost_reason_aud (
    id       bigint   NOT NULL,
    rev      bigint   NOT NULL REFERENCES revision (id),
    revtype  smallint,
    name     varchar(100),
    position int,
    active   boolean,
    PRIMARY KEY (id, rev)
);
CREATE INDEX lost_reason_aud_rev ON lost_reason_aud (rev, id);
