-- Meetings and calls that are agreed on: the row that is planned is the one that is logged once it has taken place.
ALTER TABLE activity
    ADD COLUMN planned      boolean NOT NULL DEFAULT false,
    -- when it ends; null for what has no length
    ADD COLUMN ends_at      timestamptz,
    -- whole days, whatever the time zone; "at" and "ends_at" are then their midnights where it was planned
    ADD COLUMN first_day    date,
    ADD COLUMN last_day     date,
    ADD COLUMN place        varchar(300),
    ADD COLUMN outcome      text,
    ADD COLUMN cancelled_at timestamptz,
    ADD CONSTRAINT activity_planned_kind CHECK (NOT planned OR kind IN ('CALL', 'MEETING')),
    -- whoever looks for what is on some days needs to look no further back than this
    ADD CONSTRAINT activity_length CHECK (ends_at >= at AND ends_at <= at + interval '32 days'),
    ADD CONSTRAINT activity_whole_days CHECK ((first_day IS NULL) = (last_day IS NULL) AND last_day >= first_day),
    ADD CONSTRAINT activity_cancelled CHECK (cancelled_at IS NULL OR planned AND done_at IS NULL);

UPDATE activity SET planned = true, ends_at = at + minutes * interval '1 minute'
 WHERE kind IN ('CALL', 'MEETING') AND at > now();

ALTER TABLE activity_aud
    ADD COLUMN planned      boolean,
    ADD COLUMN ends_at      timestamptz,
    ADD COLUMN first_day    date,
    ADD COLUMN last_day     date,
    ADD COLUMN place        varchar(300),
    ADD COLUMN outcome      text,
    ADD COLUMN cancelled_at timestamptz;

-- What is coming stands above what happened, on the page of the record and of its customer.
CREATE INDEX activity_about_coming ON activity (about_type, about_id, at, id)
    WHERE (kind = 'TASK' OR planned) AND done_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX activity_customer_coming ON activity (customer_id, at, id)
    WHERE (kind = 'TASK' OR planned) AND done_at IS NULL AND cancelled_at IS NULL;
-- Somebody's calendar.
CREATE INDEX activity_owner_at ON activity (owner_id, at, id) WHERE kind <> 'NOTE';

-- Who else comes: a colleague or a contact. "at" is that of the activity, for the calendar of the colleague.
CREATE TABLE activity_attendee (
    activity_id bigint      NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
    person_id   bigint REFERENCES person (id) ON DELETE CASCADE,
    contact_id  bigint REFERENCES contact (id) ON DELETE CASCADE,
    at          timestamptz NOT NULL,
    CONSTRAINT activity_attendee_one CHECK (num_nonnulls(person_id, contact_id) = 1)
);
CREATE UNIQUE INDEX activity_attendee_person ON activity_attendee (activity_id, person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX activity_attendee_contact ON activity_attendee (activity_id, contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX activity_attendee_at ON activity_attendee (person_id, at, activity_id) WHERE person_id IS NOT NULL;
CREATE INDEX activity_attendee_of_contact ON activity_attendee (contact_id) WHERE contact_id IS NOT NULL;

-- Whatever moves an activity moves it in the calendars of those who come.
CREATE FUNCTION activity_attendees_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE activity_attendee SET at = NEW.at WHERE activity_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER activity_attendees_follow AFTER UPDATE OF at ON activity
    FOR EACH ROW WHEN (OLD.at IS DISTINCT FROM NEW.at) EXECUTE FUNCTION activity_attendees_follow();
