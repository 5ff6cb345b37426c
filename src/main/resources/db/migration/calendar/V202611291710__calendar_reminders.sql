-- What somebody wants unless they say otherwise; nobody's choice is 15 minutes before meetings and calls, and nothing for tasks.
CREATE TABLE calendar_choice (
    person_id       bigint NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    -- minutes before the beginning; null for no reminder
    meeting_minutes int CHECK (meeting_minutes BETWEEN 0 AND 10080),
    task_minutes    int CHECK (task_minutes BETWEEN 0 AND 10080)
);

-- Somebody wants to be reminded of a meeting, a call or a task.
CREATE TABLE calendar_reminder (
    activity_id bigint NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
    person_id   bigint NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    -- before the beginning, or at a time of its own
    minutes     int CHECK (minutes BETWEEN 0 AND 10080),
    chosen_at   timestamptz,
    -- when it is told next; null once it has been, or when there is nothing to tell
    due_at      timestamptz,
    -- told, and not yet put away
    told_at     timestamptz,
    PRIMARY KEY (activity_id, person_id),
    CONSTRAINT calendar_reminder_when CHECK (num_nonnulls(minutes, chosen_at) = 1)
);
CREATE INDEX calendar_reminder_due ON calendar_reminder (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX calendar_reminder_told ON calendar_reminder (person_id, told_at) WHERE told_at IS NOT NULL;

-- Of whole days it counts from nine in the morning.
CREATE FUNCTION calendar_reminder_at(a activity, minutes int, chosen timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT coalesce(chosen, a.at + CASE WHEN a.first_day IS NULL THEN interval '0' ELSE interval '9 hours' END - minutes * interval '1 minute')
$$;

-- The choice of the person, for something that has just been planned for them.
CREATE FUNCTION calendar_remind(a activity, person bigint) RETURNS void LANGUAGE sql AS $$
    INSERT INTO calendar_reminder (activity_id, person_id, minutes, due_at)
    SELECT a.id, person, x.minutes, calendar_reminder_at(a, x.minutes, NULL)
    FROM (SELECT CASE WHEN a.kind = 'TASK' THEN c.task_minutes WHEN c.person_id IS NULL THEN 15 ELSE c.meeting_minutes END AS minutes
          FROM (SELECT 1) one LEFT JOIN calendar_choice c ON c.person_id = person) x
    WHERE x.minutes IS NOT NULL
    ON CONFLICT (activity_id, person_id) DO NOTHING
$$;

CREATE FUNCTION calendar_remind_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM calendar_remind(NEW, NEW.owner_id);
    RETURN NULL;
END $$;
CREATE TRIGGER calendar_remind_owner AFTER INSERT ON activity
    FOR EACH ROW WHEN ((NEW.kind = 'TASK' OR NEW.planned) AND NEW.done_at IS NULL AND NEW.at > NEW.created_at)
    EXECUTE FUNCTION calendar_remind_owner();

CREATE FUNCTION calendar_remind_attendee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM calendar_remind(a, NEW.person_id) FROM activity a WHERE a.id = NEW.activity_id AND a.at > a.updated_at;
    RETURN NULL;
END $$;
CREATE TRIGGER calendar_remind_attendee AFTER INSERT ON activity_attendee
    FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION calendar_remind_attendee();

-- Whatever moves, ends, reopens or gives away an activity does so with its reminders.
CREATE FUNCTION calendar_reminders_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.owner_id <> OLD.owner_id THEN
        DELETE FROM calendar_reminder WHERE activity_id = NEW.id AND person_id = NEW.owner_id;
        UPDATE calendar_reminder SET person_id = NEW.owner_id WHERE activity_id = NEW.id AND person_id = OLD.owner_id;
    END IF;
    IF NEW.done_at IS NOT NULL OR NEW.cancelled_at IS NOT NULL THEN
        UPDATE calendar_reminder SET due_at = NULL, told_at = NULL WHERE activity_id = NEW.id;
    ELSIF NEW.at <> OLD.at OR NEW.first_day IS DISTINCT FROM OLD.first_day OR OLD.done_at IS NOT NULL OR OLD.cancelled_at IS NOT NULL THEN
        UPDATE calendar_reminder SET chosen_at = chosen_at + (NEW.at - OLD.at), told_at = NULL,
               due_at = CASE WHEN NEW.at > NEW.updated_at THEN calendar_reminder_at(NEW, minutes, chosen_at + (NEW.at - OLD.at)) END
         WHERE activity_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER calendar_reminders_follow AFTER UPDATE ON activity
    FOR EACH ROW WHEN ((OLD.at, OLD.first_day, OLD.done_at, OLD.cancelled_at, OLD.owner_id)
        IS DISTINCT FROM (NEW.at, NEW.first_day, NEW.done_at, NEW.cancelled_at, NEW.owner_id))
    EXECUTE FUNCTION calendar_reminders_follow();
