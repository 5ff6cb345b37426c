-- People who may become customers, from the first sign of interest until it is known what becomes of them.
CREATE SEQUENCE lead_seq INCREMENT BY 50;

CREATE TABLE lead (
    id               bigint      NOT NULL PRIMARY KEY,
    full_name        varchar(200),
    company          varchar(300),
    job_title        varchar(200),
    email            varchar(320),
    phone            varchar(50),
    country          varchar(100),
    region           varchar(100),
    city             varchar(100),
    industry         varchar(100),
    source           varchar(200),
    -- the record's key in the system it came from; what a second import of the same file finds it by
    reference        varchar(100),
    -- what files and forms say beside that: question -> answer
    answers          jsonb,
    no_email         boolean     NOT NULL DEFAULT false,
    no_call          boolean     NOT NULL DEFAULT false,
    note             text,
    state            varchar(20) NOT NULL DEFAULT 'NEW' CHECK (state IN ('NEW', 'WORKING', 'QUALIFIED', 'DISQUALIFIED')),
    -- why it was disqualified
    reason           varchar(500),
    -- when it was qualified or disqualified
    decided_at       timestamptz,
    -- who it is since it was qualified
    customer_id      bigint REFERENCES customer (id) ON DELETE SET NULL,
    contact_id       bigint REFERENCES contact (id) ON DELETE SET NULL,
    owner_id         bigint REFERENCES person (id),
    team_id          bigint REFERENCES team (id),
    last_activity_at timestamptz,
    created_at       timestamptz NOT NULL,
    created_by       bigint REFERENCES person (id),
    updated_at       timestamptz NOT NULL,
    version          int         NOT NULL DEFAULT 0,
    -- what lists, searches and pickers call it
    name             varchar(320) GENERATED ALWAYS AS (coalesce(full_name, company, email, phone, reference)) STORED,
    search_pieces    text[] COLLATE "C" GENERATED ALWAYS AS (search_pieces(
            coalesce(full_name, '') || ' ' || coalesce(company, '') || ' ' || coalesce(email, '') || ' '
                || coalesce(reference, '') || ' ' || search_digits(phone))) STORED,
    CONSTRAINT lead_is_somebody CHECK (coalesce(full_name, company, email, phone, reference) IS NOT NULL)
);
CREATE UNIQUE INDEX lead_reference ON lead (reference) WHERE reference IS NOT NULL;
CREATE INDEX lead_customer ON lead (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX lead_contact ON lead (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX lead_search ON lead USING gin (search_pieces);
-- the same number however it is written, with or without the code of the country
CREATE INDEX lead_phone_digits ON lead ((right(search_digits(phone), 10))) WHERE phone IS NOT NULL;

-- One for each order and filter of the list; owner and team lie inside for those who see a part of the whole.
CREATE INDEX lead_by_name ON lead (name COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX lead_name_beginning ON lead ((lower(name) COLLATE "C"), id) INCLUDE (name, owner_id, team_id);
-- imports find leads by it, and forms those with the same name
CREATE INDEX lead_full_name_beginning ON lead ((lower(full_name) COLLATE "C"), id);
CREATE INDEX lead_by_company ON lead (company COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX lead_company_beginning ON lead ((lower(company) COLLATE "C"), id) INCLUDE (company, owner_id, team_id);
CREATE INDEX lead_job_title_beginning ON lead ((lower(job_title) COLLATE "C")) INCLUDE (job_title, owner_id, team_id);
CREATE INDEX lead_by_job_title ON lead (job_title COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX lead_email_beginning ON lead ((lower(email) COLLATE "C"), id) INCLUDE (email, owner_id, team_id);
CREATE INDEX lead_phone_beginning ON lead ((lower(phone) COLLATE "C")) INCLUDE (phone, owner_id, team_id);
CREATE INDEX lead_reference_beginning ON lead ((lower(reference) COLLATE "C")) INCLUDE (reference, owner_id, team_id);
CREATE INDEX lead_by_source ON lead (source COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX lead_by_industry ON lead (industry COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX lead_by_country ON lead (country COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX lead_by_region ON lead (region COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX lead_by_city ON lead (city COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX lead_by_state ON lead (state, created_at, id) INCLUDE (owner_id, team_id, updated_at);
CREATE INDEX lead_by_owner ON lead (owner_id, created_at, id) INCLUDE (team_id, state, updated_at);
CREATE INDEX lead_by_team ON lead (team_id, created_at, id) INCLUDE (owner_id, state, updated_at);
CREATE INDEX lead_by_last_activity ON lead (last_activity_at, id) INCLUDE (owner_id, team_id);
CREATE INDEX lead_by_decision ON lead (decided_at, id) INCLUDE (owner_id, team_id);
CREATE INDEX lead_by_creation ON lead (created_at, id) INCLUDE (owner_id, team_id, updated_at, state);
CREATE INDEX lead_by_change ON lead (updated_at, id) INCLUDE (owner_id, team_id, created_at, state);
CREATE INDEX lead_without_email ON lead (no_email, id) INCLUDE (owner_id, team_id);
CREATE INDEX lead_without_call ON lead (no_call, id) INCLUDE (owner_id, team_id);

-- Envers; see customer_aud. What came as answers stays as it came and has no history.
CREATE TABLE lead_aud (
    id          bigint NOT NULL,
    rev         bigint NOT NULL REFERENCES revision (id),
    revtype     smallint,
    full_name   varchar(200),
    company     varchar(300),
    job_title   varchar(200),
    email       varchar(320),
    phone       varchar(50),
    country     varchar(100),
    region      varchar(100),
    city        varchar(100),
    industry    varchar(100),
    source      varchar(200),
    reference   varchar(100),
    no_email    boolean,
    no_call     boolean,
    note        text,
    state       varchar(20),
    reason      varchar(500),
    customer_id bigint,
    contact_id  bigint,
    owner_id    bigint,
    version     int,
    name        varchar(320) GENERATED ALWAYS AS (coalesce(full_name, company, email, phone, reference)) STORED,
    PRIMARY KEY (id, rev)
);
CREATE INDEX lead_aud_rev ON lead_aud (rev, id);

-- Roles that come along, as a new company has them. Whoever made other roles decides on them.
INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'marketing.lead.' || verb
FROM role r
JOIN (VALUES ('sales_manager', '{view,create,edit,qualify,delete,export,transfer}'),
             ('sales_representative', '{view,create,edit,qualify}'),
             ('marketing_manager', '{view,create,edit,qualify,delete,export,transfer}')) AS e (built_in, verbs)
    ON e.built_in = r.built_in
CROSS JOIN unnest(e.verbs::text[]) AS verb
ON CONFLICT DO NOTHING;
INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'exchange.import.run' FROM role r WHERE r.built_in = 'marketing_manager'
ON CONFLICT DO NOTHING;
INSERT INTO role_access (role_id, record_type, level)
SELECT r.id, 'lead', e.level
FROM role r
JOIN (VALUES ('sales_manager', 'TEAM_AND_BELOW'), ('sales_representative', 'OWN'), ('marketing_manager', 'ALL')) AS e (built_in, level)
    ON e.built_in = r.built_in
ON CONFLICT DO NOTHING;
