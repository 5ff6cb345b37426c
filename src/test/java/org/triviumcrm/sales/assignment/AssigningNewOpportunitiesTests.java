package org.triviumcrm.sales.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.matchesRegex;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** New opportunities without an owner go to whom the rules name, with room, and it is noted why. */
@CommittingTest
class AssigningNewOpportunitiesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    private long team;
    private Viewer administrator;
    private Viewer manager;
    private Viewer one;
    private Viewer two;

    @BeforeEach
    void company() {
        long office = accounts.team("West", null);
        team = accounts.team("Team one", office);
        administrator = accounts.administrator();
        manager = accounts.manager(office);
        one = accounts.representative(team);
        two = accounts.representative(team);
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
    }

    @Test
    void goToTheMembersOfATeamInTurn() throws Exception {
        rule("Everything", "target", "ROUND_ROBIN", "teamId", "" + team);
        for (int time = 0; time < 4; time++) {
            create("Deal " + time, "100");
        }
        assertThat(owned(one)).isEqualTo(2);
        assertThat(owned(two)).isEqualTo(2);
        assertThat(database.sql(
                                "select count(*) from notice where person_id = :id and message = 'sales.notice.assigned'")
                        .param("id", one.personId())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        long id = database.sql("select id from opportunity where name = 'Deal 0'")
                .query(Long.class)
                .single();
        show("/sales/opportunities/" + id)
                .andExpect(content().string(containsString("is next in turn by the rule “Everything”.")));
    }

    @Test
    void goByTheFirstRuleThatFits() throws Exception {
        rule("Small", "target", "PERSON", "personId", "" + one.personId(), "maxAmount", "1000");
        rule("Great", "target", "PERSON", "personId", "" + two.personId(), "minAmount", "1000");
        create("Small deal", "999");
        create("Great deal", "1000");
        assertThat(owned(one)).isEqualTo(1);
        assertThat(owned(two)).isEqualTo(1);
        database.sql("update assignment_rule set active = false").update();
        create("Left over", "5");
        assertThat(owned(administrator)).isEqualTo(1);
    }

    @Test
    void goByTheTerritoryToWhoManagesItOrTheNextAbove() throws Exception {
        database.sql("""
                insert into territory (id, name, parent_id, manager_id, conditions, created_at, updated_at) values
                  (1, 'China', null, :one, '{"joining":"ALL","conditions":[{"field":"country","comparison":"ONE_OF","values":["China"]}],"groups":[]}', now(), now()),
                  (2, 'East', 1, :two, '{"joining":"ALL","conditions":[{"field":"region","comparison":"ONE_OF","values":["East"]}],"groups":[]}', now(), now())""")
                .param("one", one.personId())
                .param("two", two.personId())
                .update();
        database.sql("""
                insert into customer (id, name, country, region, created_at, updated_at) values
                  (1, 'In the east', 'China', 'East', now(), now()), (2, 'In the west', 'China', 'West', now(), now()),
                  (3, 'Abroad', 'France', 'East', now(), now())""").update();
        rule("China", "target", "TERRITORY_MANAGER", "territories", "1");
        rule("Others", "target", "PERSON", "personId", "" + manager.personId());
        show("/administration/assignment")
                .andExpect(content().string(containsString("Territory: China, or below")))
                .andExpect(content().string(containsString("The manager of the territory, or of the next one above<")));
        createFor(1, "Eastern");
        createFor(2, "Western");
        createFor(3, "French");
        assertThat(owned(two)).isEqualTo(1);
        assertThat(owned(one)).isEqualTo(1);
        assertThat(owned(manager)).isEqualTo(1);
        long eastern = database.sql("select id from opportunity where name = 'Eastern'")
                .query(Long.class)
                .single();
        show("/sales/opportunities/" + eastern)
                .andExpect(content().string(containsString("gets it as the manager of its territory")));
        show("/administration/assignment/trial?opportunity=" + eastern)
                .andExpect(content().string(containsString("gets it as the manager of its territory")));

        database.sql("update person set active = false where id = ?")
                .param(two.personId())
                .update();
        createFor(1, "After the manager left");
        assertThat(owned(one)).isEqualTo(2);
        database.sql("update territory set manager_id = null").update();
        createFor(1, "Nobody in charge");
        assertThat(owned(manager)).as("by the next rule").isEqualTo(2);

        long rule = database.sql("select id from assignment_rule where name = 'China'")
                .query(Long.class)
                .single();
        show("/administration/assignment/" + rule + "/edit")
                .andExpect(content().string(containsString("China / East")))
                .andExpect(
                        content().string(matchesRegex("(?s).*<option value=\"1\"[^>]*selected[^>]*>China</option>.*")));
    }

    @Test
    void passOverWhoHasNoRoomAndGoToTheManagerWhenNobodyHas() throws Exception {
        rule("Everything", "target", "LEAST_WORK", "teamId", "" + team);
        limit(one, "1");
        limit(two, "2");
        show("/administration/assignment/capacities?person=" + two.personId())
                .andExpect(content().string(containsString("value=\"2\"")));
        for (int time = 0; time < 4; time++) {
            create("Deal " + time, "100");
        }
        assertThat(owned(one)).isEqualTo(1);
        assertThat(owned(two)).isEqualTo(2);
        assertThat(owned(manager)).isEqualTo(1);
        assertThat(database.sql("select count(*) from notice where person_id = :id and message = 'sales.notice.noRoom'")
                        .param("id", manager.personId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void neverPassALimitWhenManyComeAtOnce() throws Exception {
        rule("Everything", "target", "ROUND_ROBIN", "teamId", "" + team);
        limit(one, "3");
        limit(two, "4");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int time = 0; time < 12; time++) {
                String name = "Deal " + time;
                all.add(() -> {
                    create(name, "100");
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(all)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(owned(one)).isEqualTo(3);
        assertThat(owned(two)).isEqualTo(4);
        assertThat(owned(manager)).isEqualTo(5);
    }

    @Test
    void stayWithWhoeverIsNamed() throws Exception {
        rule("Everything", "target", "PERSON", "personId", "" + two.personId());
        send(
                        "/sales/opportunities",
                        one,
                        "name",
                        "Mine",
                        "currency",
                        "USD",
                        "stageId",
                        "" + stage(),
                        "ownerId",
                        "" + one.personId())
                .andExpect(status().is3xxRedirection());
        assertThat(owned(one)).isEqualTo(1);
        mvc.perform(get("/sales/opportunities/quick?stageId=" + stage()).with(signedIn(one)))
                .andExpect(content().string(containsString("By the assignment rules")));
    }

    @Test
    void aFormThatComesBackNamesWhoWasChosen() throws Exception {
        String chosen = database.sql("select name from person where id = ?")
                .param(two.personId())
                .query(String.class)
                .single();
        send("/sales/opportunities", administrator, "name", "", "stageId", "" + stage(), "ownerId", "" + two.personId())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(matchesPattern("(?s).*<option[^>]*value=\"%d\"[^>]*>%s</option>.*"
                                .formatted(two.personId(), Pattern.quote(chosen)))));
    }

    @Test
    void leadWhoEnteredThemToTheListWhenTheyWentToSomebodyElse() throws Exception {
        rule("Everything", "target", "PERSON", "personId", "" + two.personId());
        send("/sales/opportunities", one, "name", "Theirs", "currency", "USD", "stageId", "" + stage())
                .andExpect(redirectedUrl("/sales/opportunities"))
                .andExpect(flash().attribute("notice", "sales.opportunity.createdForOthers"));
        send("/sales/opportunities", two, "name", "Own", "currency", "USD", "stageId", "" + stage())
                .andExpect(redirectedUrlPattern("/sales/opportunities/*"));
        assertThat(owned(two)).isEqualTo(2);
    }

    @Test
    void comeOnceFromTheQuickForm() throws Exception {
        rule("Everything", "target", "ROUND_ROBIN", "teamId", "" + team);
        String stage = "" + stage();
        send("/sales/opportunities/quick", administrator, "name", "Quick", "currency", "USD", "stageId", stage)
                .andExpect(redirectedUrl("/sales/board"));
        assertThat(owned(one) + owned(two)).isEqualTo(1);
    }

    @Test
    void areTriedWithoutBeingAssigned() throws Exception {
        create("Sample", "700");
        rule("Great", "target", "PERSON", "personId", "" + two.personId(), "minAmount", "1000");
        rule("All", "target", "LEAST_WORK", "teamId", "" + team);
        long id = database.sql("select id from opportunity").query(Long.class).single();
        show("/administration/assignment/trial?opportunity=" + id)
                .andExpect(content().string(containsString("does not fit")))
                .andExpect(content().string(containsString(one.name())))
                .andExpect(content().string(containsString("has the fewest open opportunities by the rule “All”.")));
        assertThat(owned(administrator)).isEqualTo(1);
        mvc.perform(get("/administration/assignment/opportunities?q=Sam").with(signedIn(administrator)))
                .andExpect(content().string(containsString("Sample")));
    }

    @Test
    void rulesAreKeptInOrderAndChecked() throws Exception {
        rule("First", "target", "PERSON", "personId", "" + one.personId());
        rule("Second", "target", "PERSON", "personId", "" + two.personId());
        long second = database.sql("select id from assignment_rule where name = 'Second'")
                .query(Long.class)
                .single();
        send("/administration/assignment/" + second + "/place", administrator, "step", "-1");
        create("Deal", "1");
        assertThat(owned(two)).isEqualTo(1);
        send("/administration/assignment", administrator, "name", "", "target", "ROUND_ROBIN")
                .andExpect(content().string(containsString("Please give the rule a name.")))
                .andExpect(content().string(containsString("Please choose a team.")));
        send("/administration/assignment", administrator, "name", "First", "target", "ROUND_ROBIN", "active", "true")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is another rule of this name.")))
                .andExpect(content().string(containsString("Please choose a team.")));
        show("/administration/assignment").andExpect(content().string(containsString("Always")));
        mvc.perform(get("/administration/assignment").with(signedIn(one))).andExpect(status().isForbidden());
        send("/administration/assignment/" + second + "/removal", administrator)
                .andExpect(flash().attribute("notice", "sales.assignment.removed"));
        show("/administration/log/changes").andExpect(content().string(containsString("Assignment rule")));
    }

    @Test
    void whatCanNotBeReadInARuleIsSaidAndStaysAsTyped() throws Exception {
        send(
                        "/administration/assignment",
                        administrator,
                        "name",
                        "Great",
                        "regions",
                        "West",
                        "minAmount",
                        "much",
                        "target",
                        "PERSON",
                        "personId",
                        "somebody")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"Great\"")))
                .andExpect(content().string(containsString("value=\"much\"")))
                .andExpect(content().string(containsString("<option value=\"West\" selected=\"selected\">West")));
        rule("Great", "target", "PERSON", "personId", "" + one.personId());
        long id =
                database.sql("select id from assignment_rule").query(Long.class).single();
        send("/administration/assignment", administrator, "name", "First", "maxAmount", "x", "target", "LEAST_WORK")
                .andExpect(content().string(containsString("Please choose a team.")));
        send("/administration/assignment/" + id, administrator, "name", "Greater", "target", "WHOEVER", "version", "0")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"Greater\"")));
        assertThat(database.sql("select name from assignment_rule")
                        .query(String.class)
                        .list())
                .containsExactly("Great");
    }

    @Test
    void limitsAreCheckedChangedAndTakenAway() throws Exception {
        String capacities = "/administration/assignment/capacities";
        send(capacities, administrator, "personId", "", "maxOpen", "3")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please choose a person.")))
                .andExpect(content().string(containsString("value=\"3\"")));
        send(capacities, administrator, "personId", "" + one.personId(), "maxOpen", "many", "maxValue", "-1")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"many\"")))
                .andExpect(content().string(containsString("Please enter an amount of zero or more.")));
        assertThat(limits()).isEmpty();
        limit(one, "3");
        limit(one, "5");
        assertThat(limits()).containsExactly(5);
        limit(one, "");
        assertThat(limits()).isEmpty();
        send(capacities, one, "personId", "" + one.personId(), "maxOpen", "9").andExpect(status().isForbidden());
        send(capacities, administrator, "personId", "987654321", "maxOpen", "9").andExpect(status().isNotFound());
    }

    private List<Integer> limits() {
        return database.sql("select max_open from assignment_capacity")
                .query(Integer.class)
                .list();
    }

    private void rule(String name, String... values) throws Exception {
        String[] all = new String[values.length + 4];
        System.arraycopy(values, 0, all, 4, values.length);
        all[0] = "name";
        all[1] = name;
        all[2] = "active";
        all[3] = "true";
        send("/administration/assignment", administrator, all)
                .andExpect(flash().attribute("notice", "sales.assignment.saved"));
    }

    private void limit(Viewer person, String open) throws Exception {
        send(
                        "/administration/assignment/capacities",
                        administrator,
                        "personId",
                        "" + person.personId(),
                        "maxOpen",
                        open)
                .andExpect(flash().attribute("notice", "sales.assignment.capacity.saved"));
    }

    private void create(String name, String amount) throws Exception {
        send(
                        "/sales/opportunities",
                        administrator,
                        "name",
                        name,
                        "currency",
                        "USD",
                        "amount",
                        amount,
                        "stageId",
                        "" + stage())
                .andExpect(status().is3xxRedirection());
    }

    private void createFor(long customer, String name) throws Exception {
        send(
                        "/sales/opportunities",
                        administrator,
                        "name",
                        name,
                        "currency",
                        "USD",
                        "customerId",
                        "" + customer,
                        "stageId",
                        "" + stage())
                .andExpect(status().is3xxRedirection());
    }

    private ResultActions send(String address, Viewer viewer, String... values) throws Exception {
        var request = post(address).with(csrf()).with(signedIn(viewer));
        for (int at = 0; at < values.length; at += 2) {
            request.param(values[at], values[at + 1]);
        }
        return mvc.perform(request);
    }

    private ResultActions show(String address) throws Exception {
        return mvc.perform(get(address).with(signedIn(administrator)));
    }

    private long owned(Viewer viewer) {
        return database.sql("select count(*) from opportunity where owner_id = :id")
                .param("id", viewer.personId())
                .query(Long.class)
                .single();
    }

    private long stage() {
        return database.sql("select id from stage where kind = 'OPEN' order by position limit 1")
                .query(Long.class)
                .single();
    }
}
