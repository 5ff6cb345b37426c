package org.triviumcrm.marketing.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.mining.measure.Confusion;
import org.triviumcrm.marketing.mining.tree.Mined;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import tools.jackson.databind.json.JsonMapper;

/** Who bought a product, who renews, who is a key customer: learned from records as they are, without what only follows from the answer. */
@IntegrationTest
class QuestionsOfTheProductTests {

    private static final int MANY = 900;

    @Autowired
    MiningService mining;

    @Autowired
    MiningResultService results;

    @Autowired
    MiningRunner runner;

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    private Viewer administrator;

    /** It is large retailers who do, but for one in ten. */
    @BeforeEach
    void customers() {
        company.found();
        administrator = company.administrator();
        database.sql("select set_config('trivium.passage', 'TESTS', true)")
                .query(String.class)
                .single();
        database.sql("""
                        insert into customer (id, name, industry, employees, created_at, updated_at)
                        select 990000 + n, 'Some ' || n, (array['Retail', 'Health', 'Energy'])[1 + n % 3], (n * 37) % 400,
                            timestamptz '2025-01-01' + n * interval '1 hour', now()
                        from generate_series(1, :many) n""").param("many", MANY).update();
        database.sql(
                        "create temporary table does on commit drop as select c.id, c.industry, (c.industry = 'Retail' and c.employees >= 150) <> (c.id % 10 = 7) as yes from customer c where c.id > 990000")
                .update();
    }

    @Test
    void whoBoughtAProduct() throws Exception {
        long product = company.id("product");
        database.sql("""
                        insert into opportunity (id, name, customer_id, product_id, pipeline_id, stage_id, state, amount, base_amount, currency, probability,
                            opened_on, closed_on, stage_entered_at, owner_id, created_at, updated_at)
                        select d.id, 'Deal', d.id, :product, o.pipeline_id, o.stage_id, 'WON', 100, 100, 'USD', 100, current_date - 90, current_date - 9, now(),
                            o.owner_id, now(), now()
                        from does d, opportunity o where d.yes and o.id = :like""")
                .param("product", product)
                .param("like", company.id("opportunity"))
                .update();
        long id = mining.ask(administrator, new AskMining("Buyers", "bought", String.valueOf(product), null, null));
        database.sql("""
                        insert into opportunity (id, name, customer_id, pipeline_id, stage_id, state, amount, base_amount, currency, probability,
                            opened_on, closed_on, stage_entered_at, owner_id, created_at, updated_at)
                        select d.id + 100000, 'Another deal', d.id, o.pipeline_id, o.stage_id, 'WON', 100, 100, 'USD', 100, current_date - 90,
                            current_date - 9, now(), o.owner_id, now(), now()
                        from does d, opportunity o where d.id % 10 < 7 and o.id = :like""").param("like", company.id("opportunity")).update();
        long unnamed = mining.ask(administrator, new AskMining(" ", "bought", String.valueOf(product), null, null));
        assertThat(database.sql("select name from mining_model where id = ?")
                        .param(unnamed)
                        .query(String.class)
                        .single())
                .as("called what is asked")
                .isEqualTo("Bought · Sample product");
        List<String> proposed = proposed(id);
        assertThat(proposed).contains("industry", "employees").doesNotContain("wonAmount", "wins", "lastWonOn");
        Mined mined = learned(id, proposed);
        theRuleIsFound(id, mined);
        theCutIsCounted(id, mined);
    }

    @Test
    void whoRenews() {
        contracts(
                "select d.id * 10, d.id, current_date - 460, current_date - 100 from does d where d.industry <> 'Energy'");
        contracts(
                "select d.id * 10 + 1, d.id, current_date - 110, current_date + 250 from does d where d.industry <> 'Energy' and d.yes");
        long id = mining.ask(administrator, new AskMining("Renewing", "renewed", null, null, null));
        Mined mined = learned(id, List.of("industry", "employees"));
        assertThat(mined.curve().count() * 3)
                .as("only those whose contract has ended were asked")
                .isBetween(MANY * 2 / 3L - 3, MANY * 2 / 3L + 3);
        theRuleIsFound(id, mined);
        theyAreAskedAboutTheContractTheyHave(id);
    }

    @Test
    void whoIsAKeyCustomer() {
        database.sql("""
                        insert into customer_value (customer_id, revenue, wins, last_on, value_class, recency, frequency, monetary, segment)
                        select d.id, case when d.yes then 9000 else 10 end, 1, current_date - 9, case when d.yes then 'A' else 'C' end, 5, 3,
                            case when d.yes then 5 else 1 end, 'LOYAL' from does d where d.yes or d.id % 2 = 0""").update();
        long id = mining.ask(administrator, new AskMining("Best", "keyCustomer", null, null, null));
        List<String> proposed = proposed(id);
        assertThat(proposed).contains("industry", "employees").doesNotContain("valueClass", "revenue", "keyCustomer");
        theRuleIsFound(id, learned(id, proposed));
    }

