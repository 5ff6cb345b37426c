-- Suspended ones whose day has come, but which an approval keeps from coming back by themselves: their owner is told once for
-- each day, and asks for it.
CREATE TABLE suspension_told (
    opportunity_id bigint      NOT NULL PRIMARY KEY REFERENCES opportunity (id) ON DELETE CASCADE,
    until          date        NOT NULL,
    told_at        timestamptz NOT NULL
);
