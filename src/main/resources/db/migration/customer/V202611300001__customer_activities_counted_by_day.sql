-- When an activity took place: a task when it was done, all else at its time. What is planned has not, nor what was called off.
CREATE INDEX activity_happened ON activity ((CASE WHEN kind = 'TASK' THEN done_at ELSE at END), id) INCLUDE (owner_id, kind)
    WHERE done_at IS NOT NULL OR kind <> 'TASK' AND NOT planned;
CREATE INDEX activity_happened_owner ON activity (owner_id, (CASE WHEN kind = 'TASK' THEN done_at ELSE at END) DESC, id DESC)
    WHERE done_at IS NOT NULL OR kind <> 'TASK' AND NOT planned;
-- What has cost something, whether it has taken place or not.
CREATE INDEX activity_spent ON activity (coalesce(CASE WHEN kind = 'TASK' THEN done_at END, at), id) INCLUDE (owner_id, base_cost)
    WHERE base_cost IS NOT NULL;

-- Kept by triggers: what everybody did on a day (UTC), so that a year of it need not be counted.
CREATE TABLE activity_day (
    owner_id bigint NOT NULL,
    day      date   NOT NULL,
    calls    bigint NOT NULL,
    meetings bigint NOT NULL,
    notes    bigint NOT NULL,
    tasks    bigint NOT NULL,
    PRIMARY KEY (day, owner_id)
) WITH (fillfactor = 70);
CREATE INDEX activity_day_owner ON activity_day (owner_id, day);

CREATE FUNCTION activity_days_add(owners bigint[], days date[], kinds text[], counts bigint[]) RETURNS void
    LANGUAGE sql AS
$$
INSERT INTO activity_day AS t (owner_id, day, calls, meetings, notes, tasks)
SELECT c.owner_id, c.day, coalesce(sum(c.n) FILTER (WHERE c.kind = 'CALL'), 0), coalesce(sum(c.n) FILTER (WHERE c.kind = 'MEETING'), 0),
       coalesce(sum(c.n) FILTER (WHERE c.kind = 'NOTE'), 0), coalesce(sum(c.n) FILTER (WHERE c.kind = 'TASK'), 0)
FROM unnest(owners, days, kinds, counts) AS c (owner_id, day, kind, n)
GROUP BY 1, 2
-- in order, so that two statements never wait for each other in a circle
ORDER BY 2, 1
ON CONFLICT (day, owner_id) DO UPDATE
    SET calls = t.calls + excluded.calls, meetings = t.meetings + excluded.meetings,
        notes = t.notes + excluded.notes, tasks = t.tasks + excluded.tasks;
$$;

CREATE FUNCTION activity_days_insert() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM activity_days_add(array_agg(owner_id), array_agg(day), array_agg(kind), array_agg(n))
    FROM (SELECT owner_id, ((CASE WHEN kind = 'TASK' THEN done_at ELSE at END) AT TIME ZONE 'UTC')::date AS day, kind::text, count(*) AS n
          FROM new_rows WHERE done_at IS NOT NULL OR kind <> 'TASK' AND NOT planned GROUP BY 1, 2, 3) changed
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;

CREATE FUNCTION activity_days_delete() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM activity_days_add(array_agg(owner_id), array_agg(day), array_agg(kind), array_agg(-n))
    FROM (SELECT owner_id, ((CASE WHEN kind = 'TASK' THEN done_at ELSE at END) AT TIME ZONE 'UTC')::date AS day, kind::text, count(*) AS n
          FROM old_rows WHERE done_at IS NOT NULL OR kind <> 'TASK' AND NOT planned GROUP BY 1, 2, 3) changed
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;

CREATE FUNCTION activity_days_update() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM activity_days_add(array_agg(owner_id), array_agg(day), array_agg(kind), array_agg(n))
    FROM (SELECT owner_id, ((CASE WHEN kind = 'TASK' THEN done_at ELSE at END) AT TIME ZONE 'UTC')::date AS day, kind::text,
                 sum(sign)::bigint AS n
          FROM (SELECT *, 1 AS sign FROM new_rows UNION ALL SELECT *, -1 FROM old_rows) both_sides
          WHERE done_at IS NOT NULL OR kind <> 'TASK' AND NOT planned
          GROUP BY 1, 2, 3 HAVING sum(sign) <> 0) changed
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;

CREATE TRIGGER activity_days_insert AFTER INSERT ON activity
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION activity_days_insert();
CREATE TRIGGER activity_days_delete AFTER DELETE ON activity
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION activity_days_delete();
CREATE TRIGGER activity_days_update AFTER UPDATE ON activity
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION activity_days_update();

INSERT INTO activity_day (owner_id, day, calls, meetings, notes, tasks)
SELECT owner_id, ((CASE WHEN kind = 'TASK' THEN done_at ELSE at END) AT TIME ZONE 'UTC')::date, count(*) FILTER (WHERE kind = 'CALL'),
       count(*) FILTER (WHERE kind = 'MEETING'), count(*) FILTER (WHERE kind = 'NOTE'), count(*) FILTER (WHERE kind = 'TASK')
FROM activity WHERE done_at IS NOT NULL OR kind <> 'TASK' AND NOT planned GROUP BY 1, 2;
