-- What marketing wants to reach in a year, and with how much money. Amounts are in the company's currency.
CREATE SEQUENCE annual_plan_seq INCREMENT BY 50;
CREATE TABLE annual_plan (
    id                     bigint         NOT NULL PRIMARY KEY,
    name                   varchar(300)   NOT NULL,
    year                   int            NOT NULL CHECK (year BETWEEN 2000 AND 2200),
    goal                   varchar(2000),
    note                   text,
    expected_participants  int CHECK (expected_participants >= 0),
    expected_leads         int CHECK (expected_leads >= 0),
    expected_opportunities int CHECK (expected_opportunities >= 0),
    expected_revenue       numeric(19, 2) CHECK (expected_revenue >= 0),
    -- what its lines add up to
    budget                 numeric(19, 2) NOT NULL DEFAULT 0 CHECK (budget >= 0),
    owner_id               bigint         NOT NULL REFERENCES person (id),
    team_id                bigint REFERENCES team (id),
    search_pieces          text[] COLLATE "C" GENERATED ALWAYS AS (search_pieces(name)) STORED,
    created_at             timestamptz    NOT NULL,
    created_by             bigint REFERENCES person (id),
    updated_at             timestamptz    NOT NULL,
    version                int            NOT NULL DEFAULT 0
);
CREATE INDEX annual_plan_by_name ON annual_plan (name COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX annual_plan_by_year ON annual_plan (year, id) INCLUDE (owner_id, team_id);
CREATE INDEX annual_plan_by_budget ON annual_plan (budget, id) INCLUDE (owner_id, team_id);
CREATE INDEX annual_plan_by_expected_revenue ON annual_plan (expected_revenue, id) INCLUDE (owner_id, team_id);
CREATE INDEX annual_plan_by_change ON annual_plan (updated_at, id) INCLUDE (owner_id, team_id);
CREATE INDEX annual_plan_owner ON annual_plan (owner_id, id);
CREATE INDEX annual_plan_team ON annual_plan (team_id, id);
CREATE INDEX annual_plan_author ON annual_plan (created_by) WHERE created_by IS NOT NULL;
CREATE INDEX annual_plan_search ON annual_plan USING gin (search_pieces);

CREATE TABLE annual_plan_aud (
    id                     bigint NOT NULL,
    rev                    bigint NOT NULL REFERENCES revision (id),
    revtype                smallint,
    name                   varchar(300),
    year                   int,
    goal                   varchar(2000),
    note                   text,
    expected_participants  int,
    expected_leads         int,
    expected_opportunities int,
    expected_revenue       numeric(19, 2),
    budget                 numeric(19, 2),
    owner_id               bigint,
    version                int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX annual_plan_aud_rev ON annual_plan_aud (rev, id);

-- For which quarter, and, where it is said, for which region and method the money is meant, and what it is to bring.
CREATE TABLE annual_plan_line (
    plan_id     bigint         NOT NULL REFERENCES annual_plan (id) ON DELETE CASCADE,
    position    int            NOT NULL,
    quarter     int            NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    region      varchar(100),
    method_id   bigint,
    method_kind varchar(20)    NOT NULL GENERATED ALWAYS AS ('METHOD') STORED,
    amount      numeric(19, 2) NOT NULL CHECK (amount >= 0),
    revenue     numeric(19, 2) CHECK (revenue >= 0),
    PRIMARY KEY (plan_id, position),
    CONSTRAINT annual_plan_line_method FOREIGN KEY (method_id, method_kind) REFERENCES marketing_term (id, kind)
);
CREATE INDEX annual_plan_line_method ON annual_plan_line (method_id) WHERE method_id IS NOT NULL;

ALTER TABLE campaign ADD COLUMN plan_id bigint REFERENCES annual_plan (id);
CREATE INDEX campaign_by_plan ON campaign (plan_id, id) INCLUDE (owner_id, team_id);
ALTER TABLE campaign_aud ADD COLUMN plan_id bigint;

INSERT INTO role_permission (role_id, permission)
SELECT r.id, e.given
FROM role r
JOIN (VALUES ('marketing_manager', 'marketing.plan.view'), ('marketing_manager', 'marketing.plan.edit'),
             ('sales_manager', 'marketing.plan.view')) AS e (role, given)
    ON e.role = r.built_in
ON CONFLICT DO NOTHING;
