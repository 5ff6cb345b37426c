package org.triviumcrm.support.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** The pages of business hours: what they keep, what they refuse, and what goes by a calendar. */
@IntegrationTest
class CalendarTests {

    private static final String PATH = "/administration/business-hours";

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
    BusinessCalendarRepository calendars;

    @Autowired
    Calendars hours;

    @Autowired
    QueueHoursRepository queueHours;

    private Viewer admin;

    @BeforeEach
    void people() {
        database.sql("delete from business_calendar").update();
        admin = accounts.administrator();
    }

    @Test
    void aNewCompanyHasOfficeHoursInItsZone() {
        company.found();
        BusinessCalendar first = calendars.findByUsualTrue().orElseThrow();
        assertThat(first.getName()).isEqualTo("Office hours");
        assertThat(first.getZone()).isEqualTo(admin.zone().getId());
        assertThat(hours.of(null).id()).isEqualTo(first.getId());
    }

    @Test
    void whatIsTypedIsKeptAndCounted() throws Exception {
        send(post(PATH), shanghai()).andExpect(status().is3xxRedirection());
        BusinessCalendar saved = calendars.findByNameIgnoreCase("shanghai").orElseThrow();
        assertThat(saved.isUsual()).isTrue();
        String page = page(get(PATH));
        assertThat(page)
                .contains("Mon – Thu 09:00-12:00, 13:30-18:00 · Fri 09:00-16:00", "Asia/Shanghai")
                .contains("National Day: Oct 1, 2027 – Oct 7, 2027", "Exchange: Oct 9, 2027, worked like Friday")
                .contains("New Year: 1 January every year");
        String form = page(get(PATH + "/" + saved.getId() + "/edit"));
        assertThat(form)
                .contains("value=\"09:00-12:00, 13:30-18:00\"", "value=\"National Day\"", "value=\"2027-10-07\"");
        // a Saturday that is worked, and what is left of the Friday before
        assertThat(hours.of(saved.getId()).hours().after(Instant.parse("2027-10-08T07:00:00Z"), 2 * 3600))
                .contains(Instant.parse("2027-10-09T02:00:00Z"));
    }

    @Test
    void whatIsWrongIsSaidWhereItIs() throws Exception {
        Map<String, String> form = shanghai();
        form.put("name", " ");
        form.put("zone", "Mars/Olympus");
        form.put("tuesday", "9-12, 11-13");
        form.put("wednesday", "18-9");
        form.put("days[0].from", "31.12.26");
        form.put("days[1].to", "2020-01-01");
        form.put("days[2].name", "");
        String page = text(send(post(PATH), form).andExpect(status().isUnprocessableContent()));
        assertThat(page)
                .contains("Enter a name.", "Choose a time zone.", "These overlap: 09:00-12:00, 11:00-13:00")
                .contains("“18-9” ends before it begins.", "Enter a date.", "Say what day this is.")
                .contains("The last day must not be before the first, nor a year after it.")
                .contains("value=\"9-12, 11-13\"", "value=\"2020-01-01\"");
        assertThat(calendars.count()).isZero();
        form = shanghai();
        send(post(PATH), form).andExpect(status().is3xxRedirection());
        String taken = text(send(post(PATH), form).andExpect(status().isUnprocessableContent()));
        assertThat(taken).contains("Another calendar has this name.");
    }

    @Test
    void rowsComeAndGoWithoutSaving() throws Exception {
        String more = text(
                send(post(PATH + "/rows").param("calendar", "0").param("act", "addDay", "removeDay 0"), shanghai()));
        assertThat(more)
                .contains("value=\"Exchange\"", "name=\"days[2].name\"")
                .doesNotContain("value=\"National Day\"");
        assertThat(calendars.count()).isZero();
    }

