CREATE SEQUENCE team_seq INCREMENT BY 50;
CREATE SEQUENCE person_seq INCREMENT BY 50;
CREATE SEQUENCE role_seq INCREMENT BY 50;

CREATE TABLE team (
    id         bigint       NOT NULL PRIMARY KEY,
    name       varchar(200) NOT NULL,
    parent_id  bigint REFERENCES team (id),
    manager_id bigint,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0,
    CONSTRAINT team_not_its_own_parent CHECK (parent_id <> id)
);
CREATE UNIQUE INDEX team_name ON team (coalesce(parent_id, 0), lower(name));
CREATE INDEX team_parent ON team (parent_id);

-- A person without a password hash can't sign in yet; an inactive one never can.
CREATE TABLE person (
    id            bigint       NOT NULL PRIMARY KEY,
    name          varchar(200) NOT NULL,
    sign_in_name  varchar(200) NOT NULL,
    email         varchar(320),
    password_hash varchar(200),
    team_id       bigint REFERENCES team (id),
    locale        varchar(20)  NOT NULL DEFAULT 'en',
    time_zone     varchar(60)  NOT NULL DEFAULT 'UTC',
    theme         varchar(10)  NOT NULL DEFAULT 'auto' CHECK (theme IN ('auto', 'light', 'dark')),
    active        boolean      NOT NULL DEFAULT true,
    must_change_password boolean NOT NULL DEFAULT false,
    created_at    timestamptz  NOT NULL,
    updated_at    timestamptz  NOT NULL,
    version       int          NOT NULL DEFAULT 0,
    CONSTRAINT person_sign_in_name_is_lower_case CHECK (sign_in_name = lower(sign_in_name))
);
CREATE UNIQUE INDEX person_sign_in_name ON person (sign_in_name);
CREATE UNIQUE INDEX person_email ON person (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX person_team ON person (team_id);
CREATE INDEX person_name ON person (lower(name) text_pattern_ops);
ALTER TABLE team ADD CONSTRAINT team_manager FOREIGN KEY (manager_id) REFERENCES person (id);
CREATE INDEX team_manager_id ON team (manager_id);

CREATE TABLE role (
    id         bigint       NOT NULL PRIMARY KEY,
    name       varchar(100) NOT NULL,
    -- set for the roles that Trivium brings along; their names follow the user's language until renamed
    built_in   varchar(50) UNIQUE,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX role_name ON role (lower(name));

CREATE TABLE role_permission (
    role_id    bigint       NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    permission varchar(100) NOT NULL,
    PRIMARY KEY (role_id, permission)
);

-- Which rows of a kind of record (customer, opportunity, ...) a role sees.
CREATE TABLE role_access (
    role_id     bigint      NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    record_type varchar(50) NOT NULL,
    level       varchar(20) NOT NULL CHECK (level IN ('NONE', 'OWN', 'TEAM', 'TEAM_AND_BELOW', 'ALL')),
    PRIMARY KEY (role_id, record_type)
);

CREATE TABLE person_role (
    person_id bigint NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    role_id   bigint NOT NULL REFERENCES role (id),
    PRIMARY KEY (person_id, role_id)
);
CREATE INDEX person_role_role ON person_role (role_id);
