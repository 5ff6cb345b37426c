package org.triviumcrm.marketing.mining;

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

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.MatchingRows;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What was learned before stays when it is learned anew; few cases are warned of before; attributes can be barred. */
@IntegrationTest
class LearningAnewTests {

    private static final String PATH = "/marketing/mining";
    private static final String BARRED = "/administration/mining-attributes";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    MiningRunner runner;

    @Autowired
    MiningScoreRepository scores;

    private Viewer manager;

    /** Large retailers don't want to be called, hardly anybody else. */
    @BeforeEach
    void customersWhoDoNotWantToBeCalled() {
        manager = accounts.marketingManager();
        database.sql("""
                        insert into customer (id, name, industry, region, employees, no_call, created_at, updated_at)
                        select 990000 + n, 'Called ' || n, t.industry, (array['North', 'South'])[1 + n / 7 % 2], t.employees,
                            (t.industry = 'Retail' and t.employees >= 200) <> (n % 20 = 8), timestamptz '2026-01-01' + n * interval '1 hour', now()
                        from generate_series(1, 1500) n
                        cross join lateral (select (array['Retail', 'Health', 'Energy'])[1 + n % 3] as industry, (n * 37) % 400 as employees) t""").update();
    }

    @Test
    void keepsAndShowsWhatWasLearnedBefore() throws Exception {
        long id = asked();
        learn(id, "attributes", "industry", "attributes", "employees");
        show(id).andExpect(content().string(not(containsString("What it has learned, each time"))))
                .andExpect(content().string(containsString("What it was learned from")))
                .andExpect(content().string(containsString("All that whoever had it learned sees")))
                .andExpect(content().string(containsString("Each counts the same")))
                .andExpect(content().string(containsString("Industry, Employees")))
                .andExpect(content().string(containsString("mining-lift")));
        double before = auc(id);
        learn(id, "attributes", "region", "balanced", "true");
        assertThat(auc(id)).isLessThan(0.6).isLessThan(before - 0.2);
        List<Long> runs = database.sql("select id from mining_run where model_id = :id order by id")
                .param("id", id)
                .query(Long.class)
                .list();
        assertThat(runs).hasSize(2);
        show(id).andExpect(content().string(containsString("What it has learned, each time")))
                .andExpect(content().string(containsString("?run=" + runs.get(0))))
                .andExpect(content().string(containsString(percent(before))))
                .andExpect(content().string(containsString("The rarer answer counts as much as the other")))
                .andExpect(content().string(not(containsString("Industry is Retail"))));
        mvc.perform(get(PATH + "/" + id).param("run", "" + runs.get(0)).with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("kept to be looked at")))
                .andExpect(content().string(containsString("Industry is Retail")))
                .andExpect(content().string(containsString("Each counts the same")))
                .andExpect(content().string(not(containsString("/" + id + "/scoring"))));
        long other = asked();
        mvc.perform(get(PATH + "/" + other).param("run", "" + runs.get(0)).with(signedIn(manager)))
                .andExpect(status().isNotFound());

