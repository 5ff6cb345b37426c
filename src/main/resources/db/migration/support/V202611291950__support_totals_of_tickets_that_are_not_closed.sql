-- How many tickets are not closed, by queue, owner, team and state. Each change adds rows with what it adds and takes away, so that
-- nobody waits for anybody who changes the same number; a job adds them up. The sum over all rows is exact at any time.
CREATE TABLE ticket_total (
    queue_id bigint      NOT NULL,
    owner_id bigint,
    team_id  bigint,
    status   varchar(20) NOT NULL,
    waiting  boolean     NOT NULL,
    broken   boolean     NOT NULL,
    tickets  bigint      NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

INSERT INTO ticket_total
SELECT queue_id, owner_id, team_id, status, waiting_since IS NOT NULL, promise IS NOT DISTINCT FROM 'BROKEN', count(*)
FROM ticket WHERE status <> 'CLOSED' GROUP BY 1, 2, 3, 4, 5, 6;

CREATE FUNCTION ticket_is_counted() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO ticket_total
        SELECT queue_id, owner_id, team_id, status, waiting_since IS NOT NULL, promise IS NOT DISTINCT FROM 'BROKEN', count(*)
        FROM now_there WHERE status <> 'CLOSED' GROUP BY 1, 2, 3, 4, 5, 6;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO ticket_total
        SELECT queue_id, owner_id, team_id, status, waiting_since IS NOT NULL, promise IS NOT DISTINCT FROM 'BROKEN', -count(*)
        FROM was_there WHERE status <> 'CLOSED' GROUP BY 1, 2, 3, 4, 5, 6;
    ELSE
        INSERT INTO ticket_total
        SELECT queue_id, owner_id, team_id, status, waiting_since IS NOT NULL, promise IS NOT DISTINCT FROM 'BROKEN', sum(x.more)
        FROM (SELECT queue_id, owner_id, team_id, status, waiting_since, promise, 1 AS more FROM now_there
              UNION ALL
              SELECT queue_id, owner_id, team_id, status, waiting_since, promise, -1 FROM was_there) x
        WHERE status <> 'CLOSED' GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(x.more) <> 0;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER ticket_is_counted_when_made AFTER INSERT ON ticket
    REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION ticket_is_counted();
CREATE TRIGGER ticket_is_counted_when_changed AFTER UPDATE ON ticket
    REFERENCING OLD TABLE AS was_there NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION ticket_is_counted();
CREATE TRIGGER ticket_is_counted_when_deleted AFTER DELETE ON ticket
    REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION ticket_is_counted();
