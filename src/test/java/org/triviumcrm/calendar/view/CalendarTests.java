package org.triviumcrm.calendar.view;

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
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Everybody finds what they have to do on its day; nobody learns of what they do not see. */
@IntegrationTest
class CalendarTests {

    private static final LocalDate DAY = LocalDate.of(2027, 2, 10);

    @Autowired
    PlannerService calendar;

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

    private Viewer me;
    private Viewer seller;
    private long team;

    @BeforeEach
    void aTeam() {
        company.found();
        me = company.administrator();
        team = accounts.team("Kilns", null);
        seller = accounts.representative(team);
        database.sql("update opportunity set owner_id = :owner, team_id = :team where id = :id")
                .param("owner", seller.personId())
                .param("team", team)
                .param("id", company.id("opportunity"))
                .update();
    }

    @Test
    void whatIsPlannedStandsOnItsDay() throws Exception {
        plan(seller, "opportunity:" + company.id("opportunity"), "MEETING", "Kiln visit", DAY + "T23:30", null)
                .andExpect(status().is3xxRedirection());
        plan(seller, "opportunity:" + company.id("opportunity"), "TASK", "Send the offer", DAY + "T10:00", null)
                .andExpect(status().is3xxRedirection());
        for (CalendarSpan span : CalendarSpan.values()) {
            page(seller, "?span=" + span + "&on=" + DAY)
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Kiln visit")))
                    .andExpect(content().string(containsString("Send the offer")));
        }
        page(seller, "?span=DAY&on=" + DAY.plusDays(1)).andExpect(content().string(containsString("Kiln visit")));
        page(seller, "?span=DAY&on=" + DAY.plusDays(2)).andExpect(content().string(not(containsString("Kiln visit"))));
        page(seller, "?span=DAY&on=" + DAY + "&kind=TASK")
                .andExpect(content().string(not(containsString("Kiln visit"))))
                .andExpect(content().string(containsString("Send the offer")));
        page(seller, "?span=DAY&on=" + DAY + "&state=DONE")
                .andExpect(content().string(not(containsString("Send the offer"))));
        page(seller, "?span=NONSENSE&on=soon&kind=x").andExpect(status().isOk());
    }

    @Test
    void aColleaguesCalendarShowsWhatTheViewerSeesItself() throws Exception {
        plan(seller, "opportunity:" + company.id("opportunity"), "MEETING", "Kiln visit", DAY + "T09:00", null);
        page(me, "?on=" + DAY + "&who=" + seller.personId()).andExpect(content().string(containsString("Kiln visit")));
        page(me, "?on=" + DAY + "&team=" + team)
                .andExpect(content().string(containsString("Kiln visit")))
                .andExpect(content().string(containsString(seller.name())));
        page(me, "?on=" + DAY).andExpect(content().string(not(containsString("Kiln visit"))));
        Viewer other = accounts.representative(accounts.team("Glazes", null));
        page(other, "?on=" + DAY + "&who=" + seller.personId())
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Kiln visit"))));
        page(other, "?on=" + DAY + "&team=" + team).andExpect(status().isNotFound());
        page(me, "?on=" + DAY + "&who=987654321").andExpect(status().isNotFound());
        database.sql("update opportunity set owner_id = :me, team_id = null where id = :id")
                .param("me", me.personId())
                .param("id", company.id("opportunity"))
                .update();
        assertThat(calendar.own(seller, DAY, DAY, 10))
                .as("what one no longer sees is gone from the own calendar too")
                .isEmpty();
    }

