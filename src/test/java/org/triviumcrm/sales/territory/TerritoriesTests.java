package org.triviumcrm.sales.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** Opportunities lie where the rules or people put them; who looks after a territory sees what lies in it and below, everywhere. */
@CommittingTest
class TerritoriesTests {

    private static final String PLACE = "/sales/opportunities/%d/territory";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TerritoryMover mover;

    private Viewer administrator;
    private Viewer seller;
    private Viewer manager;
    private long china;
    private long east;

    @BeforeEach
    void company() throws Exception {
        administrator = accounts.administrator();
        seller = accounts.representative(accounts.team("Sellers", null));
        manager = accounts.representative(accounts.team("Elsewhere", null));
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        china = territory("China", null, "countries", "China", "managerId", "" + manager.personId());
        east = territory("East", china, "regions", "East");
    }

    @Test
    void takeWhatBelongsThereWhenItIsEntered() throws Exception {
        long big = territory("Great ones", east, "minEmployees", "1000");
        assertThat(territoryOf(deal("Abroad", customer("France", "East", 5)))).isNull();
        assertThat(territoryOf(deal("Nobody's", null))).isNull();
        assertThat(territoryOf(deal("Somewhere", customer("China", "West", 5)))).isEqualTo(china);
        assertThat(territoryOf(deal("Small", customer("China", "East", 999)))).isEqualTo(east);
        assertThat(territoryOf(deal("Great", customer("China", "East", 1000)))).isEqualTo(big);
        send("/sales/territories/" + east, form("East", china, "regions", "East", "_active", "on"));
        assertThat(territoryOf(deal("Later", customer("China", "East", 1000))))
                .as("one that is off takes nothing, nor does any below")
                .isEqualTo(china);
    }

