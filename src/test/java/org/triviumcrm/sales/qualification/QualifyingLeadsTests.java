package org.triviumcrm.sales.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** A lead becomes customer, contact and opportunity in one go, and itself again. */
@IntegrationTest
class QualifyingLeadsTests {

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

    private Viewer me;
    private long lead;

    @BeforeEach
    void aLead() {
        me = accounts.representative(accounts.team("Team one", null));
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        lead = database.sql("""
                        insert into lead (id, full_name, company, job_title, email, phone, city, source, owner_id, team_id, created_at, updated_at)
                        values (nextval('lead_seq'), 'Zoe Lux', 'Lux industries', 'Buyer', 'zoe@lux.example', '5550100', 'Rome', 'Trade fair', ?, ?,
                            now(), now()) returning id""")
                .params(me.personId(), Objects.requireNonNull(me.teamId()))
                .query(Long.class)
                .single();
        database.sql("""
                        insert into activity (id, kind, about_type, about_id, subject, at, owner_id, created_at, updated_at)
                        values (nextval('activity_seq'), 'CALL', 'lead', ?, 'First call', now(), ?, now(), now())""").params(lead, me.personId()).update();
    }

    @Test
    void becomesAllThree() throws Exception {
        send(everythingNew()).andExpect(status().is3xxRedirection());
        assertThat(one(
                        "select state || ' ' || c.name || ' ' || k.name || ' ' || k.job_title || ' ' || c.city from lead l"
                                + " join customer c on c.id = l.customer_id join contact k on k.id = l.contact_id"))
                .isEqualTo("QUALIFIED Lux industries Zoe Lux Buyer Rome");
        assertThat(
                        one(
                                "select o.name || ' ' || c.name || ' ' || k.name || ' ' || o.amount || ' ' || o.currency || ' ' || o.owner_id"
                                        + " from opportunity o join customer c on c.id = o.customer_id join contact k on k.id = o.contact_id"))
                .isEqualTo("Fifty lamps Lux industries Zoe Lux 500.00 USD " + me.personId());
        assertThat(
                        one(
                                "select a.about_type || ' ' || (a.about_id = o.id and a.customer_id = o.customer_id) from activity a, opportunity o"))
                .isEqualTo("opportunity true");
        mvc.perform(get("/sales/leads/" + lead + "/qualification/outcome").with(signedIn(me)))
                .andExpect(content().string(containsString("Fifty lamps")));
        mvc.perform(get("/sales/opportunities/" + one("select id::text from opportunity"))
                        .with(signedIn(me)))
                .andExpect(content().string(containsString("/marketing/leads/" + lead)))
                .andExpect(content().string(containsString("Trade fair")));
    }

    @Test
    void theCampaignOfTheLeadHasBroughtTheOpportunity() throws Exception {
        database.sql("""
                        insert into campaign (id, name, method_id, start_on, end_on, currency, state, state_since, owner_id, created_at, updated_at)
                        select nextval('campaign_seq'), 'Lamp fair', id, current_date, current_date, 'USD', 'PLANNED', now(), ?, now(), now()
                        from marketing_term where kind = 'METHOD' limit 1""").param(me.personId()).update();
        database.sql("update lead set campaign_id = (select id from campaign), created_at = now() - interval '3 days'")
                .update();
        send(everythingNew()).andExpect(status().is3xxRedirection());
        assertThat(one(
                        "select t.kind || ' ' || t.first_share || ' ' || t.even_amount || ' ' || (t.first_at = l.created_at)"
                                + " from opportunity_touch t, lead l"))
                .isEqualTo("LEAD 10000 500.00 true");

        send(post("/sales/leads/" + lead + "/qualification/undoing")).andExpect(status().is3xxRedirection());
        assertThat(one("select count(*)::text from opportunity_touch")).isEqualTo("0");
        assertThat(one("select sum(opportunities)::text || ' ' || sum(even_amount) from attribution_month"))
                .isEqualTo("0 0.00");
    }

    @Test
    void findsWhoIsThereAlready() throws Exception {
        long customer = insert("customer", "name", "Lux Industries");
        insert("contact", "name, email", "Z. Lux', 'ZOE@lux.example");
        mvc.perform(get("/sales/leads/" + lead + "/qualification").with(signedIn(me)))
                .andExpect(content().string(containsString("<option value=\"" + customer + "\" selected")))
                .andExpect(content().string(containsString("Z. Lux")));
        send(qualification("customerId", customer).param("newContact", "Zoe Lux"))
                .andExpect(status().is3xxRedirection());
        assertThat(one("select count(*)::text from customer")).isEqualTo("1");
        assertThat(one("select about_type || ' ' || about_id from activity")).isEqualTo("customer " + customer);
    }

    @Test
    void whoWantsNoMailsWantsNoneAfterwardsEither() throws Exception {
        database.sql("update lead set no_email = true").update();
        send(everythingNew()).andExpect(status().is3xxRedirection());
        assertThat(
                        one(
                                "select concat(k.no_email, k.no_call, c.no_email) from contact k join customer c on c.id = k.customer_id"))
                .isEqualTo("tff");
        mvc.perform(get("/contacts/" + one("select id::text from contact")).with(signedIn(me)))
                .andExpect(content().string(containsString("Wants no e-mails")))
                .andExpect(content().string(containsString("Calls are welcome")));
    }

