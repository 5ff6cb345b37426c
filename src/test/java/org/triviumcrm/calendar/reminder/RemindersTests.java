package org.triviumcrm.calendar.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.calendar.reminder.ReminderService.Choice;
import org.triviumcrm.customer.Appointments;
import org.triviumcrm.customer.Appointments.Plan;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleCompany;

/** Everybody is reminded once, of what is still to be done and still seen, however often it was moved. */
@CommittingTest
class RemindersTests {

    @Autowired
    Appointments appointments;

    @Autowired
    ReminderService reminders;

    @Autowired
    ReminderTeller teller;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    @Autowired
    Clock clock;

    private Viewer me;
    private Instant now;

    @BeforeEach
    void aCompany() {
        transaction.executeWithoutResult(status -> company.found());
        me = company.administrator();
        now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        database.sql("delete from notice").update();
    }

    @Test
    void meetingsAreRemindedOfAsUsualAndTasksOnlyWhenAsked() {
        Instant start = now.plus(2, ChronoUnit.HOURS);
        long meeting = meeting(start);
        assertThat(due(meeting)).isEqualTo(start.minus(15, ChronoUnit.MINUTES));
        long task = plan(Plan.task("Offer", null, start));
        assertThat(reminders.choice(me, task).remind()).isEqualTo(Remind.NONE);

        reminders.chooseDefaults(me, new ChooseReminders(Remind.NONE, Remind.HOUR));
        assertThat(reminders.defaults(me)).isEqualTo(new ChooseReminders(Remind.NONE, Remind.HOUR));
        assertThat(due(plan(Plan.task("Offer", null, start)))).isEqualTo(start.minus(1, ChronoUnit.HOURS));
        assertThat(reminders.choice(me, meeting(start)).remind()).isEqualTo(Remind.NONE);
    }

    @Test
    void ofWholeDaysItCountsFromTheMorning() {
        LocalDate day = LocalDate.ofInstant(now, me.zone()).plusDays(5);
        Instant midnight = day.atStartOfDay(me.zone()).toInstant();
        long fair = plan(new Plan(
                "MEETING",
                "Fair",
                null,
                midnight,
                midnight.plus(1, ChronoUnit.DAYS),
                day,
                day,
                null,
                List.of(),
                List.of()));
        reminders.choose(me, fair, new Choice(Remind.HOUR, null));
        assertThat(due(fair)).isEqualTo(midnight.plus(8, ChronoUnit.HOURS));
    }

    @Test
    void theReminderGoesWhereTheEntryGoes() {
        Instant start = now.plus(2, ChronoUnit.HOURS);
        long id = meeting(start);
        appointments.move(me, id, start.plus(1, ChronoUnit.DAYS), null);
        assertThat(due(id)).isEqualTo(start.plus(1, ChronoUnit.DAYS).minus(15, ChronoUnit.MINUTES));

        LocalDateTime chosen = LocalDateTime.ofInstant(start, me.zone());
        reminders.choose(me, id, new Choice(Remind.CHOSEN, chosen));
        appointments.move(me, id, start.plus(3, ChronoUnit.DAYS), null);
        assertThat(reminders.choice(me, id).at()).isEqualTo(chosen.plusDays(2));

        appointments.cancel(me, id);
        assertThat(due(id)).isNull();
        appointments.reopen(me, id);
        assertThat(due(id)).isEqualTo(start.plus(2, ChronoUnit.DAYS));
        appointments.finish(me, id, null, null);
        assertThat(due(id)).isNull();

        long other = meeting(start);
        Viewer heir = accounts.administrator();
        database.sql("update activity set owner_id = :heir where id = :id")
                .param("heir", heir.personId())
                .param("id", other)
                .update();
        assertThat(reminders.choice(heir, other).remind()).isEqualTo(Remind.MINUTES_15);
        assertThat(reminders.choice(me, other).remind()).isEqualTo(Remind.NONE);
    }