    @Test
    void followTheCustomerAndNotWhatIsDecidedOrPutThereByHand() throws Exception {
        long customer = customer("China", "East", 5);
        long open = deal("Open", customer);
        long won = deal("Won", customer);
        long fixed = deal("Fixed", customer);
        run("update opportunity set state = 'WON', closed_on = current_date where id = " + won);
        send(PLACE.formatted(fixed), "territoryId", "" + east)
                .andExpect(flash().attribute("notice", "sales.territory.placed"));
        run("update customer set region = 'West' where id = " + customer);
        assertThat(territoryOf(open)).as("before the job").isEqualTo(east);
        mover.work();
        assertThat(territoryOf(open)).isEqualTo(china);
        assertThat(territoryOf(won)).isEqualTo(east);
        assertThat(territoryOf(fixed)).isEqualTo(east);
        run("update opportunity set customer_id = " + customer("China", "East", 1) + " where id = " + open);
        mover.work();
        assertThat(territoryOf(open)).as("with another customer").isEqualTo(east);
        show("/sales/opportunities/" + open + "/history", administrator)
                .andExpect(content().string(containsString("rules of territories")));
        send(PLACE.formatted(fixed), "territoryId", "");
        assertThat(territoryOf(fixed)).as("back to the rules").isEqualTo(china);
        assertThat(database.sql("select count(*) from territory_due")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takeWhatCameByAnImportOrWasThereBefore() throws Exception {
        run("delete from territory where id = " + east);
        long before = deal("Before", customer("China", "East", 5));
        long wonBefore = deal("Won before", customer("France", "East", 5));
        run("update opportunity set state = 'WON', closed_on = current_date where id = " + wonBefore);
        run("delete from territory_due");
        long france = territory("France", null, "countries", "France");
        east = territory("East", china, "regions", "East");
        long imported = imported(customer("China", "East", 7));
        mover.work();
        assertThat(territoryOf(imported)).isEqualTo(east);
        assertThat(territoryOf(before)).isEqualTo(china);

        send("/sales/territories/runs").andExpect(flash().attribute("notice", "sales.territory.run.started"));
        send("/sales/territories/runs").andExpect(flash().attribute("problem", "sales.territory.run.busy"));
        show("/sales/territories", administrator).andExpect(content().string(containsString("The rules are running")));
        mover.work();
        assertThat(territoryOf(before)).isEqualTo(east);
        assertThat(territoryOf(wonBefore)).as("had none").isEqualTo(france);
        show("/sales/territories", administrator)
                .andExpect(content().string(containsString("3 opportunities looked at, 2 moved")));
    }

    @Test
    void areSeenByWhoeverLooksAfterThemEverywhere() throws Exception {
        long deal = deal("Qzeast deal", customer("China", "East", 5));
        long abroad = deal("Qzfrench deal", customer("France", "East", 5));
        run("update opportunity set amount = 7531975, base_amount = 7531975, expected_close_date = current_date");
        for (String address :
                List.of("/sales/opportunities", "/lists/opportunity/export.csv", "/search?q=qzeast", "/sales/board")) {
            assertThat(seen(address, manager))
                    .as(address)
                    .contains("Qzeast deal")
                    .doesNotContain("Qzfrench");
            assertThat(seen(address, accounts.representative(null))).as(address).doesNotContain("Qzeast deal");
        }
        for (String address : List.of("/", "/sales/board", "/sales/funnel", "/insight/figures", "/sales/territories")) {
            assertThat(seen(address, manager)).as(address).contains("7,531,975").doesNotContain("15,063,950");
        }
        assertThat(seen("/sales/opportunities/" + deal, manager)).contains("Qzeast deal");
        show("/sales/opportunities/" + abroad, manager).andExpect(status().isNotFound());
        Viewer member = accounts.representative(accounts.team("Eastern", null));
        run("update territory set team_id = " + member.teamId() + " where id = " + east);
        assertThat(seen("/sales/opportunities", member)).contains("Qzeast deal");
        long stage = database.sql("select id from stage where kind = 'OPEN' order by position desc limit 1")
                .query(Long.class)
                .single();
        mvc.perform(post("/sales/opportunities/" + deal + "/move")
                        .param("stageId", "" + stage)
                        .with(csrf())
                        .with(signedIn(manager)))
                .andExpect(redirectedUrl("/sales/opportunities/" + deal));
        assertThat(database.sql("select stage_id from opportunity where id = " + deal)
                        .query(Long.class)
                        .single())
                .isEqualTo(stage);
        mvc.perform(post("/sales/opportunities/" + deal + "/transfer")
                .param("ownerId", "" + manager.personId())
                .with(csrf())
                .with(signedIn(manager)));
        assertThat(database.sql("select owner_id from opportunity where id = " + deal)
                        .query(Long.class)
                        .single())
                .as("gives nothing away")
                .isEqualTo(seller.personId());
    }

    @Test
    void holdWhatLiesBelowThem() throws Exception {
        deal("Qzeast deal", customer("China", "East", 5));
        deal("Qzwest deal", customer("China", "West", 5));
        deal("Qzfrench deal", customer("France", "West", 5));
        run("update opportunity set amount = 1000, base_amount = 1000, probability = 50");
        assertThat(seen("/sales/opportunities?f.territory=" + china, administrator))
                .contains("Qzeast deal", "Qzwest deal")
                .doesNotContain("Qzfrench");
        assertThat(seen("/sales/opportunities?f.territory=" + east, administrator))
                .contains("Qzeast deal")
                .doesNotContain("Qzwest");
        String eastern = seen("/sales/board?territory=" + east, administrator);
        assertThat(eastern)
                .contains("Qzeast deal", "China / East", "$1,000")
                .doesNotContain("Qzwest")
                .doesNotContain("$2,000");
        assertThat(seen("/sales/board?territory=" + china, administrator))
                .contains("Qzeast deal", "Qzwest deal", "$2,000")
                .doesNotContain("Qzfrench");
        String column = "/sales/board/column?stage=" + stage() + "&text=qz&territory=" + east;
        assertThat(seen(column, administrator)).contains("Qzeast deal").doesNotContain("Qzwest");
        assertThat(seen("/sales/territories", administrator)).contains("$2,000", "$1,000", "$500");
        send("/sales/territories/" + east, form("East", null, "regions", "East"));
        assertThat(seen("/sales/territories", administrator)).doesNotContain("$2,000");
    }

    @Test
    void goWithEverythingInThemSomewhereElse() throws Exception {
        long deal = deal("Deal", customer("China", "East", 5));
        long west = territory("West", null);
        long below = territory("Shanghai", east, "regions", "Shanghai");
        assertThat(seen("/sales/territories/" + east + "/removal", administrator))
                .contains("1 opportunities lie in it");
        send("/sales/territories/" + east + "/removal", "toId", "987654321")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("This territory is not there any more.")));
        send("/sales/territories/" + east + "/removal", "toId", "" + west)
                .andExpect(flash().attribute("notice", "sales.territory.removed"));
        assertThat(seen("/sales/territories", administrator)).contains("Being removed");
        mover.work();
        assertThat(territoryOf(deal)).isEqualTo(west);
        assertThat(parentOf(below)).isEqualTo(china);
        assertThat(seen("/sales/territories", administrator))
                .contains("“East” has been removed: 1 opportunities moved.");
        send("/sales/territories/" + west + "/removal", "toId", "");
        mover.work();
        assertThat(territoryOf(deal)).as("where the rules put it").isEqualTo(china);
        assertThat(seen("/administration/log/changes", administrator)).contains("Territory");
    }

    @Test
    void stayATree() throws Exception {
        send("/sales/territories/" + china, form("China", east, "countries", "China"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("can&#39;t lie below itself")));
        assertThatThrownBy(() -> run("update territory set parent_id = " + east + " where id = " + china))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(parentOf(china)).isNull();
        send("/sales/territories", form("east", null))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is another territory of this name.")));
        send("/sales/territories", form("Sizes", null, "minEmployees", "10", "maxEmployees", "9"))
                .andExpect(status().isUnprocessableContent());
        send("/sales/territories/" + east, form("East", china, "version", "7")).andExpect(status().isConflict());
        show("/sales/territories", seller).andExpect(status().isOk());
        show("/sales/territories/new", seller).andExpect(status().isForbidden());
        mvc.perform(post("/sales/territories/runs").with(csrf()).with(signedIn(seller)))
                .andExpect(status().isForbidden());
    }

