-- The secret address at which somebody's other calendar reads theirs here; of the secret only its hash is kept.
CREATE TABLE calendar_feed (
    person_id  bigint      NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    token_hash varchar(64) NOT NULL UNIQUE,
    made_at    timestamptz NOT NULL,
    -- tasks as events, as what calendars call to-dos, or not at all
    tasks      varchar(10) NOT NULL CHECK (tasks IN ('EVENT', 'TODO', 'NONE')),
    -- how often it was read in the hour that began then
    hour       timestamptz NOT NULL,
    hits       int         NOT NULL
);
