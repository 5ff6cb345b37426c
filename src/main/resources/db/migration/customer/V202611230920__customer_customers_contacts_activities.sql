CREATE SEQUENCE customer_seq INCREMENT BY 50;
CREATE SEQUENCE contact_seq INCREMENT BY 50;
CREATE SEQUENCE activity_seq INCREMENT BY 50;

CREATE TABLE customer (
    id               bigint       NOT NULL PRIMARY KEY,
    name             varchar(300) NOT NULL,
    -- the record's key in the system it came from; what a second import of the same file finds it by
    reference        varchar(100),
    parent_id        bigint REFERENCES customer (id),
    industry         varchar(100),
    country          varchar(100),
    region           varchar(100),
    city             varchar(100),
    address          varchar(500),
    phone            varchar(50),
    website          varchar(300),
    email            varchar(320),
    employees        int CHECK (employees >= 0),
    annual_revenue   numeric(19, 2),
    currency         varchar(3),
    founded_year     int CHECK (founded_year BETWEEN 1000 AND 9999),
    note             text,
    owner_id         bigint REFERENCES person (id),
    team_id          bigint REFERENCES team (id),
    last_activity_at timestamptz,
    created_at       timestamptz  NOT NULL,
    created_by       bigint REFERENCES person (id),
    updated_at       timestamptz  NOT NULL,
    version          int          NOT NULL DEFAULT 0,
    CONSTRAINT customer_not_its_own_parent CHECK (parent_id <> id),
    CONSTRAINT customer_revenue_has_currency CHECK (annual_revenue IS NULL OR currency IS NOT NULL)
);
CREATE UNIQUE INDEX customer_reference ON customer (reference) WHERE reference IS NOT NULL;
CREATE INDEX customer_parent ON customer (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE contact (
    id               bigint       NOT NULL PRIMARY KEY,
    name             varchar(200) NOT NULL,
    reference        varchar(100),
    customer_id      bigint REFERENCES customer (id),
    job_title        varchar(200),
    email            varchar(320),
    phone            varchar(50),
    mobile           varchar(50),
    birthday         date,
    note             text,
    owner_id         bigint REFERENCES person (id),
    team_id          bigint REFERENCES team (id),
    last_activity_at timestamptz,
    created_at       timestamptz  NOT NULL,
    created_by       bigint REFERENCES person (id),
    updated_at       timestamptz  NOT NULL,
    version          int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX contact_reference ON contact (reference) WHERE reference IS NOT NULL;
CREATE INDEX contact_customer ON contact (customer_id, id);

-- The timeline: calls, meetings, notes and tasks. about_type/about_id name the record an activity belongs to (the
-- record types are those of role_access); customer_id is filled in as well wherever the customer is known, so that a
-- customer's page shows everything in one index scan.
CREATE TABLE activity (
    id          bigint       NOT NULL PRIMARY KEY,
    kind        varchar(20)  NOT NULL CHECK (kind IN ('CALL', 'MEETING', 'NOTE', 'TASK')),
    about_type  varchar(50)  NOT NULL,
    about_id    bigint       NOT NULL,
    customer_id bigint REFERENCES customer (id) ON DELETE CASCADE,
    contact_id  bigint REFERENCES contact (id) ON DELETE SET NULL,
    subject     varchar(300) NOT NULL,
    body        text,
    -- when it happened (call, meeting, note) or is due (task)
    at          timestamptz  NOT NULL,
    minutes     int CHECK (minutes BETWEEN 0 AND 10080),
    done_at     timestamptz,
    owner_id    bigint       NOT NULL REFERENCES person (id),
    created_at  timestamptz  NOT NULL,
    created_by  bigint REFERENCES person (id),
    updated_at  timestamptz  NOT NULL,
    version     int          NOT NULL DEFAULT 0
);
CREATE INDEX activity_about ON activity (about_type, about_id, at DESC, id DESC);
CREATE INDEX activity_customer ON activity (customer_id, at DESC, id DESC);
CREATE INDEX activity_open_tasks ON activity (owner_id, at, id) WHERE kind = 'TASK' AND done_at IS NULL;
