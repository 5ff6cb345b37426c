package org.triviumcrm.insight.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class HomePageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    private Viewer owner;
    private Viewer manager;

    @BeforeEach
    void rows() {
        long team = accounts.team("Home team", null);
        owner = accounts.representative(team);
        manager = accounts.manager(team);
        jdbc.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (930000001, 'Home', 1, now(), now())")
                .update();
        jdbc.sql("""
                insert into stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at)
                values (930000001, 930000001, 'First talk', 1, 'OPEN', 50, now(), now()),
                       (930000002, 930000001, 'Signed', 2, 'WON', 100, now(), now())""").update();
        opportunity(930000001L, "OPEN", "1250", team);
        opportunity(930000002L, "WON", "4321", team);
        jdbc.sql("""
                insert into activity (id, kind, about_type, about_id, subject, at, owner_id, created_at, updated_at)
                values (930000001, 'TASK', 'opportunity', 930000001, 'Send the papers', now() - interval '2 days', ?, now(), now())""").param(owner.personId()).update();
    }

    @Test
    void aRepresentativeSeesTasksStaleDealsAndTheOwnFigures() throws Exception {
        mvc.perform(get("/").with(signedIn(owner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Send the papers")))
                .andExpect(content().string(containsString("Overdue")))
                .andExpect(content().string(containsString("Deal 930000001")))
                .andExpect(content().string(containsString("1,250")))
                .andExpect(content().string(containsString("4,321")))
                .andExpect(content().string(not(containsString("by person"))));
    }

    @Test
    void aManagerSeesWhoWon() throws Exception {
        mvc.perform(get("/").with(signedIn(manager)))
                .andExpect(content().string(containsString("by person")))
                .andExpect(content().string(containsString(owner.name())))
                .andExpect(content().string(not(containsString("Send the papers"))));
    }

    @Test
    void othersSeeNoneOfIt() throws Exception {
        mvc.perform(get("/").with(signedIn(accounts.representative(null))))
                .andExpect(content().string(not(containsString("4,321"))));
        mvc.perform(get("/").with(signedIn(accounts.nobody())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Open opportunities"))));
    }

    @Test
    void whatClosesSoonLeadsToExactlyItsRows() throws Exception {
        closes(930000001L, "current_date - 1");
        opportunity(930000003L, "OPEN", "300", null);
        closes(930000003L, "current_date + 14");
        opportunity(930000006L, "OPEN", "600", null);
        closes(930000006L, "current_date");
        opportunity(930000004L, "OPEN", "400", null);
        closes(930000004L, "current_date + 16");
        opportunity(930000005L, "OPEN", "500", null);
        give(930000005L, accounts.representative(null));
        closes(930000005L, "current_date - 1");

        String closing = card(owner, "home-closing");

        assertThat(deals(closing)).containsExactly("930000001", "930000006", "930000003");
        List<String> links = links(closing, "f.expectedClose");
        assertThat(links).hasSize(2);
        assertThat(deals(open(owner, links.get(0)))).containsExactly("930000001");
        assertThat(deals(open(owner, links.get(1)))).containsExactly("930000006", "930000003");
    }

    @Test
    void aManagerSeesTheTeamsDealsWithTheirOwnersAndStalledOnesWithTheGreatestFirst() throws Exception {
        closes(930000001L, "current_date - 1");
        opportunity(930000003L, "OPEN", "99000", null);
        give(930000003L, owner);
        stays(930000003L, 31);
        opportunity(930000004L, "OPEN", "999000", null);
        give(930000004L, owner);
        stays(930000004L, 30);

        assertThat(card(manager, "home-closing")).contains("Deal 930000001", owner.name());
        String stalled = card(manager, "home-stalled");
        assertThat(deals(stalled)).containsExactly("930000003", "930000001");
        assertThat(stalled).contains("31 of 30 days", "60 of 30 days");
        List<String> links = links(stalled, "f.stageEntered");
        assertThat(links).hasSize(1);
        assertThat(deals(open(manager, links.get(0)))).containsExactlyInAnyOrder("930000001", "930000003");
        assertThat(open(owner, "/")).doesNotContain("team’s opportunities");
    }

    @Test
    void theGapToTheTargetIsTheOneOfTheFunnelPage() throws Exception {
        assertThat(card(manager, "home-target")).contains("No quota is set for this month");
        target(0, "50000");
        target(manager.teamId(), "10000");

        String target = card(manager, "home-target");

        assertThat(target).contains("Won this month: $4,321 of $10,000", "$5,679 are missing", "43%");
        List<String> links = links(target, "/sales/funnel");
        assertThat(links).hasSize(1).first().asString().contains("team=" + manager.teamId());
        Matcher gaps =
                Pattern.compile("(\\w+ \\d{4}) will be (\\$[0-9,]+) short").matcher(target);
        assertThat(gaps.find()).isTrue();
        assertThat(open(manager, links.get(0))).contains(gaps.group(1)).contains(gaps.group(2));
        assertThat(open(owner, "/")).doesNotContain("home-target");
    }

    @Test
    void anAdministratorSeesWhatIsToBeSetUpAndWhatIsWrong() throws Exception {
        Viewer administrator = accounts.administrator();
        jdbc.sql(
                        "insert into sign_in (at, person_id, name, address, browser, outcome) values (now(), ?, '', '', '', 'SIGNED_IN')")
                .param(manager.personId())
                .update();
        jdbc.sql(
                        "insert into sign_in_guard (subject, failures, last_failure, closed_until)"
                                + " select 'name:' || sign_in_name, 10, now(), now() + interval '10 minutes' from person where id = ?")
                .param(owner.personId())
                .update();
        dataImport("broken.csv", "FAILED");
        dataImport("second.csv", "FAILED");
        dataImport("second.csv", "DONE");
        dataImport("asks.csv", "QUESTIONS");

        assertThat(card(administrator, "home-set-up"))
                .contains("3 of 5 done", "/administration/people", "/sales/products")
                .contains("What you sell")
                .doesNotContain("Name the stages");
        assertThat(card(administrator, "home-waiting"))
                .contains("broken.csv", "asks.csv", owner.name() + " can sign in again")
                .contains("2 people have never signed in")
                .doesNotContain("second.csv");
        String never = open(administrator, "/administration/people?status=never");
        assertThat(never).contains(owner.name(), administrator.name()).doesNotContain(manager.name() + "<");

        assertThat(open(owner, "/")).doesNotContain("home-set-up", "home-waiting");
        jdbc.sql("insert into product (id, name, created_at, updated_at) values (930000001, 'Pump', now(), now())")
                .update();
        jdbc.sql("insert into customer (id, name, created_at, updated_at) values (930000001, 'Acme', now(), now())")
                .update();
        assertThat(open(administrator, "/")).doesNotContain("home-set-up");
    }

    @Test
    void aManagerIsToldOfTheOwnImportsAlone() throws Exception {
        dataImport("somebody-elses.csv", "FAILED");
        assertThat(open(manager, "/")).doesNotContain("somebody-elses.csv", "home-waiting");
        jdbc.sql("update data_import set person_id = ?")
                .param(manager.personId())
                .update();
        assertThat(card(manager, "home-waiting")).contains("somebody-elses.csv").doesNotContain("never signed in");
    }

    private String open(Viewer viewer, String address) throws Exception {
        return mvc.perform(get(URI.create(address.replace("&amp;", "&"))).with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** A card of the home page, by its class. */
    private String card(Viewer viewer, String name) throws Exception {
        Matcher card = Pattern.compile("<section class=\"[^\"]*" + name + ".*?</section>", Pattern.DOTALL)
                .matcher(open(viewer, "/"));
        assertThat(card.find()).as(name).isTrue();
        return card.group();
    }

    /** Ids of the opportunities that a part of a page leads to, in its order. */
    private static List<String> deals(String html) {
        return Pattern.compile("href=\"/sales/opportunities/(\\d+)\"")
                .matcher(html)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();
    }

    private static List<String> links(String html, String with) {
        return Pattern.compile("href=\"([^\"]*" + Pattern.quote(with) + "[^\"]*)\"")
                .matcher(html)
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    private void closes(long id, String day) {
        jdbc.sql("update opportunity set expected_close_date = " + day + " where id = ?")
                .param(id)
                .update();
    }

    private void stays(long id, int days) {
        jdbc.sql("update opportunity set stage_entered_at = now() - ? * interval '1 day' where id = ?")
                .params(days, id)
                .update();
    }

    private void give(long id, Viewer to) {
        jdbc.sql("update opportunity set owner_id = ?, team_id = ? where id = ?")
                .params(Arrays.asList(to.personId(), to.teamId(), id))
                .update();
    }

    private void target(long team, String amount) {
        jdbc.sql("""
                insert into quota (id, measure, starts_on, months, team_id, amount, set_at)
                select nextval('quota_seq'), 'WON', cast(m as date), 1, nullif(cast(:team as bigint), 0), :amount, now()
                from generate_series(date_trunc('year', now()), date_trunc('year', now()) + interval '23 months', interval '1 month') m""")
                .param("team", team)
                .param("amount", new BigDecimal(amount))
                .update();
    }

    private void dataImport(String file, String state) {
        jdbc.sql("insert into data_import (id, target, state, person_id, file_name, format, plan, created_at)"
                        + " values (nextval('data_import_seq'), 'customer', ?, ?, ?, '{}', '{}', now())")
                .params(state, owner.personId(), file)
                .update();
    }

    private void opportunity(long id, String state, String amount, @Nullable Long team) {
        jdbc.sql("""
                insert into opportunity (id, name, pipeline_id, stage_id, state, currency, amount, base_amount, probability,
                    opened_on, closed_on, stage_entered_at, owner_id, team_id, created_at, updated_at)
                values (:id, 'Deal ' || :id, 930000001, case when :state = 'OPEN' then 930000001 else 930000002 end, :state, 'USD', :amount, :amount, 50, current_date - 60,
                    case when :state = 'OPEN' then null else current_date end, now() - interval '60 days', :owner, :team,
                    now(), now())""")
                .param("id", id)
                .param("state", state)
                .param("amount", new BigDecimal(amount))
                .param("owner", owner.personId())
                .param("team", team, java.sql.Types.BIGINT)
                .update();
    }
}