    @Test
    void oneIsTheStandardAndStays() throws Exception {
        send(post(PATH), shanghai());
        Map<String, String> other = shanghai();
        other.put("name", "Night shift");
        send(post(PATH), other);
        long first = calendars.findByNameIgnoreCase("Shanghai").orElseThrow().getId();
        long second =
                calendars.findByNameIgnoreCase("Night shift").orElseThrow().getId();
        send(post(PATH + "/" + second + "/standard"), Map.of()).andExpect(status().is3xxRedirection());
        assertThat(hours.of(null).id()).isEqualTo(second);
        send(post(PATH + "/" + second + "/removal"), Map.of());
        send(post(PATH + "/" + first + "/removal"), Map.of());
        assertThat(calendars.findAll()).extracting(BusinessCalendar::getId).containsExactly(second);
        assertThat(hours.of(first).id()).as("one that has gone").isEqualTo(second);
    }

    @Test
    void aQueueGoesByOneCalendarWhichIsNeededThen() throws Exception {
        company.found();
        send(post(PATH), shanghai());
        long id = calendars.findByNameIgnoreCase("Shanghai").orElseThrow().getId();
        String queue = "" + company.id("ticket_queue");
        send(post(PATH + "/" + id + "/queues").param("queueIds", queue, "0"), Map.of())
                .andExpect(status().is3xxRedirection());
        assertThat(queueHours.calendarOf(company.id("ticket_queue"))).isEqualTo(id);
        assertThat(page(get(PATH + "/" + company.id("business_calendar") + "/edit")))
                .contains("(goes by “Shanghai” now)");
        send(post(PATH + "/" + id + "/removal"), Map.of());
        assertThat(calendars.existsById(id)).isTrue();
        send(post(PATH + "/" + id + "/queues"), Map.of());
        send(post(PATH + "/" + id + "/removal"), Map.of());
        assertThat(calendars.existsById(id)).isFalse();
    }

    @Test
    void theSecondEditorSeesBothVersionsOfTheDays() throws Exception {
        send(post(PATH), shanghai());
        long id = calendars.findByNameIgnoreCase("Shanghai").orElseThrow().getId();
        Map<String, String> first = shanghai();
        first.put("version", "0");
        first.put("days[0].name", "Golden Week");
        Map<String, String> second = new LinkedHashMap<>(first);
        second.put("days[0].name", "Republic Day");
        send(post(PATH + "/" + id), first).andExpect(status().is3xxRedirection());
        String page = text(send(post(PATH + "/" + id), second).andExpect(status().isConflict()));
        assertThat(page).contains("Golden Week: Oct 1", "Republic Day: Oct 1", "id=\"conflict\"");
    }

    @Test
    void nobodyElseMayDoSo() throws Exception {
        Viewer other = accounts.representative(null);
        mvc.perform(get(PATH).with(signedIn(other)).locale(Locale.ENGLISH)).andExpect(status().isForbidden());
        mvc.perform(post(PATH).with(signedIn(other)).with(csrf())).andExpect(status().isForbidden());
    }

    private static Map<String, String> shanghai() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "Shanghai");
        form.put("zone", "Asia/Shanghai");
        for (String day : new String[] {"monday", "tuesday", "wednesday", "thursday"}) {
            form.put(day, "13:30-18:00, 9-12");
        }
        form.put("friday", "9-16");
        form.put("saturday", "");
        form.put("sunday", "");
        form.put("days[0].name", "National Day");
        form.put("days[0].from", "2027-10-01");
        form.put("days[0].to", "2027-10-07");
        form.put("days[1].name", "Exchange");
        form.put("days[1].from", "2027-10-09");
        form.put("days[1].like", "FRIDAY");
        form.put("days[2].name", "New Year");
        form.put("days[2].from", "2020-01-01");
        form.put("days[2].yearly", "true");
        return form;
    }

    private ResultActions send(MockHttpServletRequestBuilder request, Map<String, String> form) throws Exception {
        form.forEach(request::param);
        ResultActions result = mvc.perform(request.with(signedIn(admin)).with(csrf()));
        entities.flush();
        entities.clear();
        return result;
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return text(mvc.perform(request.with(signedIn(admin))).andExpect(status().isOk()));
    }

    private static String text(ResultActions answer) throws Exception {
        return HtmlUtils.htmlUnescape(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
