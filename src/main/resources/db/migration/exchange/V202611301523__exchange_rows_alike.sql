-- Rows that look like records that were there before the import, and what became of them.
CREATE TABLE import_alike (
    import_id bigint      NOT NULL REFERENCES data_import (id) ON DELETE CASCADE,
    position  bigint      NOT NULL,
    line      bigint      NOT NULL,
    verdict   varchar(10) NOT NULL CHECK (verdict IN ('CAME', 'CHANGED', 'LEFT')),
    -- the record that the row became or changed, as far as there is one
    record_id bigint,
    cells     text[]      NOT NULL,
    PRIMARY KEY (import_id, position)
);
CREATE INDEX import_alike_changed ON import_alike (import_id, record_id) WHERE verdict = 'CHANGED';

-- The records that such a row looks like. They may be gone by now: the row was like them when it was looked at.
CREATE TABLE import_twin (
    import_id   bigint      NOT NULL,
    position    bigint      NOT NULL,
    record_type varchar(50) NOT NULL,
    record_id   bigint      NOT NULL,
    signs       text[]      NOT NULL,
    PRIMARY KEY (import_id, position, record_type, record_id),
    FOREIGN KEY (import_id, position) REFERENCES import_alike (import_id, position) ON DELETE CASCADE
);