        mvc.perform(post(PATH + "/" + id + "/scoring").with(signedIn(manager)).with(csrf()));
        runner.run(id);
        long scored = scored(id);
        assertThat(scored).isPositive();
        learnedFromTooFew(id);
        show(id).andExpect(content().string(containsString("Fewer than 30 said yes")))
                .andExpect(content().string(containsString("stays in force")))
                .andExpect(content().string(containsString("The rarer answer counts as much as the other")))
                .andExpect(content().string(containsString("/uses/new")));
        assertThat(scored(id)).as("what was found with the tree of before").isEqualTo(scored);
    }

    /** Whoever sees a part of the customers sees numbers of that part. */
    @Test
    void countsBesideGroupsAreOfWhomTheReaderSees() throws Exception {
        long id = asked();
        learn(id, "attributes", "industry", "attributes", "employees");
        mvc.perform(post(PATH + "/" + id + "/scoring").with(signedIn(manager)).with(csrf()));
        runner.run(id);
        Viewer seller = accounts.allowed("marketing.mining.view", "customer.customer.view");
        database.sql("""
                        insert into role_access (role_id, record_type, level)
                        select role_id, 'customer', 'OWN' from person_role where person_id = :person""").param("person", seller.personId()).update();
        seller = accounts.viewer(seller.personId());
        database.sql("update customer set owner_id = :owner where id between 990001 and 990100")
                .param("owner", seller.personId())
                .update();
        long seen = database.sql(
                        "select count(*) from mining_score where model_id = :id and customer_id between 990001 and 990100")
                .param("id", id)
                .query(Long.class)
                .single();
        assertThat(seen).isBetween(1L, 99L);
        assertThat(scores.counts(seller, id).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(seen);
        assertThat(scores.counts(manager, id).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(scored(id));
        MatchingRows list = scores.members(
                seller, id, List.copyOf(scores.counts(manager, id).keySet()), true);
        assertThat(database.sql("select count(*) from (" + list.sql() + ") m")
                        .params(list.parameters())
                        .query(Long.class)
                        .single())
                .as("and so does a target list")
                .isEqualTo(seen);
    }

    private long scored(long id) {
        return database.sql("select count(*) from mining_score where model_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private void learnedFromTooFew(long id) throws Exception {
        fewSayYes(12);
        learn(id, "attributes", "industry");
    }

    @Test
    void warnsOfFewCasesBeforeItIsLearned() throws Exception {
        long id = asked();
        training(id)
                .andExpect(content().string(containsString("There are 1,500 customers to learn from")))
                .andExpect(content().string(containsString("Yes or no")))
                .andExpect(content().string(not(containsString("mining-few"))));
        fewSayYes(120);
        training(id)
                .andExpect(content().string(containsString("120 of them said yes")))
                .andExpect(content().string(containsString("The rarer answer was given by 120 only.")));
        fewSayYes(29);
        training(id).andExpect(content().string(containsString("Fewer than 30 said yes")));
        fewSayYes(1_471);
        training(id).andExpect(content().string(containsString("Fewer than 30 said no")));
    }

    @Test
    void whatAnAdministratorBarsIsRefused() throws Exception {
        long id = asked();
        learn(id, "attributes", "industry", "attributes", "employees");
        Viewer administrator = accounts.administrator();
        mvc.perform(get(BARRED).with(signedIn(manager))).andExpect(status().isForbidden());
        mvc.perform(post(BARRED)
                        .param("barred", "customer.industry")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(BARRED)
                        .param("barred", "customer.industry", "customer.nothing", "lead.industry")
                        .with(signedIn(administrator))
                        .with(csrf()))
                .andExpect(redirectedUrl(BARRED));
        assertThat(database.sql("select string_agg(subject || '.' || attribute, ' ') from mining_barred")
                        .query(String.class)
                        .single())
                .startsWith("customer.industry")
                .doesNotContain("nothing");
        mvc.perform(get(BARRED).with(signedIn(administrator)))
                .andExpect(content().string(containsString("value=\"customer.industry\" checked")))
                .andExpect(content().string(not(containsString("value=\"customer.region\" checked"))));
        training(id).andExpect(content().string(containsString("Must not be used to decide.")));
        send("/" + id + "/training", "attributes", "industry")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("must not be used to decide")));
        send("/" + id + "/scoring").andExpect(flash().attribute("problem", "marketing.mining.error.barred"));
        mvc.perform(post(BARRED).with(signedIn(administrator)).with(csrf())).andExpect(redirectedUrl(BARRED));
        send("/" + id + "/training", "attributes", "industry").andExpect(redirectedUrl(PATH + "/" + id));
    }

    private void fewSayYes(int many) {
        database.sql("update customer set no_call = id <= 990000 + :many where id > 990000")
                .param("many", many)
                .update();
    }

    private long asked() throws Exception {
        String to = send("", "name", "Who is not to be called", "question", "noCall")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(Objects.requireNonNull(to).replaceAll("\\D", ""));
    }

    private void learn(long id, String... parameters) throws Exception {
        send("/" + id + "/training", parameters).andExpect(redirectedUrl(PATH + "/" + id));
        runner.run(id);
    }

    private double auc(long id) {
        return database.sql("select auc from mining_model where id = :id")
                .param("id", id)
                .query(Double.class)
                .single();
    }

    private static String percent(double share) {
        return String.valueOf(Math.round(share * 1000) / 10.0);
    }

    private ResultActions show(long id) throws Exception {
        return mvc.perform(get(PATH + "/" + id).with(signedIn(manager))).andExpect(status().isOk());
    }

    private ResultActions training(long id) throws Exception {
        return mvc.perform(get(PATH + "/" + id + "/training").with(signedIn(manager)))
                .andExpect(status().isOk());
    }

    private ResultActions send(String path, String... parameters) throws Exception {
        var request = post(PATH + path).with(signedIn(manager)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request);
    }
}