    @Test
    void takeNothingFromWhatWaitsForAnApprovalByHandButByRule() throws Exception {
        long customer = customer("China", "East", 5);
        long deal = deal("Deal", customer);
        lock(deal);
        send(PLACE.formatted(deal), "territoryId", "" + china);
        assertThat(territoryOf(deal)).isEqualTo(east);
        run("update customer set region = 'West' where id = " + customer);
        mover.work();
        assertThat(territoryOf(deal)).isEqualTo(china);
    }

    private void lock(long deal) {
        run("""
                insert into approval_flow (id, name, subject_type, trigger_key, position, created_at, updated_at)
                values (1, 'Flow', 'opportunity', 'WIN', 1, now(), now())""");
        run("""
                insert into approval_flow_version (id, flow_id, number, state, definition, process_definition_id, activated_at,
                    retired_at, created_at, updated_at) values (1, 1, 1, 'RETIRED', '{}', 'none', now(), now(), now(), now())""");
        run("""
                insert into approval_case (flow_version_id, subject_type, subject_id, trigger_key, title, url, submitter_id, state,
                    facts, snapshot, action_kind, action, fingerprint, submitted_at)
                values (1, 'opportunity', %d, 'WIN', 'Deal', '/', %d, 'RUNNING', '{}', '{"lines": []}', 'win', '{}', '', now())""".formatted(deal, administrator.personId()));
        run("update opportunity set approval_case_id = (select max(id) from approval_case) where id = " + deal);
    }

    private long territory(String name, @Nullable Long parent, String... values) throws Exception {
        send("/sales/territories", form(name, parent, values))
                .andExpect(flash().attribute("notice", "sales.territory.saved"));
        return id("territory", name);
    }

    private static String[] form(String name, @Nullable Long parent, String... values) {
        String[] all = new String[values.length + 8];
        all[0] = "name";
        all[1] = name;
        all[2] = "parentId";
        all[3] = parent == null ? "" : "" + parent;
        all[4] = List.of(values).contains("_active") ? "none" : "active";
        all[5] = "true";
        all[6] = List.of(values).contains("version") ? "none" : "version";
        all[7] = "0";
        System.arraycopy(values, 0, all, 8, values.length);
        return all;
    }

    private long customer(String country, String region, int employees) {
        return database.sql("""
                        insert into customer (id, name, country, region, employees, created_at, updated_at)
                        values (nextval('customer_seq'), 'Customer', :country, :region, :employees, now(), now()) returning id""")
                .param("country", country)
                .param("region", region)
                .param("employees", employees)
                .query(Long.class)
                .single();
    }

    /** Entered in the form, by the administrator for the seller. */
    private long deal(String name, @Nullable Long customer) throws Exception {
        send(
                        "/sales/opportunities",
                        "name",
                        name,
                        "currency",
                        "USD",
                        "customerId",
                        customer == null ? "" : "" + customer,
                        "stageId",
                        "" + stage(),
                        "ownerId",
                        "" + seller.personId())
                .andExpect(status().is3xxRedirection());
        return id("opportunity", name);
    }

    /** Written past the services. */
    private long imported(long customer) {
        return database.sql("""
                        insert into opportunity (id, name, customer_id, pipeline_id, stage_id, state, currency, probability, opened_on,
                            stage_entered_at, owner_id, created_at, updated_at)
                        select nextval('opportunity_seq'), 'Imported', :customer, s.pipeline_id, s.id, 'OPEN', 'USD', 10, current_date,
                            now(), :owner, now(), now() from stage s where s.id = :stage returning id""")
                .param("customer", customer)
                .param("stage", stage())
                .param("owner", seller.personId())
                .query(Long.class)
                .single();
    }

    private long stage() {
        return database.sql("select id from stage where kind = 'OPEN' order by position limit 1")
                .query(Long.class)
                .single();
    }

    private long id(String table, String name) {
        return database.sql("select max(id) from " + table + " where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private @Nullable Long territoryOf(long deal) {
        return number("select territory_id from opportunity where id = " + deal);
    }

    private @Nullable Long parentOf(long territory) {
        return number("select parent_id from territory where id = " + territory);
    }

    private @Nullable Long number(String sql) {
        return (Long) database.sql(sql).query().singleRow().values().iterator().next();
    }

    private void run(String sql) {
        database.sql(sql).update();
    }

    private ResultActions send(String address, String... values) throws Exception {
        var request = post(address).with(csrf()).with(signedIn(administrator));
        for (int at = 0; at < values.length; at += 2) {
            request.param(values[at], values[at + 1]);
        }
        return mvc.perform(request);
    }

    private ResultActions show(String address, Viewer viewer) throws Exception {
        return mvc.perform(get(address).with(signedIn(viewer)));
    }

    private String seen(String address, Viewer viewer) throws Exception {
        return show(address, viewer)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
