-- The market as a map: what it is looked at by (axes), who offers what, and where each stands, kept over time with how one knows.
CREATE SEQUENCE market_axis_seq INCREMENT BY 50;
CREATE TABLE market_axis (
    id         bigint      NOT NULL PRIMARY KEY DEFAULT nextval('market_axis_seq'),
    name       varchar(60) NOT NULL,
    name_zh    varchar(60),
    kind       varchar(10) NOT NULL DEFAULT 'RATING' CHECK (kind IN ('NUMBER', 'RATING')),
    unit       varchar(40),
    -- at which end an offer is better off
    better     varchar(10) NOT NULL DEFAULT 'MORE' CHECK (better IN ('MORE', 'LESS', 'NEITHER')),
    active     boolean     NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX market_axis_name ON market_axis (lower(name));
CREATE TABLE market_axis_aud (
    id      bigint NOT NULL,
    rev     bigint NOT NULL REFERENCES revision (id),
    revtype smallint,
    name    varchar(60),
    name_zh varchar(60),
    kind    varchar(10),
    unit    varchar(40),
    better  varchar(10),
    active  boolean,
    version int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX market_axis_aud_rev ON market_axis_aud (rev, id);

CREATE SEQUENCE market_offer_seq INCREMENT BY 50;
CREATE TABLE market_offer (
    id            bigint       NOT NULL PRIMARY KEY DEFAULT nextval('market_offer_seq'),
    name          varchar(120) NOT NULL,
    -- null: the company's own
    competitor_id bigint REFERENCES competitor (id),
    active        boolean      NOT NULL DEFAULT true,
    created_at    timestamptz  NOT NULL,
    updated_at    timestamptz  NOT NULL,
    version       int          NOT NULL DEFAULT 0
);
CREATE INDEX market_offer_name ON market_offer (name, id);
CREATE INDEX market_offer_competitor ON market_offer (competitor_id) WHERE competitor_id IS NOT NULL;
CREATE TABLE market_offer_aud (
    id            bigint NOT NULL,
    rev           bigint NOT NULL REFERENCES revision (id),
    revtype       smallint,
    name          varchar(120),
    competitor_id bigint,
    active        boolean,
    version       int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX market_offer_aud_rev ON market_offer_aud (rev, id);

CREATE SEQUENCE market_placement_seq;
CREATE TABLE market_placement (
    id         bigint         NOT NULL PRIMARY KEY DEFAULT nextval('market_placement_seq'),
    offer_id   bigint         NOT NULL REFERENCES market_offer (id),
    axis_id    bigint         NOT NULL REFERENCES market_axis (id),
    value      numeric(16, 4) NOT NULL,
    placed_on  date           NOT NULL,
    evidence   varchar(2000)  NOT NULL,
    link       varchar(500),
    person_id  bigint         NOT NULL REFERENCES person (id),
    created_at timestamptz    NOT NULL
);
CREATE INDEX market_placement_axis ON market_placement (axis_id, offer_id, placed_on DESC, id DESC);
CREATE INDEX market_placement_offer ON market_placement (offer_id, placed_on DESC, id DESC);
CREATE INDEX market_placement_person ON market_placement (person_id);

INSERT INTO role_permission (role_id, permission)
SELECT r.id, e.given FROM role r
CROSS JOIN (VALUES ('sales.positioning.view'), ('sales.positioning.edit')) AS e (given)
WHERE r.built_in IN ('sales_manager', 'marketing_manager')
ON CONFLICT DO NOTHING;
INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'sales.positioning.view' FROM role r WHERE r.built_in = 'sales_representative'
ON CONFLICT DO NOTHING;