    @Test
    void whoeverIsAskedToComeHasItInTheCalendar() throws Exception {
        plan(me, "opportunity:" + company.id("opportunity"), "CALL", "With the boss", DAY + "T09:00", seller.personId())
                .andExpect(status().is3xxRedirection());
        List<CalendarEntry> found = calendar.own(seller, DAY, DAY, 10);
        assertThat(found).singleElement().satisfies(entry -> {
            assertThat(entry.ownerId()).isEqualTo(me.personId());
            assertThat(entry.end())
                    .as("a call takes half an hour")
                    .isEqualTo(entry.at().plusSeconds(1800));
        });
        String address = "/calendar/entries/" + found.get(0).id();
        mvc.perform(get(address).with(signedIn(seller))).andExpect(content().string(containsString("With the boss")));
        mvc.perform(post(address + "/moves")
                        .param("on", DAY.plusDays(1).toString())
                        .with(signedIn(seller))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(get(address).with(signedIn(accounts.representative(null)))).andExpect(status().isNotFound());
    }

    @Test
    void itIsMovedHeldCalledOffAndTakenUpAgain() throws Exception {
        plan(seller, "opportunity:" + company.id("opportunity"), "MEETING", "Kiln visit", DAY + "T09:00", null);
        CalendarEntry entry = calendar.own(seller, DAY, DAY, 10).get(0);
        String address = "/calendar/entries/" + entry.id();
        act(address + "/moves", "on", DAY.plusDays(3).toString())
                .andExpect(status().isNoContent())
                .andExpect(header().string("HX-Trigger", containsString("calendar:changed")));
        assertThat(calendar.own(seller, DAY, DAY, 10)).isEmpty();
        CalendarEntry moved =
                calendar.own(seller, DAY.plusDays(3), DAY.plusDays(3), 10).get(0);
        assertThat(moved.at().atZone(seller.zone()).toLocalTime()).hasToString("09:00");
        act(address + "/moves", "on", "someday").andExpect(status().isUnprocessableContent());
        act(address + "/cancellation", "x", "").andExpect(status().isNoContent());
        assertThat(calendar.own(seller, DAY.plusDays(3), DAY.plusDays(3), 10)).isEmpty();
        act(address + "/reopening", "x", "").andExpect(status().isNoContent());
        act(address + "/completion", "minutes", "many").andExpect(status().isUnprocessableContent());
        act(address + "/completion", "outcome", "They take two").andExpect(status().isNoContent());
        assertThat(calendar.own(seller, DAY.plusDays(3), DAY.plusDays(3), 10))
                .singleElement()
                .matches(one -> !one.isOpen());
        mvc.perform(get("/activities?about=opportunity:" + company.id("opportunity"))
                        .with(signedIn(seller)))
                .andExpect(content().string(containsString("They take two")));
    }

    @Test
    void whatCanNotBeIsSaidAtItsField() throws Exception {
        String deal = "opportunity:" + company.id("opportunity");
        plan(seller, deal, "MEETING", "Backwards", DAY + "T09:00", null, "end", DAY + "T08:00")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("It ends before it begins.")))
                .andExpect(content().string(containsString("Backwards")));
        plan(seller, deal, "MEETING", "Endless", DAY + "T09:00", null, "end", DAY.plusDays(40) + "T08:00")
                .andExpect(content().string(containsString("31 days at most")));
        Viewer stranger = accounts.representative(null);
        plan(seller, deal, "MEETING", "Secret", DAY + "T09:00", stranger.personId())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(stranger.name() + " does not see this record")));
        mvc.perform(post("/calendar/entries")
                        .param("kind", "CALL")
                        .param("subject", "About nothing")
                        .param("start", DAY + "T09:00")
                        .with(signedIn(seller))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please choose a customer.")));
        plan(
                        seller,
                        deal,
                        "MEETING",
                        "Fair",
                        DAY + "T00:00",
                        null,
                        "wholeDay",
                        "true",
                        "end",
                        DAY.plusDays(2) + "T00:00")
                .andExpect(status().is3xxRedirection());
        CalendarEntry fair =
                calendar.own(seller, DAY.plusDays(2), DAY.plusDays(2), 10).get(0);
        mvc.perform(get("/calendar/entries/" + fair.id() + "/edit").with(signedIn(seller)))
                .andExpect(content().string(containsString("value=\"" + DAY.plusDays(2) + "T00:00")));
        mvc.perform(post("/calendar/entries/" + fair.id())
                        .param("kind", "MEETING")
                        .param("subject", "Fair")
                        .param("start", DAY + "T09:00")
                        .param("version", "77")
                        .with(signedIn(seller))
                        .with(csrf()))
                .andExpect(status().isConflict());
    }

    private ResultActions plan(
            Viewer viewer, String about, String kind, String subject, String start, Long with, String... more)
            throws Exception {
        var request = post("/calendar/entries")
                .param("about", about)
                .param("kind", kind)
                .param("subject", subject)
                .param("start", start);
        if (with != null) {
            request.param("people", with.toString());
        }
        for (int i = 0; i < more.length; i += 2) {
            request.param(more[i], more[i + 1]);
        }
        return mvc.perform(request.with(signedIn(viewer)).with(csrf()));
    }

    private ResultActions act(String address, String name, String value) throws Exception {
        ResultActions answer = mvc.perform(post(address)
                .param(name, value)
                .header("HX-Request", "true")
                .with(signedIn(seller))
                .with(csrf()));
        entities.flush();
        return answer;
    }

    private ResultActions page(Viewer viewer, String query) throws Exception {
        return mvc.perform(get("/calendar" + query).with(signedIn(viewer)));
    }
}
