-- Tickets that came from a file: how they were rated, and what is not to be believed of their times.
ALTER TABLE ticket
    -- from 1, not at all, to 5, fully
    ADD COLUMN satisfaction smallint CHECK (satisfaction BETWEEN 1 AND 5),
    -- otherwise created_at is the earliest that is known of it
    ADD COLUMN opening_known boolean NOT NULL DEFAULT true,
    -- solved before it was answered, or before it was opened
    ADD COLUMN times_contradict boolean NOT NULL DEFAULT false;

CREATE INDEX ticket_by_satisfaction ON ticket (satisfaction, id) INCLUDE (owner_id, team_id, queue_id);
CREATE INDEX ticket_by_contradiction ON ticket (times_contradict, id) INCLUDE (owner_id, team_id, queue_id);
