package org.triviumcrm.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** Entries of a timeline after they were logged: corrected, done, opened again, deleted; each change in their history. */
@CommittingTest
class TimelineEntryTests {

    private static final String ABOUT = "opportunity:900001";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    private Viewer representative;
    private Viewer colleague;

    @BeforeEach
    void aDeal() {
        long team = accounts.team("West", null);
        representative = accounts.representative(team);
        colleague = accounts.representative(team);
        database.sql(
                        "insert into customer (id, name, created_at, updated_at) values (900001, 'Brick Works', now(), now())")
                .update();
        database.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (900001, 'P', 1, now(), now())")
                .update();
        database.sql("insert into stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at)"
                        + " values (900001, 900001, 'Begun', 1, 'OPEN', 10, now(), now())")
                .update();
        database.sql("""
                insert into opportunity (id, name, customer_id, pipeline_id, stage_id, state, amount, currency, base_amount,
                    probability, opened_on, stage_entered_at, owner_id, created_at, updated_at)
                values (900001, 'Kiln', 900001, 900001, 900001, 'OPEN', 10, 'USD', 10, 10, current_date, now(), :owner, now(), now())""").param("owner", representative.personId()).update();
    }

    @Test
    void isCorrectedAndTheHistorySaysHow() throws Exception {
        long call = log("CALL", "Asked for a prise");
        mvc.perform(get("/activities/" + call).header("HX-Request", "true").with(signedIn(representative)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Asked for a prise"), not(containsString("<html")))));
        String now = text(
                "select to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI') from activity where id = " + call);
        mvc.perform(get("/activities/" + call).with(signedIn(representative)))
                .andExpect(content().string(containsString("value=\"" + now + ":00\"")));
        correct(call, "Asked for a price", "2026-03-04T10:30", "15", 0)
                .andExpect(redirectedUrl("/activities?about=" + ABOUT));
        assertThat(text("select subject || ' ' || minutes || ' ' || (at at time zone 'UTC') from activity where id = "
                        + call))
                .isEqualTo("Asked for a price 15 2026-03-04 10:30:00");
        mvc.perform(get("/activities/" + call + "/history").with(signedIn(representative)))
                .andExpect(content()
                        .string(allOf(containsString("Asked for a prise"), containsString("Asked for a price"))));
    }

    @Test
    void keepsWhatWasTypedAndStaysInItsPlace() throws Exception {
        long call = log("CALL", "Talked");
        correct(call, " ", "2026-03-04T10:30", "15", 0)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please say in a few words")));
        correct(call, "Talked long", "soon", "many", 0)
                .andExpect(status().isUnprocessableContent())
                .andExpect(header().string("HX-Retarget", "#activity-" + call))
                .andExpect(content()
                        .string(allOf(
                                containsString("soon"),
                                containsString("many"),
                                containsString("Talked long"),
                                containsString("Please enter a whole number."))));
        assertThat(text("select subject from activity where id = " + call)).isEqualTo("Talked");
    }

    @Test
    void saysWhatWasSavedMeanwhile() throws Exception {
        long note = log("NOTE", "First");
        correct(note, "Second", "2026-03-04T10:30", "", 0).andExpect(status().is3xxRedirection());
        correct(note, "Third", "2026-03-04T10:30", "", 0)
                .andExpect(status().isConflict())
                .andExpect(content().string(allOf(containsString("Second"), containsString("Third"))));
        correct(note, "Third", "2026-03-04T10:30", "", 1).andExpect(status().is3xxRedirection());
        assertThat(text("select subject from activity where id = " + note)).isEqualTo("Third");
    }

    @Test
    void aTaskIsDoneAndOpenAgainFromTheTimelineAndTheList() throws Exception {
        long task = log("TASK", "Send the offer");
        act(representative, "/activities/" + task + "/completion")
                .andExpect(redirectedUrl("/activities?about=" + ABOUT));
        assertThat(text("select (done_at is not null)::text from activity where id = " + task))
                .isEqualTo("true");
        mvc.perform(get("/tasks").with(signedIn(representative)))
                .andExpect(content()
                        .string(allOf(
                                containsString("/tasks/" + task + "/reopening"),
                                containsString("/sales/opportunities/900001"))));
        act(representative, "/tasks/" + task + "/reopening").andExpect(redirectedUrl("/tasks"));
        mvc.perform(get("/tasks").with(signedIn(representative)))
                .andExpect(content().string(containsString("/tasks/" + task + "/completion")));
        act(representative, "/activities/" + log("CALL", "No task") + "/completion")
                .andExpect(status().isNotFound());
    }

    @Test
    void isDeletedAndTheHistoryKeepsIt() throws Exception {
        long note = log("NOTE", "Mistaken");
        act(representative, "/activities/" + note + "/deletion").andExpect(redirectedUrl("/activities?about=" + ABOUT));
        assertThat(text("select count(*)::text from activity")).isEqualTo("0");
        assertThat(text("select string_agg(revtype::text, ' ' order by rev) from activity_aud where id = " + note))
                .isEqualTo("0 2");
    }

    @Test
    void isNotThereForAColleagueNorOnTheCustomersTimeline() throws Exception {
        long note = log("NOTE", "Between us");
        for (String address : new String[] {"", "/history"}) {
            mvc.perform(get("/activities/" + note + address).with(signedIn(colleague)))
                    .andExpect(status().isNotFound());
        }
        for (String action : new String[] {"/deletion", "/completion", "/reopening"}) {
            act(colleague, "/activities/" + note + action).andExpect(status().isNotFound());
        }
        mvc.perform(get("/activities").param("about", ABOUT).with(signedIn(colleague)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/activities").param("about", "customer:900001").with(signedIn(colleague)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Between us"))));
        mvc.perform(get("/activities").param("about", "customer:900001").with(signedIn(representative)))
                .andExpect(content().string(containsString("Between us")));
    }

    @Test
    void whatOneWroteGoesWithTheRecord() throws Exception {
        long note = log("NOTE", "Handed over");
        database.sql("update opportunity set owner_id = :owner")
                .param("owner", colleague.personId())
                .update();
        correct(note, "Changed", "2026-03-04T10:30", "", 0).andExpect(status().isNotFound());
        act(representative, "/activities/" + note + "/deletion").andExpect(status().isNotFound());
        assertThat(text("select subject from activity where id = " + note)).isEqualTo("Handed over");
    }

    private long log(String kind, String subject) throws Exception {
        mvc.perform(post("/activities")
                        .param("about", ABOUT)
                        .param("kind", kind)
                        .param("subject", subject)
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        return Long.parseLong(text("select max(id)::text from activity"));
    }

    private ResultActions correct(long id, String subject, String at, String minutes, int version) throws Exception {
        return mvc.perform(post("/activities/" + id)
                .param("kind", text("select kind from activity where id = " + id))
                .param("subject", subject)
                .param("at", at)
                .param("minutes", minutes)
                .param("version", "" + version)
                .header("HX-Request", "true")
                .with(signedIn(representative))
                .with(csrf()));
    }

    private ResultActions act(Viewer viewer, String address) throws Exception {
        return mvc.perform(post(address).with(signedIn(viewer)).with(csrf()));
    }

    private String text(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
