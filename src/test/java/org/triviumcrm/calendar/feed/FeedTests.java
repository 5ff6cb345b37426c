package org.triviumcrm.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.triviumcrm.customer.Appointments;
import org.triviumcrm.customer.Appointments.Plan;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Other calendars read what somebody has to do, as the library for it reads it, and never what they no longer see. */
@IntegrationTest
class FeedTests {

    @Autowired
    Appointments appointments;

    @Autowired
    FeedService feeds;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    @Autowired
    Clock clock;

    private Viewer seller;
    private String about;
    private Instant start;

    @BeforeEach
    void aSeller() {
        company.found();
        seller = accounts.representative(null);
        about = "opportunity:" + company.id("opportunity");
        database.sql("update opportunity set owner_id = :owner where id = :id")
                .param("owner", seller.personId())
                .param("id", company.id("opportunity"))
                .update();
        start = clock.instant().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    void meetingsAreReadAsTheyAre() throws Exception {
        long id = appointments.plan(seller, about, meeting("Kiln visit; bring, glaze"));
        String token = feeds.make(seller, FeedTasks.EVENT);
        Component event = only(read(token));
        assertThat(event.getName()).isEqualTo("VEVENT");
        assertThat(value(event, Property.UID)).isEqualTo("activity-" + id + "@trivium");
        assertThat(value(event, Property.SUMMARY)).startsWith("Kiln visit; bring, glaze");
        assertThat(value(event, Property.LOCATION)).isEqualTo("Leeds");
        assertThat(value(event, Property.DTSTART)).isEqualTo(utc(start));
        assertThat(value(event, Property.DTEND)).isEqualTo(utc(start.plus(90, ChronoUnit.MINUTES)));
        assertThat(text(token)).contains("BEGIN:VALARM").contains("TRIGGER:-PT15M");
        int sequence = Integer.parseInt(value(event, Property.SEQUENCE));

        appointments.move(seller, id, start.plus(1, ChronoUnit.DAYS), null);
        entities.flush();
        Component moved = only(read(token));
        assertThat(value(moved, Property.UID)).isEqualTo(value(event, Property.UID));
        assertThat(Integer.parseInt(value(moved, Property.SEQUENCE))).isGreaterThan(sequence);
        assertThat(value(moved, Property.DTSTART)).isEqualTo(utc(start.plus(1, ChronoUnit.DAYS)));
        mvc.perform(get("/calendar/entries/" + id + "/file").with(signedIn(seller)))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().string(containsString("UID:activity-" + id + "@trivium")));

        appointments.cancel(seller, id);
        entities.flush();
        assertThat(text(token)).contains("END:VCALENDAR").doesNotContain("BEGIN:VEVENT");
        mvc.perform(get("/calendar/entries/" + id + "/file").with(signedIn(seller)))
                .andExpect(status().isNotFound());
    }

    @Test
    void wholeDaysAreDaysAndTasksComeAsIsWanted() throws Exception {
        LocalDate day = LocalDate.ofInstant(start, seller.zone());
        Instant midnight = day.atStartOfDay(seller.zone()).toInstant();
        appointments.plan(
                seller,
                about,
                new Plan(
                        "MEETING",
                        "Fair",
                        null,
                        midnight,
                        midnight.plus(2, ChronoUnit.DAYS),
                        day,
                        day.plusDays(1),
                        null,
                        List.of(),
                        List.of()));
        String token = feeds.make(seller, FeedTasks.NONE);
        long task = appointments.plan(seller, about, Plan.task("Send the offer", "By post", start));
        Component fair = only(read(token));
        assertThat(value(fair, Property.DTSTART)).isEqualTo(day.toString().replace("-", ""));
        assertThat(value(fair, Property.DTEND))
                .isEqualTo(day.plusDays(2).toString().replace("-", ""));
        assertThat(text(token)).contains("DTSTART;VALUE=DATE:");

        token = feeds.make(seller, FeedTasks.TODO);
        assertThat(names(read(token))).containsExactlyInAnyOrder("VEVENT", "VTODO");
        token = feeds.make(seller, FeedTasks.EVENT);
        assertThat(names(read(token))).containsExactly("VEVENT", "VEVENT");
        appointments.finish(seller, task, null, null);
        entities.flush();
        assertThat(names(read(token))).as("what is done needs no time").containsExactly("VEVENT");
        token = feeds.make(seller, FeedTasks.TODO);
        assertThat(text(token)).contains("STATUS:COMPLETED").contains("DESCRIPTION:By post");
    }

