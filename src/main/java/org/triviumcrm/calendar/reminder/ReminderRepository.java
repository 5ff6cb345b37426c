package org.triviumcrm.calendar.reminder;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is to be reminded of what, and when; see the triggers that let reminders follow what they are about. */
@Repository
class ReminderRepository {

    private static final String FACTS =
            "r.activity_id, r.person_id, a.kind, a.about_type, a.about_id, a.subject, a.at, a.first_day, a.owner_id";

    private final JdbcClient database;

    ReminderRepository(JdbcClient database) {
        this.database = database;
    }

    /** Minutes before, or a time; neither for no reminder. */
    record Standing(@Nullable Integer minutes, @Nullable Instant chosenAt) {}

    /** What somebody has chosen for whatever is planned. */
    record Defaults(
            @Nullable Integer meetingMinutes, @Nullable Integer taskMinutes) {}

    /**
     * Those whose time has come are told now, each to one caller whoever else asks at the same moment; what is over since a day is told
     * to nobody.
     */
    List<DueReminder> take(Instant now, int many) {
        return database.sql("""
                        with due as (select activity_id, person_id from calendar_reminder where due_at <= :now
                                     order by due_at limit :many for update skip locked),
                        told as (update calendar_reminder r set due_at = null, told_at = :now from due
                                 where r.activity_id = due.activity_id and r.person_id = due.person_id returning r.activity_id, r.person_id)
                        select %s from told r join activity a on a.id = r.activity_id
                        order by a.at, a.id""".formatted(FACTS))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("many", many)
                .query(DueReminder.class)
                .list();
    }

    /** Whether it is still the person's, or they still come, and it is not over since long. */
    boolean concerns(DueReminder reminder, Instant since) {
        return database.sql("""
                        select exists (select 1 from activity a where a.id = :id and a.done_at is null and a.cancelled_at is null
                            and coalesce(a.ends_at, a.at) >= :since and (a.owner_id = :person
                                or exists (select 1 from activity_attendee t where t.activity_id = a.id and t.person_id = :person)))""")
                .param("id", reminder.activityId())
                .param("person", reminder.personId())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Told and not put away, the latest first. */
    List<DueReminder> told(long personId, Instant since, int many) {
        return database.sql(
                        "select " + FACTS + " from calendar_reminder r join activity a on a.id = r.activity_id"
                                + " where r.person_id = :person and r.told_at >= :since order by r.told_at desc, a.id limit :many")
                .param("person", personId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("many", many)
                .query(DueReminder.class)
                .list();
    }

    /** @return whether there was one that had been told */
    boolean putAway(long activityId, long personId) {
        return later(activityId, personId, null);
    }

    /** @return whether there was one that had been told */
    boolean later(long activityId, long personId, @Nullable Instant due) {
        return database.sql("""
                        update calendar_reminder set told_at = null, due_at = :due
                        where activity_id = :id and person_id = :person and told_at is not null""")
                        .param("id", activityId)
                        .param("person", personId)
                        .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                > 0;
    }

    void drop(long activityId, long personId) {
        database.sql("delete from calendar_reminder where activity_id = :id and person_id = :person")
                .param("id", activityId)
                .param("person", personId)
                .update();
    }

    Optional<Standing> find(long activityId, long personId) {
        return database.sql(
                        "select minutes, chosen_at from calendar_reminder where activity_id = :id and person_id = :person")
                .param("id", activityId)
                .param("person", personId)
                .query(Standing.class)
                .optional();
    }

    /** Of something that is still to come. */
    void set(long activityId, long personId, @Nullable Integer minutes, @Nullable Instant chosen) {
        database.sql("""
                        insert into calendar_reminder (activity_id, person_id, minutes, chosen_at, due_at)
                        select a.id, :person, :minutes, :chosen, x.due
                        from activity a, lateral (select calendar_reminder_at(a, :minutes, :chosen) as due) x where a.id = :id
                        on conflict (activity_id, person_id) do update
                        set minutes = excluded.minutes, chosen_at = excluded.chosen_at, due_at = excluded.due_at, told_at = null
                        where calendar_reminder.minutes is distinct from excluded.minutes
                           or calendar_reminder.chosen_at is distinct from excluded.chosen_at""")
                .param("id", activityId)
                .param("person", personId)
                .param("minutes", minutes, Types.INTEGER)
                .param("chosen", chosen == null ? null : chosen.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    Optional<Defaults> defaults(long personId) {
        return database.sql("select meeting_minutes, task_minutes from calendar_choice where person_id = :person")
                .param("person", personId)
                .query(Defaults.class)
                .optional();
    }

    void choose(long personId, @Nullable Integer meeting, @Nullable Integer task) {
        database.sql("""
                        insert into calendar_choice (person_id, meeting_minutes, task_minutes) values (:person, :meeting, :task)
                        on conflict (person_id) do update
                        set meeting_minutes = excluded.meeting_minutes, task_minutes = excluded.task_minutes""")
                .param("person", personId)
                .param("meeting", meeting, Types.INTEGER)
                .param("task", task, Types.INTEGER)
                .update();
    }
}
