-- Each time a ticket was solved, and whether that held: what a ticket itself keeps of it goes when it is opened again, and with it
-- what a month that is over came to.
CREATE TABLE ticket_solution (
    ticket_id    bigint      NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
    -- the first of its ticket, the second
    nth          int         NOT NULL,
    solved_at    timestamptz NOT NULL,
    -- it was opened again after it
    reopened     boolean     NOT NULL DEFAULT false,
    -- what the customer thinks of it, 1 to 5: said after it, before the next one
    satisfaction smallint,
    PRIMARY KEY (ticket_id, nth)
);

-- What is there: as its events say; without any, what the ticket says itself.
INSERT INTO ticket_solution (ticket_id, nth, solved_at, reopened)
SELECT e.ticket_id, row_number() OVER (PARTITION BY e.ticket_id ORDER BY e.at, e.id), e.at, e.reopened
FROM (
    SELECT o.ticket_id, o.id, o.at, o.was, o.becomes,
           coalesce(lead(o.becomes) OVER later IN ('NEW', 'OPEN', 'PENDING', 'ON_HOLD'), false) AS reopened
    FROM ticket_event o WHERE o.kind = 'STATUS'
    WINDOW later AS (PARTITION BY o.ticket_id ORDER BY o.at, o.id)
) e
JOIN ticket t ON t.id = e.ticket_id
WHERE e.becomes IN ('SOLVED', 'CLOSED') AND e.was IN ('NEW', 'OPEN', 'PENDING', 'ON_HOLD')
  AND (e.reopened OR t.solved_at IS NOT NULL);

INSERT INTO ticket_solution (ticket_id, nth, solved_at)
SELECT t.id, 1, t.solved_at FROM ticket t
WHERE t.solved_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ticket_solution s WHERE s.ticket_id = t.id);

UPDATE ticket_solution s SET satisfaction = t.satisfaction
FROM ticket t
WHERE t.id = s.ticket_id AND t.satisfaction IS NOT NULL
  AND s.nth = (SELECT max(l.nth) FROM ticket_solution l WHERE l.ticket_id = t.id);

CREATE INDEX ticket_solution_by_day ON ticket_solution (solved_at) INCLUDE (ticket_id, nth, reopened, satisfaction);
CREATE INDEX ticket_solution_undone ON ticket_solution (solved_at) INCLUDE (ticket_id) WHERE reopened;
CREATE INDEX ticket_solution_rated ON ticket_solution (solved_at) INCLUDE (ticket_id) WHERE satisfaction IS NOT NULL;

-- Whoever writes, a ticket has as many solutions as it was opened again, and one more while it is over. So a reply that is taken back
-- takes the solution along that it was, or makes the one hold again that it undid.
CREATE FUNCTION ticket_keep_solutions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last_one int := (SELECT max(s.nth) FROM ticket_solution s WHERE s.ticket_id = new.id);
    change   int := CASE WHEN tg_op = 'INSERT' THEN 1
                    ELSE (new.reopenings + (new.solved_at IS NOT NULL)::int) - (old.reopenings + (old.solved_at IS NOT NULL)::int) END;
BEGIN
    IF change > 0 AND new.solved_at IS NOT NULL AND (tg_op = 'INSERT' OR old.solved_at IS NULL) THEN
        INSERT INTO ticket_solution (ticket_id, nth, solved_at, satisfaction)
        VALUES (new.id, coalesce(last_one, 0) + 1, new.solved_at, CASE WHEN last_one IS NULL THEN new.satisfaction END);
        RETURN NULL;
    END IF;
    IF change < 0 THEN
        DELETE FROM ticket_solution s WHERE s.ticket_id = new.id AND s.nth > last_one + change;
    END IF;
    UPDATE ticket_solution s
    SET solved_at = coalesce(new.solved_at, s.solved_at), reopened = new.solved_at IS NULL,
        satisfaction = CASE WHEN new.satisfaction IS DISTINCT FROM old.satisfaction THEN new.satisfaction ELSE s.satisfaction END
    WHERE s.ticket_id = new.id AND s.nth = last_one + least(change, 0);
    RETURN NULL;
END $$;

CREATE TRIGGER ticket_solution_of_new AFTER INSERT ON ticket FOR EACH ROW
    WHEN (new.solved_at IS NOT NULL) EXECUTE FUNCTION ticket_keep_solutions();
CREATE TRIGGER ticket_solution_of_changed AFTER UPDATE OF solved_at, reopenings, satisfaction ON ticket FOR EACH ROW
    WHEN (new.solved_at IS DISTINCT FROM old.solved_at OR new.reopenings <> old.reopenings OR new.satisfaction IS DISTINCT FROM old.satisfaction)
    EXECUTE FUNCTION ticket_keep_solutions();
