-- One row a window, with the turn of what it last said: requests of a page that is closed overtake each other, and somebody may have a
-- ticket open twice. A window that has left stays as gone until it is swept.
DROP TABLE ticket_presence;
CREATE UNLOGGED TABLE ticket_presence (
    ticket_id bigint NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
    person_id bigint NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    window_id text NOT NULL,
    turn bigint NOT NULL,
    seen_at timestamptz NOT NULL,
    writing boolean NOT NULL,
    gone boolean NOT NULL DEFAULT false,
    PRIMARY KEY (ticket_id, person_id, window_id)
) WITH (fillfactor = 50);
