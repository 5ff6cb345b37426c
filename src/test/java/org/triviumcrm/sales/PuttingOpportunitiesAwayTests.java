package org.triviumcrm.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Suspended, terminated, closed, archived, purged: through the pages, and what all other pages then show. */
@IntegrationTest
class PuttingOpportunitiesAwayTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    @Autowired
    ApplicationEventPublisher events;

    private Viewer representative;
    private Viewer manager;
    private Viewer administrator;

    @BeforeEach
    void company() {
        long office = accounts.team("West", null);
        representative = accounts.representative(accounts.team("Team one", office));
        manager = accounts.manager(office);
        administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
    }

    @Test
    void aSuspendedOneLeavesBoardForecastHomeAndTotalsUntilItIsTakenUpAgain() throws Exception {
        long id = open("Sleeping deal");
        List<String> pages = List.of("/sales/board", "/", "/insight/figures", "/sales/funnel");
        database.sql("update opportunity set stage_entered_at = now() - interval '200 days',"
                        + " expected_close_date = current_date - 3 where id = :id")
                .param("id", id)
                .update();
        for (String page : List.of("/sales/board", "/")) {
            show(page).andExpect(content().string(containsString("Sleeping deal")));
        }
        assertThat(number("select sum(base_amount) from opportunity_total where state = 'OPEN'"))
                .isEqualTo(1000);
        for (String page : pages) {
            show(page).andExpect(content().string(containsString("1,000")));
        }
        act(id, "suspension", representative, "reason", "No budget before spring", "until", later(30))
                .andExpect(redirectedUrl("/sales/opportunities/" + id));
        assertThat(number("select coalesce(sum(base_amount), 0) from opportunity_total where state = 'OPEN'"))
                .isZero();
        for (String page : pages) {
            show(page)
                    .andExpect(content().string(not(containsString("1,000"))))
                    .andExpect(content().string(not(containsString("Sleeping deal"))));
        }
        show("/sales/opportunities/" + id)
                .andExpect(content().string(containsString("Suspended")))
                .andExpect(content().string(containsString("No budget before spring")));
        show("/sales/opportunities?f.state=SUSPENDED").andExpect(content().string(containsString("Sleeping deal")));
        act(id, "move", representative, "stageId", "" + stage("Proposal"))
                .andExpect(flash().attribute("problem", "sales.opportunity.error.state.SUSPENDED"));
        act(id, "win", representative, "amount", "5", "closedOn", "2026-03-05")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Take it up again first.")));

        act(id, "reactivation", representative).andExpect(redirectedUrl("/sales/opportunities/" + id));
        assertThat(life(id)).isEqualTo("OPEN NONE");
        show("/sales/board").andExpect(content().string(containsString("Sleeping deal")));
        assertThat(database.sql("select from_state || ' ' || to_state || coalesce(' ' || reason, '') from state_change"
                                + " where opportunity_id = :id and by_person_id = :by order by id")
                        .param("id", id)
                        .param("by", representative.personId())
                        .query(String.class)
                        .list())
                .containsExactly("OPEN SUSPENDED No budget before spring", "SUSPENDED OPEN");
    }

    @Test
    void isSuspendedOnlyUntilADayToComeAndWithAReason() throws Exception {
        long id = open("Deal");
        act(id, "suspension", representative, "reason", "", "until", later(0))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please say why it is suspended.")));
        act(id, "suspension", representative, "reason", "Reorganised", "until", later(0))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please choose a day after today.")))
                .andExpect(content().string(containsString("Reorganised")));
        assertThat(life(id)).isEqualTo("OPEN NONE");
    }

    @Test
    void aTerminatedOneNeverOpensAgain() throws Exception {
        long id = open("Dead end");
        String reason = "" + (long) number("select min(id) from lost_reason");
        act(id, "termination", representative, "reasonId", reason, "note", "Bankrupt")
                .andExpect(status().isForbidden());
        act(id, "termination", manager, "reasonId", reason)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please say what happened.")));
        act(id, "termination", manager, "reasonId", reason, "note", "Bankrupt")
                .andExpect(redirectedUrl("/sales/opportunities/" + id));
        assertThat(life(id)).isEqualTo("TERMINATED NONE");
        for (String step : List.of("move", "reopening")) {
            act(id, step, manager, "stageId", "" + stage("Proposal"))
                    .andExpect(flash().attribute("problem", "sales.opportunity.error.state.TERMINATED"));
        }
        act(id, "reactivation", manager)
                .andExpect(flash().attribute("problem", "sales.opportunity.error.state.TERMINATED"));
        isNotDeleted(id);
        assertThat(life(id)).isEqualTo("TERMINATED NONE");
    }

    @Test
    void aLostOneSaysToWhom() throws Exception {
        perform(post("/administration/competitors")
                        .param("name", "Globex")
                        .param("active", "true")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(redirectedUrl("/administration/competitors"));
        long globex = (long) number("select id from competitor where name = 'Globex'");
        long id = open("Contested");
        String reason = "" + (long) number("select min(id) from lost_reason");
        show("/sales/opportunities/" + id + "/loss").andExpect(content().string(containsString("Globex")));
        String[] loss = {"reasonId", reason, "closedOn", "2026-03-05", "note", "Cheaper", "competitorId", "" + globex};
        act(id, "loss", representative, loss).andExpect(redirectedUrl("/sales/opportunities/" + id));
        show("/sales/opportunities/" + id).andExpect(content().string(containsString("Globex")));
        show("/sales/opportunities?f.competitor=" + globex).andExpect(content().string(containsString("Contested")));
        isNotDeleted(id);
        act(id, "reopening", representative, "stageId", "" + stage("Proposal"));
        assertThat(number("select count(*) from opportunity where competitor_id = " + globex
                        + " and closing_note is null"))
                .isEqualTo(1);
    }

    @Test
    void aClosedOneChangesNoMoreAndStillCounts() throws Exception {
        long id = won("Finished deal");
        act(id, "closure", representative, "reason", "Delivered and paid")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please say what happened.")));
        act(
                        id,
                        "closure",
                        representative,
                        "reason",
                        "Delivered and paid",
                        "note",
                        "Went well",
                        "lessons",
                        "Visit early")
                .andExpect(redirectedUrl("/sales/opportunities/" + id));
        assertThat(life(id)).isEqualTo("WON CLOSED");
        assertThat(number("select sum(base_amount) from opportunity_total where state = 'WON'"))
                .isEqualTo(1200);
        show("/sales/opportunities/" + id)
                .andExpect(content().string(containsString("Won · Closed")))
                .andExpect(content().string(containsString("Visit early")))
                .andExpect(content().string(not(containsString("/edit\""))));
        String closed = "sales.opportunity.error.finish.CLOSED";
        act(id, "reopening", representative, "stageId", "" + stage("Proposal"))
                .andExpect(flash().attribute("problem", closed));
        act(id, "deletion", manager).andExpect(flash().attribute("problem", closed));
        perform(post("/sales/opportunities/" + id)
                        .param("name", "Other name")
                        .param("currency", "USD")
                        .param("version", "" + (int) number("select version from opportunity where id = " + id))
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(flash().attribute("problem", closed));
        entities.clear();
        assertThat(life(id)).isEqualTo("WON CLOSED");
        assertThat(string("select name from opportunity where id = " + id)).isEqualTo("Finished deal");
    }

    @Test
    void theArchiveIsShownWhenAskedForAndFiguresLeadToIt() throws Exception {
        long id = won("Old deal");
        act(id, "archiving", manager).andExpect(flash().attribute("problem", "sales.opportunity.error.state.WON"));
        act(id, "closure", manager, "reason", "Over", "note", "Long ago");
        act(id, "archiving", representative).andExpect(status().isForbidden());
        act(id, "archiving", manager).andExpect(redirectedUrl("/sales/opportunities/" + id));
        assertThat(life(id)).isEqualTo("WON ARCHIVED");
        show("/sales/opportunities").andExpect(content().string(not(containsString("Old deal"))));
        show("/sales/opportunities?f.finish=ARCHIVED").andExpect(content().string(containsString("Old deal")));
        show("/sales/opportunities?f.state=WON").andExpect(content().string(containsString("Old deal")));
        perform(get("/lists/opportunity/export.csv").with(signedIn(manager)))
                .andExpect(content().string(not(containsString("Old deal"))));
        show("/insight/figures").andExpect(content().string(containsString("1,200")));
        act(id, "unarchiving", manager).andExpect(status().isForbidden());
        act(id, "unarchiving", administrator).andExpect(redirectedUrl("/sales/opportunities/" + id));
        assertThat(life(id)).isEqualTo("WON CLOSED");
    }

    @Test
    void whatIsPurgedIsNamedBeforeAndListedAfter() throws Exception {
        long id = won("Secret of 2019");
        database.sql(
                        "insert into activity (id, kind, about_type, about_id, subject, at, owner_id, created_at, updated_at)"
                                + " values (nextval('activity_seq'), 'CALL', 'opportunity', :id, 'A call', now(), :by, now(), now())")
                .param("id", id)
                .param("by", representative.personId())
                .update();
        String[] why = {"reason", "Asked for by the customer"};
        act(id, "purge", administrator, why).andExpect(status().isUnprocessableContent());
        act(id, "closure", manager, "reason", "Over", "note", "Long ago");
        act(id, "archiving", manager);
        perform(get("/sales/opportunities/" + id + "/purge").with(signedIn(manager)))
                .andExpect(status().isForbidden());
        perform(get("/sales/opportunities/" + id + "/purge").with(signedIn(administrator)))
                .andExpect(content().string(containsString("2 steps of its way")))
                .andExpect(content().string(containsString("3 turns of its life")))
                .andExpect(content().string(containsString("1 call, meeting, note or task about it")));
        act(id, "purge", administrator, "reason", " ")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please say why it is purged.")));
        act(id, "purge", administrator, why).andExpect(redirectedUrl("/administration/purges"));
        for (String table : List.of("opportunity", "opportunity_aud")) {
            assertThat(number("select count(*) from " + table + " where id = " + id))
                    .isZero();
        }
        for (String table : List.of("stage_change", "state_change")) {
            assertThat(number("select count(*) from " + table + " where opportunity_id = " + id))
                    .isZero();
        }
        assertThat(number("select count(*) from activity where about_id = " + id))
                .isZero();
        assertThat(number("select coalesce(sum(base_amount), 0) from opportunity_total where state = 'WON'"))
                .isZero();
        perform(get("/administration/purges").with(signedIn(administrator)))
                .andExpect(content().string(containsString("Secret of 2019")))
                .andExpect(content().string(containsString("Asked for by the customer")))
                .andExpect(content().string(containsString(administrator.name())));
        perform(get("/administration/purges").with(signedIn(manager))).andExpect(status().isForbidden());
    }

    @Test
    void thePurgeNamesThoseWhoseSharesAndAccessGo() throws Exception {
        long id = open("Shared deal");
        act(
                        id,
                        "split",
                        representative,
                        "version",
                        "0",
                        "lines[0].personId",
                        "" + manager.personId(),
                        "lines[0].percent",
                        "40",
                        "lines[1].personId",
                        "" + representative.personId(),
                        "lines[1].percent",
                        "60")
                .andExpect(status().is3xxRedirection());
        act(id, "win", representative, "amount", "1200", "closedOn", "2026-03-05");
        act(id, "closure", manager, "reason", "Over", "note", "Long ago");
        act(id, "archiving", manager);
        Viewer helper = accounts.representative(null);
        Viewer former = accounts.representative(null);
        database.sql("""
                        insert into opportunity_member (id, opportunity_id, person_id, access, added_at, ended_at)
                        values (nextval('opportunity_member_seq'), :id, :person, 'VIEW', now(), now())""").param("id", id).param("person", helper.personId()).update();
        database.sql("insert into ownership_change (opportunity_id, from_person_id, to_person_id, at)"
                        + " values (:id, :former, :now, now()), (:id, :now, :former, now())")
                .param("id", id)
                .param("former", former.personId())
                .param("now", representative.personId())
                .update();
        perform(get("/sales/opportunities/" + id + "/purge").with(signedIn(administrator)))
                .andExpect(content().string(containsString("out of the figures of these people")))
                .andExpect(content().string(containsString(manager.name() + ": 40 %, $480")))
                .andExpect(content().string(containsString(representative.name() + ": 60 %, $720")))
                .andExpect(content().string(containsString("1 person with whom it is or was shared:")))
                .andExpect(content().string(containsString(helper.name() + "</li>")))
                .andExpect(content().string(containsString("1 former owner:")))
                .andExpect(content().string(containsString(former.name() + "</li>")));
        act(id, "purge", administrator, "reason", "Asked for").andExpect(redirectedUrl("/administration/purges"));
        perform(get("/administration/purges").with(signedIn(administrator)))
                .andExpect(content().string(containsString(manager.name() + ": 40 %, $480")))
                .andExpect(content().string(containsString(representative.name() + ": 60 %, $720")));
    }

    /** Else whoever may reopen would go round the approval of purging. */
    @Test
    void whatWasReopenedIsNotDeletedEither() throws Exception {
        long id = won("Won by mistake");
        act(id, "reopening", manager, "stageId", "" + stage("Proposal")).andExpect(status().is3xxRedirection());
        perform(get("/sales/opportunities/" + id).with(signedIn(manager)))
                .andExpect(content().string(not(containsString("/deletion"))));
        act(id, "deletion", manager)
                .andExpect(flash().attribute("problem", "sales.opportunity.error.deleteOnceDecided"));
        assertThat(number("select count(*) from opportunity where id = " + id)).isOne();
        String reason = "" + (long) number("select min(id) from lost_reason");
        act(id, "termination", manager, "reasonId", reason, "note", "A mistake");
        act(id, "closure", manager, "reason", "Over", "note", "A mistake");
        act(id, "archiving", manager);
        act(id, "purge", administrator, "reason", "A mistake").andExpect(redirectedUrl("/administration/purges"));
        assertThat(number("select count(*) from opportunity where id = " + id)).isZero();
    }

    @Test
    void theFormOfReopeningSaysWhatItDoes() throws Exception {
        long id = open("Shared deal");
        act(
                id,
                "split",
                representative,
                "version",
                "0",
                "lines[0].personId",
                "" + manager.personId(),
                "lines[0].percent",
                "100");
        act(id, "win", representative, "amount", "1200", "closedOn", "2026-03-05");
        String form = "/sales/opportunities/" + id + "/move?stageId=" + stage("Proposal");
        show("/sales/opportunities/" + id)
                .andExpect(content().string(containsString(form)))
                .andExpect(content().string(not(containsString("/reopening"))));
        show(form)
                .andExpect(content().string(containsString("/sales/opportunities/" + id + "/reopening\"")))
                .andExpect(content().string(containsString("leaves the figures of what was won")))
                .andExpect(content().string(containsString("The shares that winning has fixed can be changed again.")))
                .andExpect(content().string(containsString("It can’t be deleted any more.")));
        long unshared = won("Own deal");
        show("/sales/opportunities/" + unshared + "/move?stageId=" + stage("Proposal"))
                .andExpect(content().string(containsString("leaves the figures of what was won")))
                .andExpect(content().string(not(containsString("The shares that winning has fixed"))));
    }

    private void isNotDeleted(long id) throws Exception {
        perform(get("/sales/opportunities/" + id).with(signedIn(manager)))
                .andExpect(content().string(not(containsString("/deletion"))));
        act(id, "deletion", manager).andExpect(flash().attribute("problem", "sales.opportunity.error.deleteDecided"));
        assertThat(number("select count(*) from opportunity where id = " + id)).isOne();
    }

    private ResultActions show(String page) throws Exception {
        return perform(get(java.net.URI.create(page)).with(signedIn(representative)))
                .andExpect(status().isOk());
    }

    private ResultActions act(long id, String step, Viewer by, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/sales/opportunities/" + id + "/" + step)
                .with(signedIn(by))
                .with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return perform(request);
    }

    /** Each request ends as its transaction would: written, and read anew by the next. */
    private ResultActions perform(RequestBuilder request) throws Exception {
        ResultActions result = mvc.perform(request);
        entities.flush();
        entities.clear();
        return result;
    }

    private long won(String name) throws Exception {
        long id = open(name);
        act(id, "win", representative, "amount", "1200", "closedOn", "2026-03-05");
        return id;
    }

    private long open(String name) throws Exception {
        String location = perform(post("/sales/opportunities")
                        .param("name", name)
                        .param("amount", "1000")
                        .param("currency", "USD")
                        .param("stageId", "" + stage("Prospecting"))
                        .with(signedIn(representative))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    private String later(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
    }

    private String life(long id) {
        return string("select state || ' ' || finish from opportunity where id = " + id);
    }

    private long stage(String name) {
        return (long) number("select id from stage where name = '" + name + "'");
    }

    private double number(String sql) {
        return database.sql(sql).query(Double.class).single();
    }

    private String string(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
