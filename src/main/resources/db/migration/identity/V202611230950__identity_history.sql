-- Envers: what people, teams and roles were like after each revision that touched them. Keys begin with the id: the
-- history of one record is read by it.
CREATE TABLE person_aud (
    id           bigint   NOT NULL,
    rev          bigint   NOT NULL REFERENCES revision (id),
    revtype      smallint,
    name         varchar(200),
    sign_in_name varchar(200),
    email        varchar(320),
    team_id      bigint,
    active       boolean,
    PRIMARY KEY (id, rev)
);
CREATE INDEX person_aud_rev ON person_aud (rev);

CREATE TABLE person_role_aud (
    rev       bigint NOT NULL REFERENCES revision (id),
    person_id bigint NOT NULL,
    role_id   bigint NOT NULL,
    revtype   smallint,
    PRIMARY KEY (rev, person_id, role_id)
);

CREATE TABLE team_aud (
    id         bigint   NOT NULL,
    rev        bigint   NOT NULL REFERENCES revision (id),
    revtype    smallint,
    name       varchar(200),
    parent_id  bigint,
    manager_id bigint,
    PRIMARY KEY (id, rev)
);
CREATE INDEX team_aud_rev ON team_aud (rev);

CREATE TABLE role_aud (
    id      bigint   NOT NULL,
    rev     bigint   NOT NULL REFERENCES revision (id),
    revtype smallint,
    name    varchar(100),
    PRIMARY KEY (id, rev)
);
CREATE INDEX role_aud_rev ON role_aud (rev);

CREATE TABLE role_permission_aud (
    rev        bigint       NOT NULL REFERENCES revision (id),
    role_id    bigint       NOT NULL,
    permission varchar(100) NOT NULL,
    revtype    smallint,
    PRIMARY KEY (rev, role_id, permission)
);

CREATE TABLE role_access_aud (
    rev         bigint      NOT NULL REFERENCES revision (id),
    role_id     bigint      NOT NULL,
    record_type varchar(50) NOT NULL,
    level       varchar(20) NOT NULL,
    revtype     smallint,
    PRIMARY KEY (rev, role_id, record_type, level)
);

CREATE INDEX revision_person ON revision (person_id, id);