    @Test
    void onlyWhatThePersonSeesNowAndNothingOnceTheyHaveLeft() throws Exception {
        appointments.plan(seller, about, meeting("Secret"));
        String token = feeds.make(seller, FeedTasks.EVENT);
        assertThat(text(token)).contains("Secret");
        database.sql("update opportunity set owner_id = :other where id = :id")
                .param("other", company.administrator().personId())
                .param("id", company.id("opportunity"))
                .update();
        assertThat(text(token)).doesNotContain("Secret");
        database.sql("update person set active = false where id = :id")
                .param("id", seller.personId())
                .update();
        assertThat(answer(token, null).getStatus()).isEqualTo(404);
    }

    @Test
    void anAddressIsKnownToItsPersonAloneAndEndsWhenTheyWant() throws Exception {
        MvcResult made = mvc.perform(post("/account/calendar/feed")
                        .param("tasks", "EVENT")
                        .with(signedIn(seller))
                        .with(csrf()))
                .andReturn();
        String address = String.valueOf(made.getFlashMap().get("feedAddress"));
        String path = address.substring(address.indexOf("/calendar/"));
        assertThat(mvc.perform(get(path)).andReturn().getResponse().getStatus()).isEqualTo(200);
        assertThat(database.sql("select token_hash from calendar_feed where person_id = :me")
                        .param("me", seller.personId())
                        .query(String.class)
                        .single())
                .hasSize(64)
                .isNotEqualTo(path.replaceAll(".*/|\\.ics", ""));
        mvc.perform(get("/account/calendar").with(signedIn(seller)))
                .andExpect(content().string(not(containsString(".ics"))));
        feeds.make(seller, FeedTasks.EVENT);
        assertThat(mvc.perform(get(path)).andReturn().getResponse().getStatus()).isEqualTo(404);
        String token = feeds.make(seller, FeedTasks.EVENT);
        mvc.perform(
                post("/account/calendar/feed/removal").with(signedIn(seller)).with(csrf()));
        assertThat(answer(token, null).getStatus()).isEqualTo(404);
        assertThat(answer("x".repeat(43), null).getStatus()).isEqualTo(404);
    }

    @Test
    void whoHasReadItGetsNothingTwiceAndWhoReadsTooOftenWaits() throws Exception {
        appointments.plan(seller, about, meeting("Kiln visit"));
        String token = feeds.make(seller, FeedTasks.EVENT);
        MockHttpServletResponse first = answer(token, null);
        assertThat(first.getContentType()).startsWith("text/calendar");
        assertThat(first.getHeader("Set-Cookie")).isNull();
        MockHttpServletResponse again = answer(token, first.getHeader("ETag"));
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsString()).isEmpty();
        database.sql("update calendar_feed set hits = :many, hour = date_trunc('hour', :now::timestamptz)")
                .param("many", FeedService.READS_AN_HOUR)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        MockHttpServletResponse refused = answer(token, null);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("3600");
    }

    private Plan meeting(String subject) {
        return new Plan(
                "MEETING",
                subject,
                null,
                start,
                start.plus(Duration.ofMinutes(90)),
                null,
                null,
                "Leeds",
                List.of(),
                List.of());
    }

    private Calendar read(String token) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text(token)));
        assertThat(calendar.validate().getEntries()).isEmpty();
        return calendar;
    }

    private String text(String token) throws Exception {
        entities.flush();
        MockHttpServletResponse answer = answer(token, null);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString().replace("\r\n ", "");
    }

    private MockHttpServletResponse answer(String token, String tag) throws Exception {
        var request = get("/calendar/feed/" + token + ".ics");
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private static Component only(Calendar calendar) {
        assertThat(calendar.getComponents()).hasSize(1);
        return (Component) calendar.getComponents().get(0);
    }

    private static List<String> names(Calendar calendar) {
        return calendar.getComponents().stream()
                .map(component -> component.getName())
                .toList();
    }

    private static String value(Component component, String property) {
        return component
                .getProperty(property)
                .map(found -> ((Property) found).getValue())
                .orElse("");
    }

    private static String utc(Instant at) {
        return at.toString().replaceAll("[-:]", "");
    }
}
