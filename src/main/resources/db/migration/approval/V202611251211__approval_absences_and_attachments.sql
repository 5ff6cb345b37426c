CREATE SEQUENCE approval_absence_seq INCREMENT BY 50;

-- Who is away from one day to another, both included, and who decides meanwhile.
CREATE TABLE approval_absence (
    id         bigint      NOT NULL PRIMARY KEY,
    person_id  bigint      NOT NULL REFERENCES person (id),
    deputy_id  bigint      NOT NULL REFERENCES person (id),
    from_day   date        NOT NULL,
    until_day  date        NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 0,
    CONSTRAINT approval_absence_days CHECK (from_day <= until_day),
    CONSTRAINT approval_absence_deputy CHECK (deputy_id <> person_id),
    -- no two of a person on one day: as boxes, days across and people upwards, for which PostgreSQL needs no extension
    CONSTRAINT approval_absence_once EXCLUDE USING gist
        (box(point(from_day - DATE '2000-01-01', person_id), point(until_day - DATE '2000-01-01', person_id)) WITH &&)
);
CREATE INDEX approval_absence_person ON approval_absence (person_id, until_day);
CREATE INDEX approval_absence_deputies ON approval_absence (deputy_id, until_day);

CREATE SEQUENCE approval_attachment_seq;

-- Files that belong to a case, in pieces.
CREATE TABLE approval_attachment (
    id           bigint       NOT NULL PRIMARY KEY DEFAULT nextval('approval_attachment_seq'),
    case_id      bigint       NOT NULL REFERENCES approval_case (id) ON DELETE CASCADE,
    person_id    bigint       NOT NULL REFERENCES person (id),
    at           timestamptz  NOT NULL,
    name         varchar(255) NOT NULL,
    content_type varchar(100) NOT NULL,
    size_bytes   bigint       NOT NULL CHECK (size_bytes BETWEEN 0 AND 20971520),
    sha256       varchar(64)  NOT NULL
);
CREATE INDEX approval_attachment_case ON approval_attachment (case_id, at, id);

CREATE TABLE approval_attachment_chunk (
    attachment_id bigint NOT NULL REFERENCES approval_attachment (id) ON DELETE CASCADE,
    position      int    NOT NULL,
    bytes         bytea  NOT NULL,
    PRIMARY KEY (attachment_id, position)
);