    @Test
    void twoNodesAtTheSameInstantTellEachOnce() throws Exception {
        IntStream.range(0, 2 * ReminderTeller.MANY + 7).forEach(n -> meeting(now.plus(3, ChronoUnit.MINUTES)));
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> runs = IntStream.range(0, 2)
                    .<Future<?>>mapToObj(n -> nodes.submit(() -> {
                        together.await();
                        boolean more = true;
                        while (more) {
                            more = teller.tell();
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            nodes.shutdown();
        }
        while (teller.tell()) {
            // whatever both left to the other
        }
        assertThat(notices(me)).isEqualTo(2 * ReminderTeller.MANY + 7);
        assertThat(database.sql("select count(distinct link) from notice")
                        .query(Long.class)
                        .single())
                .isEqualTo(2 * ReminderTeller.MANY + 7);
    }

    @Test
    void laterItComesAgainAndDoneItDoesNot() {
        long task = plan(Plan.task("Offer", null, now.plus(1, ChronoUnit.MINUTES)));
        reminders.choose(me, task, new Choice(Remind.MINUTES_5, null));
        teller.tell();
        assertThat(reminders.told(me)).extracting(DueReminder::activityId).containsExactly(task);
        reminders.later(me, task, Later.HOUR);
        assertThat(reminders.told(me)).isEmpty();
        assertThat(due(task)).isBetween(now.plus(59, ChronoUnit.MINUTES), now.plus(70, ChronoUnit.MINUTES));
        makeDue(task);
        teller.tell();
        assertThat(notices(me)).isEqualTo(2);
        reminders.done(me, task);
        assertThat(appointments.find(me, task).open()).isFalse();
        assertThat(reminders.told(me)).isEmpty();
        teller.tell();
        assertThat(notices(me)).isEqualTo(2);
    }

    @Test
    void whoHasLeftOrSeesItNoLongerOrMissedItIsNotTold() {
        Viewer guest = accounts.administrator();
        Instant start = now.plus(5, ChronoUnit.MINUTES);
        long left = plan(new Plan(
                "CALL",
                "Boss",
                null,
                start,
                start.plus(Duration.ofMinutes(30)),
                null,
                null,
                null,
                List.of(guest.personId()),
                List.of()));
        database.sql("update person set active = false where id = :id")
                .param("id", guest.personId())
                .update();
        Viewer seller = accounts.representative(null);
        database.sql("update opportunity set owner_id = :owner where id = :id")
                .param("owner", seller.personId())
                .param("id", company.id("opportunity"))
                .update();
        long hidden = appointments.plan(
                seller,
                "opportunity:" + company.id("opportunity"),
                new Plan("CALL", "Secret", null, start, start.plusSeconds(60), null, null, null, List.of(), List.of()));
        database.sql("update opportunity set owner_id = :me")
                .param("me", me.personId())
                .update();
        long old = meeting(now.plus(2, ChronoUnit.HOURS));
        database.sql(
                        "update activity set at = at - interval '3 days', ends_at = ends_at - interval '3 days' where id = :id")
                .param("id", old)
                .update();
        makeDue(old);
        teller.tell();
        assertThat(notices(guest)).isZero();
        assertThat(notices(seller)).isZero();
        assertThat(database.sql("select link from notice").query(String.class).list())
                .containsExactly("/calendar/entries/" + left);
        assertThatThrownBy(() -> reminders.later(seller, hidden, Later.HOUR)).isInstanceOf(NotFound.class);
    }

    private long meeting(Instant start) {
        return plan(new Plan(
                "MEETING",
                "Kiln visit",
                null,
                start,
                start.plus(1, ChronoUnit.HOURS),
                null,
                null,
                null,
                List.of(),
                List.of()));
    }

    private long plan(Plan plan) {
        return appointments.plan(me, "customer:" + company.id("customer"), plan);
    }

    private void makeDue(long id) {
        database.sql("update calendar_reminder set due_at = :now where activity_id = :id")
                .param("now", now.atOffset(java.time.ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private @Nullable Instant due(long id) {
        return database
                .sql("select due_at from calendar_reminder where activity_id = :id")
                .param("id", id)
                .query((row, number) ->
                        row.getTimestamp(1) == null ? null : row.getTimestamp(1).toInstant())
                .list()
                .stream()
                .filter(at -> at != null)
                .findFirst()
                .orElse(null);
    }

    private long notices(Viewer viewer) {
        return database.sql("select count(*) from notice where person_id = :me")
                .param("me", viewer.personId())
                .query(Long.class)
                .single();
    }
}
