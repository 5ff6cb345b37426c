CREATE SEQUENCE data_import_seq;

-- An import on its way from the file to the records. Everything it needs lies here, so any node can go on with it.
CREATE TABLE data_import (
    id          bigint       NOT NULL PRIMARY KEY,
    target      varchar(50)  NOT NULL,
    state       varchar(20)  NOT NULL CHECK (state IN
        ('MAPPING', 'CHECKING', 'QUESTIONS', 'READY', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED', 'UNDOING', 'UNDONE')),
    person_id   bigint       NOT NULL REFERENCES person (id),
    file_name   varchar(300) NOT NULL,
    size_bytes  bigint       NOT NULL DEFAULT 0,
    -- how the file is read, and what becomes of its columns; see FileFormat and ImportPlan
    format      text         NOT NULL,
    plan        text         NOT NULL,
    staged      boolean      NOT NULL DEFAULT false,
    total       bigint       NOT NULL DEFAULT 0,
    -- 1: the rows are written, 2: their links among each other; the position of the last row done
    phase       smallint     NOT NULL DEFAULT 1,
    cursor      bigint       NOT NULL DEFAULT 0,
    summary     text,
    failure     varchar(200),
    created_at  timestamptz  NOT NULL,
    started_at  timestamptz,
    finished_at timestamptz
);
CREATE INDEX data_import_person ON data_import (person_id, id DESC);

CREATE TABLE import_chunk (
    import_id bigint NOT NULL REFERENCES data_import (id) ON DELETE CASCADE,
    position  int    NOT NULL,
    bytes     bytea  NOT NULL,
    PRIMARY KEY (import_id, position)
);

-- The rows of the file, kept until the import is over.
CREATE TABLE import_row (
    import_id    bigint NOT NULL REFERENCES data_import (id) ON DELETE CASCADE,
    position     bigint NOT NULL,
    line         bigint NOT NULL,
    cells        text[] NOT NULL,
    -- the line of an earlier row with the same key
    duplicate_of bigint,
    PRIMARY KEY (import_id, position)
);

-- The texts that name no record for certain, each asked once.
CREATE TABLE import_value (
    import_id       bigint       NOT NULL REFERENCES data_import (id) ON DELETE CASCADE,
    field           varchar(50)  NOT NULL,
    value           text         NOT NULL,
    rows            bigint       NOT NULL,
    action          varchar(10)  NOT NULL CHECK (action IN ('MAP', 'CREATE', 'EMPTY', 'REFUSE')),
    kind            varchar(20)  NOT NULL DEFAULT '',
    record_id       bigint,
    suggestion_id   bigint,
    suggestion_name varchar(300),
    answered        boolean      NOT NULL DEFAULT false,
    PRIMARY KEY (import_id, field, value)
);

CREATE TABLE import_refusal (
    import_id   bigint       NOT NULL REFERENCES data_import (id) ON DELETE CASCADE,
    position    bigint       NOT NULL,
    line        bigint       NOT NULL,
    message_key varchar(100) NOT NULL,
    field       varchar(50)  NOT NULL,
    arguments   text[]       NOT NULL,
    cells       text[]       NOT NULL,
    PRIMARY KEY (import_id, position)
);

-- The records that an import created or changed, with what is needed to undo it.
CREATE TABLE import_effect (
    import_id   bigint      NOT NULL REFERENCES data_import (id) ON DELETE CASCADE,
    record_type varchar(50) NOT NULL,
    record_id   bigint      NOT NULL,
    position    bigint      NOT NULL,
    version     int         NOT NULL,
    -- null: created
    before      jsonb,
    undo        varchar(10) CHECK (undo IN ('WAITING', 'DONE', 'CHANGED', 'USED', 'GONE')),
    PRIMARY KEY (import_id, record_type, record_id)
);

-- What was chosen last time for a file of the same kind, and for the same text.
CREATE TABLE import_memory (
    target     varchar(50) NOT NULL,
    signature  varchar(64) NOT NULL,
    plan       text        NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (target, signature)
);
CREATE TABLE import_answer (
    reference  varchar(50) NOT NULL,
    value      text        NOT NULL,
    action     varchar(10) NOT NULL,
    record_name varchar(300),
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (reference, value)
);