    private void contracts(String which) {
        database.sql("""
                        insert into contract (id, number, revision, root_id, name, customer_id, language, currency, gross, dated_on, starts_on, ends_on,
                            renewal, remind_days, discount_kind, discount_value, state, state_since, released_at, signed_on, base_gain, owner_id,
                            created_at, updated_at)
                        select w.id, 'K' || w.id, 1, w.id, 'Care', w.customer, 'en', 'USD', false, w.signed, w.signed, w.ends, 'NONE', 30, 'PERCENT', 0,
                            'SIGNED', now(), now(), w.signed, 100, :owner, now(), now()
                        from (""" + which + ") w (id, customer, signed, ends)")
                .param("owner", company.id("person"))
                .update();
    }

    private List<String> proposed(long id) {
        return mining.offered(administrator, id).attributes().stream()
                .filter(OfferedAttribute::proposed)
                .map(one -> one.attribute().key())
                .toList();
    }

    private Mined learned(long id, List<String> attributes) {
        mining.train(administrator, id, new TrainMining(attributes, null, null, false));
        runner.run(id);
        MiningModel model = mining.model(administrator, id);
        assertThat(model.state()).as("%s", model.failure()).isEqualTo(MiningState.READY);
        return json.readValue(model.figures(), Mined.class);
    }

    /** Not who has none, or has renewed before the end; and nobody is lost because they have renewed once before. */
    private void theyAreAskedAboutTheContractTheyHave(long id) {
        contracts(
                "select d.id * 10 + 2, d.id, current_date - 300, current_date - 20 from does d where d.industry = 'Energy' and d.id % 2 = 0");
        contracts(
                "select d.id * 10 + 3, d.id, current_date - 300, current_date + 60 from does d where d.industry = 'Energy' and d.id % 2 = 1 and d.id % 5 = 0");
        contracts(
                "select d.id * 10 + 4, d.id, current_date - 3, current_date + 400 from does d where d.industry = 'Energy' and d.id % 10 = 5 and d.id % 4 = 1");
        results.score(administrator, id);
        runner.run(id);
        assertThat(database.sql("select customer_id from mining_score where model_id = ? order by 1")
                        .param(id)
                        .query(Long.class)
                        .list())
                .isEqualTo(database.sql("""
                        select d.id from does d where d.industry <> 'Energy' and d.yes
                        or d.industry = 'Energy' and (d.id % 2 = 0 or d.id % 5 = 0) order by 1""").query(Long.class).list());
        assertThat(database.sql("select count(*) from mining_score where model_id = ? and refused")
                        .param(id)
                        .query(Long.class)
                        .single())
                .as("the answer to an earlier contract is none to this one")
                .isZero();
    }

    private void theRuleIsFound(long id, Mined mined) {
        assertThat(mined.auc()).isGreaterThan(0.8);
        List<MiningGroup> groups = results.page(administrator, id).groups();
        assertThat(groups.get(0).sentence())
                .containsPattern("Industry is (Retail|not Health)")
                .contains("Employees");
        assertThat(groups.get(0).learned().value()).isGreaterThan(0.75);
        assertThat(groups.get(groups.size() - 1).learned().value()).isLessThan(0.25);
    }

    /** The page's four numbers at cuts of one's choice are those of whom the tree never saw. */
    private void theCutIsCounted(long id, Mined mined) throws Exception {
        for (int cut : new int[] {0, 40, 100}) {
            Confusion confusion = mined.curve().confusion(cut / 100.0);
            assertThat(cells(id, cut))
                    .as("from %s %%", cut)
                    .containsExactly(confusion.hits(), confusion.wasted(), confusion.missed(), confusion.spared());
            assertThat(cells(id, cut).stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(mined.curve().count());
        }
        assertThat(cells(id, 0).subList(2, 4)).as("nobody is left alone").containsExactly(0L, 0L);
    }

    private List<Long> cells(long id, @Nullable Integer cut) throws Exception {
        String page = mvc.perform(get("/marketing/mining/" + id)
                        .param("cut", String.valueOf(cut))
                        .with(signedIn(administrator)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Jsoup.parse(page).select("#mining-cut tbody td").eachText().stream()
                .map(text -> Long.valueOf(text.replace(",", "")))
                .collect(Collectors.toList());
    }
}
