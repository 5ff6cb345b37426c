-- When somebody last opened a record, and since when what is new to them is marked: the visit before.
CREATE TABLE visit (
    person_id bigint      NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind      varchar(50) NOT NULL,
    record_id bigint      NOT NULL,
    seen_at   timestamptz NOT NULL,
    since     timestamptz,
    PRIMARY KEY (person_id, kind, record_id)
) WITH (fillfactor = 80);
CREATE INDEX visit_latest ON visit (person_id, seen_at DESC);
CREATE INDEX visit_age ON visit (seen_at);
