-- Who has which ticket before them, for seconds: not logged, emptied by a crash, and small, so it has no index but its key.
CREATE UNLOGGED TABLE ticket_presence (
    ticket_id bigint      NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
    person_id bigint      NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    seen_at   timestamptz NOT NULL,
    writing   boolean     NOT NULL,
    PRIMARY KEY (ticket_id, person_id)
) WITH (fillfactor = 50);