    @Test
    void aCustomerOfWhomNobodyIsKnownHasTheWishesOfItsLead() throws Exception {
        database.sql("update lead set no_call = true").update();
        send(qualification("newCustomer", "Lux industries")).andExpect(status().is3xxRedirection());
        assertThat(one("select concat(no_email, no_call) from customer")).isEqualTo("ft");
    }

    @Test
    void isQualifiedOnce() throws Exception {
        send(everythingNew()).andExpect(status().is3xxRedirection());
        send(everythingNew())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Somebody has decided about this lead already.")));
        assertThat(counts()).isEqualTo("1 1 1");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        send(post("/sales/leads/" + lead + "/qualification"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please choose or name a customer or a contact.")));
        assertThat(counts()).isEqualTo("0 0 0");
    }

    @Test
    void newOpportunitiesOfLeadsGoThroughTheSameGates() throws Exception {
        database.sql("insert into stage_field (stage_id, field) values (?, 'PRODUCT')")
                .param(firstStage())
                .update();
        send(everythingNew())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("asks for more than this form has")))
                .andExpect(content().string(containsString("value=\"Fifty lamps\"")));
    }

    @Test
    void isTakenBackAsAWhole() throws Exception {
        send(everythingNew());
        undo().andExpect(flash().attribute("notice", "sales.qualification.undone"));
        assertThat(counts()).isEqualTo("0 0 0");
        assertThat(one("select state || ' ' || coalesce(customer_id, 0) from lead"))
                .isEqualTo("WORKING 0");
        assertThat(one("select about_type || ' ' || about_id || ' ' || coalesce(customer_id, 0) from activity"))
                .isEqualTo("lead " + lead + " 0");
        send(everythingNew()).andExpect(status().is3xxRedirection());
        assertThat(counts()).isEqualTo("1 1 1");
    }

    @Test
    void whatWasThereBeforeStaysWhenItIsTakenBack() throws Exception {
        long customer = insert("customer", "name", "Lux Industries");
        send(qualification("customerId", customer).param("newContact", "Zoe Lux"));
        undo().andExpect(flash().attribute("notice", "sales.qualification.undone"));
        assertThat(counts()).isEqualTo("1 0 0");
    }

    @Test
    void isNotTakenBackAfterAChange() throws Exception {
        for (String change : List.of(
                "update opportunity set amount = 7, version = version + 1",
                "update customer set city = 'Oslo', version = version + 1",
                "update contact set phone = '1', version = version + 1",
                "update lead set note = 'x', version = version + 1",
                "insert into contact (id, name, customer_id, created_at, updated_at)"
                        + " select nextval('contact_seq'), 'Another', id, now(), now() from customer",
                "insert into activity (id, kind, about_type, about_id, subject, at, owner_id, created_at, updated_at)"
                        + " select nextval('activity_seq'), 'NOTE', 'opportunity', id, 'New', now(), owner_id, now(), now() from opportunity",
                "update lead_qualification set at = at - interval '16 minutes'")) {
            database.sql("savepoint qualified").update();
            send(everythingNew());
            database.sql(change).update();
            undo().andExpect(flash().attributeExists("problem"));
            database.sql("rollback to savepoint qualified").update();
        }
    }

    @Test
    void onlyWhoDidItTakesItBack() throws Exception {
        send(everythingNew());
        mvc.perform(post("/sales/leads/" + lead + "/qualification/undoing")
                        .with(signedIn(accounts.administrator()))
                        .with(csrf()))
                .andExpect(flash().attribute("problem", "sales.qualification.error.late"));
        assertThat(counts()).isEqualTo("1 1 1");
    }

    @Test
    void whoMayNotAddCustomersChoosesOne() throws Exception {
        Viewer manager = accounts.marketingManager();
        mvc.perform(everythingNew().with(signedIn(manager)).with(csrf())).andExpect(status().isForbidden());
        assertThat(counts()).isEqualTo("0 0 0");
        long customer = insert("customer", "name", "Lux Industries");
        mvc.perform(qualification("customerId", customer)
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private MockHttpServletRequestBuilder everythingNew() {
        return qualification("newCustomer", "Lux industries")
                .param("newContact", "Zoe Lux")
                .param("opportunityName", "Fifty lamps")
                .param("amount", "500")
                .param("expectedCloseDate", "2030-01-31");
    }

    private MockHttpServletRequestBuilder qualification(String field, Object value) {
        return post("/sales/leads/" + lead + "/qualification")
                .param(field, "" + value)
                .param("currency", "USD")
                .param("stageId", "" + firstStage());
    }

    private long firstStage() {
        return database.sql("select id from stage where kind = 'OPEN' order by position limit 1")
                .query(Long.class)
                .single();
    }

    private long insert(String table, String columns, String values) {
        return database.sql(
                        "insert into %1$s (id, %2$s, created_at, updated_at) values (nextval('%1$s_seq'), '%3$s', now(), now()) returning id"
                                .formatted(table, columns, values))
                .query(Long.class)
                .single();
    }

    /** Customers, contacts, opportunities. */
    private String counts() {
        return one(
                "select (select count(*) from customer) || ' ' || (select count(*) from contact) || ' ' || (select count(*) from opportunity)");
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private ResultActions undo() throws Exception {
        return send(post("/sales/leads/" + lead + "/qualification/undoing"));
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        ResultActions answer = mvc.perform(request.with(signedIn(me)).with(csrf()));
        entities.flush();
        entities.clear();
        return answer;
    }
}
