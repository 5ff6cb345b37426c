-- Suspended ones whose coming back has failed: tried again after longer and longer, and told to the owner once for each day.
CREATE TABLE suspension_failure (
    opportunity_id bigint      NOT NULL PRIMARY KEY REFERENCES opportunity (id) ON DELETE CASCADE,
    until          date        NOT NULL,
    tries          int         NOT NULL,
    next_try       timestamptz NOT NULL
);
