package org.triviumcrm.sales.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SignedContracts;

/** Customers are chosen by how much, when and what they have bought. */
@IntegrationTest
class PurchaseFiltersTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private Viewer manager;
    private List<Long> products = List.of();

    /** Ann has bought for 1,100 in two pieces, Ben for 300, Cid only wants to, Dan is nobody's. */
    @BeforeEach
    void customersWhoHaveBought() {
        company.found();
        company.grow(2);
        manager = accounts.marketingManager();
        database.sql("delete from activity").update();
        products = database.sql("select id from product order by id limit 2")
                .query(Long.class)
                .list();
        for (String name : List.of("Ann", "Ben", "Cid", "Dan")) {
            database.sql(
                            "insert into customer (id, name, created_at, updated_at) values (nextval('customer_seq'), ?, now(), now())")
                    .param(name)
                    .update();
        }
        database.sql("select set_config('trivium.passage', 'test', true)")
                .query(String.class)
                .single();
        buys("Ann", 0, 400, "2026-02-01");
        buys("Ann", 1, 700, "2026-05-01");
        buys("Ben", 1, 300, "2025-12-01");
        database.sql("""
                        insert into opportunity (id, name, customer_id, product_id, pipeline_id, stage_id, state, amount, base_amount,
                            currency, probability, opened_on, stage_entered_at, owner_id, created_at, updated_at)
                        select nextval('opportunity_seq'), 'Wish', c.id, :product, o.pipeline_id, o.stage_id, 'OPEN', 9, 9, 'USD', 10,
                            current_date, now(), o.owner_id, now(), now()
                        from customer c, opportunity o where c.name = 'Cid' and o.id = :like""")
                .param("product", products.get(0))
                .param("like", company.id("opportunity"))
                .update();
    }

    @Test
    void byVolume() throws Exception {
        assertThat(found("f.wonAmount=1000..2000")).isEqualTo("Ann");
        assertThat(found("f.wonAmount=300..")).isEqualTo("Ann Ben");
        assertThat(found("f.wonAmount=1..1099.99")).isEqualTo("Ben");
        assertThat(found("f.wonAmount=..300")).as("nothing bought is 0").isEqualTo("Ben Cid Dan");
        assertThat(found("f.wonAmount=0..0")).isEqualTo("Cid Dan");
        assertThat(found("f.wonAmount=-5..-1")).isEmpty();
    }

    @Test
    void byVolumeWithinSomeDays() throws Exception {
        assertThat(found("f.wonIn=2025-11-01..2026-03-01")).isEqualTo("Ann Ben");
        assertThat(found("f.wonIn=2025-11-01..2026-03-01&f.wonAmount=350..500")).isEqualTo("Ann");
        assertThat(found("f.wonAmount=350..&f.wonIn=..2026-01-31")).isEmpty();
        assertThat(found("f.wonIn=2026-05-01..&f.wonAmount=..699"))
                .as("nothing bought within these days is 0")
                .isEqualTo("Ben Cid Dan");
        assertThat(found("f.wonIn=2026-02-01..2026-02-01&f.wonAmount=400")).isEqualTo("Ann");
        assertThat(found("f.wonIn=2026-02-31..&f.wonAmount=400"))
                .as("no such day")
                .isEmpty();
        database.sql("update opportunity set closed_on = current_date - 400 where closed_on = '2025-12-01'")
                .update();
        database.sql("update opportunity set closed_on = current_date - 300 where closed_on = '2026-02-01'")
                .update();
        database.sql("update opportunity set closed_on = current_date - 3 where closed_on = '2026-05-01'")
                .update();
        assertThat(found("f.wonIn=last-12-months&f.wonAmount=1100")).isEqualTo("Ann");
        assertThat(found("f.wonIn=last-90-days&f.wonAmount=1100")).isEmpty();
        assertThat(found("f.wonIn=last-12-months")).isEqualTo("Ann");
    }

    /** Whoever works for nobody has bought nothing. */
    @Test
    void contactsByWhatTheirCustomersHave() throws Exception {
        for (String name : List.of("Ann", "Ben", "Cid", "Dan")) {
            database.sql("""
                            insert into contact (id, name, customer_id, created_at, updated_at)
                            values (nextval('contact_seq'), ?, (select id from customer where name = nullif(?, 'Dan')), now(), now())""").params(name, name).update();
        }
        assertThat(contacts("f.wonAmount=1000..")).isEqualTo("Ann");
        assertThat(contacts("f.wonAmount=..300")).isEqualTo("Ben Cid Dan");
        assertThat(contacts("f.wonIn=2025-11-01..2026-03-01&f.wonAmount=350..")).isEqualTo("Ann");
        assertThat(contacts("f.wonIn=2026-05-01..&f.wonAmount=..699")).isEqualTo("Ben Cid Dan");
        assertThat(contacts("f.lastWonOn=..2025-12-31")).isEqualTo("Ben");
        assertThat(contacts("f.bought=" + products.get(1) + "&f.notBought=" + products.get(0)))
                .isEqualTo("Ben");
        mvc.perform(get("/contacts?columns=name,wonAmount,lastWonOn").with(signedIn(manager)))
                .andExpect(content().string(containsString("1,100")));
        mvc.perform(get("/contacts?filters=open").with(signedIn(accounts.representative(null))))
                .andExpect(content().string(not(containsString("f.wonIn"))));
    }

    @Test
    void byTheDayOfTheLastPurchase() throws Exception {
        assertThat(found("f.lastWonOn=2026-01-01..2026-12-31")).isEqualTo("Ann");
        assertThat(found("f.lastWonOn=..2025-12-31")).isEqualTo("Ben");
        database.sql("update opportunity set closed_on = '2025-03-01' where closed_on = '2026-05-01'")
                .update();
        assertThat(found("f.lastWonOn=2026-02-01..2026-02-01")).isEqualTo("Ann");
    }

    @Test
    void byWhatTheyHaveBoughtAndNot() throws Exception {
        assertThat(found("f.bought=" + products.get(0))).isEqualTo("Ann");
        assertThat(found("f.bought=" + products.get(0) + "&f.bought=" + products.get(1)))
                .isEqualTo("Ann Ben");
        assertThat(found("f.notBought=" + products.get(0))).isEqualTo("Ben Cid Dan");
        assertThat(found("f.bought=" + products.get(1) + "&f.notBought=" + products.get(0)))
                .isEqualTo("Ben");
    }

    /** Right after the signature, with or without an opportunity; what was signed takes the place of what was won. */
    @Test
    void byWhatIsSigned() throws Exception {
        long cid = customer("Cid");
        long alone = SignedContracts.of(
                database, cid, manager.personId(), 0, null, LocalDate.of(2026, 3, 1), Map.of(products.get(0), "50"));
        assertThat(found("f.bought=" + products.get(0))).isEqualTo("Ann Cid");
        assertThat(found("f.notBought=" + products.get(0))).isEqualTo("Ben Dan");
        assertThat(found("f.wonAmount=50..50")).isEqualTo("Cid");
        assertThat(found("f.wonIn=2026-03-01..2026-03-01")).isEqualTo("Cid");
        assertThat(found("f.wonIn=2026-03-01..2026-03-01&f.wonAmount=50")).isEqualTo("Cid");
        assertThat(found("f.lastWonOn=2026-03-01..2026-03-01")).isEqualTo("Cid");

        SignedContracts.of(
                database,
                cid,
                manager.personId(),
                alone,
                null,
                LocalDate.of(2026, 4, 1),
                Map.of(products.get(0), "20", products.get(1), "10"));
        assertThat(found("f.wonAmount=30..30")).as("less, of another").isEqualTo("Cid");
        assertThat(found("f.bought=" + products.get(1))).isEqualTo("Ann Ben Cid");
        assertThat(found("f.wonIn=2026-04-01..2026-04-01&f.wonAmount=..-20"))
                .as("what the amendment brought")
                .isEqualTo("Cid");

        long deal = database.sql("select id from opportunity where name = 'Deal' and base_amount = 300")
                .query(Long.class)
                .single();
        SignedContracts.of(
                database,
                customer("Ben"),
                manager.personId(),
                0,
                deal,
                LocalDate.of(2026, 1, 5),
                Map.of(products.get(0), "280"));
        assertThat(found("f.wonAmount=280..280")).as("once").isEqualTo("Ben");
        assertThat(found("f.bought=" + products.get(0))).isEqualTo("Ann Ben Cid");
        assertThat(found("f.notBought=" + products.get(1)))
                .as("it was won for the one and signed for the other")
                .isEqualTo("Ben Dan");
        assertThat(found("f.wonIn=2025-12-01..2025-12-01"))
                .as("counts on the day of its signature")
                .isEmpty();
    }

    private long customer(String name) {
        return database.sql("select id from customer where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    @Test
    void thoseFoundAreTaken() throws Exception {
        mvc.perform(post("/lists/customer/bulk/audience/runs")
                .param("audienceId", "" + company.id("audience"))
                .param("all", "true")
                .param("query", "f.wonAmount=1000..&f.notBought=987654321")
                .with(signedIn(manager))
                .with(csrf()));
        assertThat(
                        read(
                                "select string_agg(c.name, ' ') from audience_member m join customer c on c.id = m.customer_id"))
                .isEqualTo("Ann");
    }

    @Test
    void onlyWhoeverSeesAllSalesAsksForThem() throws Exception {
        Viewer seller = accounts.representative(null);
        mvc.perform(get("/customers?filters=open&columns=name,wonAmount").with(signedIn(manager)))
                .andExpect(content().string(containsString("1,100")))
                .andExpect(content().string(containsString("f.notBought")));
        mvc.perform(get("/customers?filters=open&columns=name,wonAmount&f.wonAmount=1000..")
                        .with(signedIn(seller)))
                .andExpect(content().string(containsString("Cid")))
                .andExpect(content().string(not(containsString("1,100"))))
                .andExpect(content().string(not(containsString("f.notBought"))));
    }

    private void buys(String customer, int product, int amount, String day) {
        database.sql("""
                        insert into opportunity (id, name, customer_id, product_id, pipeline_id, stage_id, state, amount, base_amount,
                            currency, probability, opened_on, closed_on, stage_entered_at, owner_id, created_at, updated_at)
                        select nextval('opportunity_seq'), 'Deal', c.id, :product, s.pipeline_id, s.id, 'WON', :amount, :amount, 'USD', 100,
                            date '2025-01-01', :day::date, now(), :owner, now(), now()
                        from customer c, stage s where c.name = :customer and s.kind = 'WON' order by s.id limit 1""")
                .param("customer", customer)
                .param("product", products.get(product))
                .param("amount", amount)
                .param("day", day)
                .param("owner", manager.personId())
                .update();
    }

    /** Those of the four whom the list shows. */
    private String found(String query) throws Exception {
        return shown("/customers?" + query);
    }

    private String contacts(String query) throws Exception {
        return shown("/contacts?columns=name&" + query);
    }

    private String shown(String address) throws Exception {
        String page = mvc.perform(get(address).with(signedIn(manager)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return String.join(
                " ",
                List.of("Ann", "Ben", "Cid", "Dan").stream()
                        .filter(name -> page.contains(">" + name + "</a"))
                        .toList());
    }

    private String read(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
