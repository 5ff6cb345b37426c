-- By what the rows of a file that come in are known again further down in the same file; as long as the file is tried out and read.
CREATE TABLE import_sign (
    import_id bigint      NOT NULL REFERENCES data_import (id) ON DELETE CASCADE,
    sign      varchar(20) NOT NULL,
    -- of the value: names are long
    hash      varchar(32) NOT NULL,
    line      bigint      NOT NULL,
    PRIMARY KEY (import_id, sign, hash, line)
);
