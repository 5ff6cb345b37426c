-- Keys by which forms on websites send leads, and what of it is thought to be spam.
CREATE SEQUENCE capture_key_seq INCREMENT BY 50;

CREATE TABLE capture_key (
    id          bigint       NOT NULL PRIMARY KEY,
    name        varchar(100) NOT NULL,
    -- stands in the form, for all to see
    token       varchar(40)  NOT NULL UNIQUE,
    -- signs tickets and hides addresses of the net; never leaves the server
    secret      varchar(64)  NOT NULL,
    source      varchar(200),
    -- whose pages may send from a script
    site        varchar(300),
    owner_id    bigint REFERENCES person (id),
    min_seconds int          NOT NULL CHECK (min_seconds BETWEEN 0 AND 60),
    per_address int          NOT NULL CHECK (per_address > 0),
    per_hour    int          NOT NULL CHECK (per_hour > 0),
    active      boolean      NOT NULL DEFAULT true,
    created_at  timestamptz  NOT NULL,
    updated_at  timestamptz  NOT NULL,
    version     int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX capture_key_name ON capture_key (lower(name));
CREATE INDEX capture_key_owner ON capture_key (owner_id) WHERE owner_id IS NOT NULL;

CREATE TABLE capture_key_aud (
    id          bigint NOT NULL,
    rev         bigint NOT NULL REFERENCES revision (id),
    revtype     smallint,
    name        varchar(100),
    source      varchar(200),
    site        varchar(300),
    owner_id    bigint,
    min_seconds int,
    per_address int,
    per_hour    int,
    active      boolean,
    version     int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX capture_key_aud_rev ON capture_key_aud (rev, id);

-- how often forms were sent in an hour; the address of the net as a hash, empty for all of them
CREATE TABLE capture_hit (
    key_id  bigint      NOT NULL REFERENCES capture_key (id) ON DELETE CASCADE,
    address varchar(64) NOT NULL,
    hour    timestamptz NOT NULL,
    hits    int         NOT NULL,
    PRIMARY KEY (key_id, address, hour)
);
CREATE INDEX capture_hit_hour ON capture_hit (hour);

-- kept apart for thirty days: it can be taken in or thrown away
CREATE TABLE capture_suspect (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key_id    bigint      NOT NULL REFERENCES capture_key (id) ON DELETE CASCADE,
    at        timestamptz NOT NULL,
    suspicion varchar(20) NOT NULL,
    sent      jsonb       NOT NULL
);
CREATE INDEX capture_suspect_key ON capture_suspect (key_id);
CREATE INDEX capture_suspect_at ON capture_suspect (at);

INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'marketing.capture.sift' FROM role r WHERE r.built_in = 'marketing_manager'
ON CONFLICT DO NOTHING;
