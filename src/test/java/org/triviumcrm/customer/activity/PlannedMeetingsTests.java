package org.triviumcrm.customer.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.triviumcrm.customer.Appointments;
import org.triviumcrm.customer.Appointments.Appointment;
import org.triviumcrm.customer.Appointments.Plan;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** A meeting is agreed on, moved, and becomes the entry of the timeline once it has taken place. */
@IntegrationTest
class PlannedMeetingsTests {

    @Autowired
    Appointments appointments;

    @Autowired
    ActivityService activities;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    @Autowired
    Clock clock;

    @Autowired
    EntityManager entities;

    private Viewer me;
    private String about;
    private Instant tomorrow;

    @BeforeEach
    void aDeal() {
        company.found();
        me = company.administrator();
        about = "opportunity:" + company.id("opportunity");
        tomorrow = clock.instant().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    void whatIsAgreedOnStandsAboveAndBecomesWhatHappened() {
        long id = appointments.plan(me, about, meeting(tomorrow, List.of(), List.of(company.id("contact"))));
        assertThat(coming()).extracting(ActivityRow::id).contains(id);
        assertThat(past()).extracting(ActivityRow::id).doesNotContain(id);
        assertThat(timeline("customer:" + company.id("customer")).coming())
                .as("on the page of its customer as well")
                .extracting(ActivityRow::subject)
                .containsSubsequence("Call back", "Kiln visit");

        appointments.finish(me, id, null, "They take two");
        assertThat(coming()).extracting(ActivityRow::id).doesNotContain(id);
        assertThat(past()).filteredOn(row -> row.id() == id).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo("They take two");
            assertThat(row.minutes()).as("as long as was planned").isEqualTo(90);
            assertThat(row.at()).isEqualTo(tomorrow);
        });
        assertThat(appointments.find(me, id).plan().contacts()).containsExactly(company.id("contact"));
        appointments.reopen(me, id);
        assertThat(coming()).extracting(ActivityRow::id).contains(id);
    }

    @Test
    void oneThatIsCancelledIsToldButNotToCome() {
        long id = appointments.plan(me, about, meeting(tomorrow, List.of(), List.of()));
        appointments.cancel(me, id);
        assertThat(coming()).extracting(ActivityRow::id).doesNotContain(id);
        assertThat(past()).filteredOn(row -> row.id() == id).singleElement().matches(ActivityRow::isCancelled);
        appointments.finish(me, id, 5, null);
        assertThat(appointments.find(me, id).doneAt())
                .as("it has to be open for that")
                .isNull();
    }

    @Test
    void movedItStaysAsLongAndItsGuestsGoWithIt() {
        long person = accounts.administrator().personId();
        long id = appointments.plan(me, about, meeting(tomorrow, List.of(person), List.of()));
        appointments.move(me, id, tomorrow.plus(2, ChronoUnit.DAYS), null);
        entities.flush();
        Appointment moved = appointments.find(me, id);
        assertThat(Duration.between(tomorrow, moved.plan().end())).isEqualTo(Duration.ofMinutes(2 * 24 * 60 + 90));
        assertThat(database.sql("select at from activity_attendee where activity_id = :id")
                        .param("id", id)
                        .query(Instant.class)
                        .single())
                .isEqualTo(tomorrow.plus(2, ChronoUnit.DAYS));

        LocalDate day = LocalDate.of(2027, 3, 10);
        Instant midnight = day.atStartOfDay(me.zone()).toInstant();
        Plan days = new Plan(
                "MEETING",
                "Fair",
                null,
                midnight,
                midnight.plus(3, ChronoUnit.DAYS),
                day,
                day.plusDays(2),
                "Hall 4",
                List.of(),
                List.of());
        appointments.change(me, id, moved.version(), days);
        appointments.move(me, id, midnight.plus(7, ChronoUnit.DAYS), day.plusDays(7));
        assertThat(appointments.find(me, id).plan().lastDay()).isEqualTo(day.plusDays(9));
        assertThatThrownBy(() -> appointments.change(me, id, moved.version(), days))
                .isInstanceOf(ObjectOptimisticLockingFailureException.class);
    }

    @Test
    void onlyWhoMayKnowOfItCanBeAskedToCome() {
        Viewer stranger = accounts.representative(null);
        assertThatThrownBy(
                        () -> appointments.plan(me, about, meeting(tomorrow, List.of(stranger.personId()), List.of())))
                .isInstanceOf(Appointments.NotSeenBy.class);
        assertThatThrownBy(() -> appointments.plan(stranger, about, meeting(tomorrow, List.of(), List.of())))
                .isInstanceOf(NotFound.class);
        long id = appointments.plan(me, about, meeting(tomorrow, List.of(), List.of()));
        assertThatThrownBy(() -> appointments.find(stranger, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> appointments.cancel(accounts.administrator(), id))
                .as("seen, but somebody else's")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aCallLoggedForLaterIsAPlannedOne() {
        LogActivity call = new LogActivity(ActivityKind.CALL, "Ask again", null, null, 15, null, null, null);
        activities.log(me, About.parse(about), call);
        assertThat(past()).extracting(ActivityRow::subject).contains("Ask again");
        activities.log(
                me,
                About.parse(about),
                new LogActivity(
                        ActivityKind.CALL,
                        "Ask later",
                        null,
                        tomorrow.atZone(me.zone()).toLocalDateTime(),
                        15,
                        null,
                        null,
                        null));
        assertThat(coming())
                .filteredOn(row -> row.subject().equals("Ask later"))
                .singleElement()
                .satisfies(row -> assertThat(row.endsAt()).isEqualTo(row.at().plus(15, ChronoUnit.MINUTES)));
    }

    private Plan meeting(Instant start, List<Long> people, List<Long> contacts) {
        return new Plan(
                "MEETING",
                "Kiln visit",
                null,
                start,
                start.plus(90, ChronoUnit.MINUTES),
                null,
                null,
                "Leeds",
                people,
                contacts);
    }

    private List<ActivityRow> coming() {
        return timeline(about).coming();
    }

    private List<ActivityRow> past() {
        return timeline(about).entries();
    }

    private TimelinePart timeline(String record) {
        entities.flush();
        @Nullable String fromTheStart = null;
        return activities.timeline(me, About.parse(record), fromTheStart);
    }
}
