package org.triviumcrm.marketing.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** A tree asks for the person in a field that was added, and for each of several choices, and says both in words. */
@IntegrationTest
class AddedFieldsAreLearnedTests {

    private static final String PATH = "/marketing/mining";

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Autowired
    MiningRunner runner;

    private Viewer manager;

    /** Who likes golf (also among others) and is advised by Bo Chen answers, but for one in twenty. */
    @BeforeEach
    void customersWithHobbies() throws Exception {
        company.found();
        manager = accounts.marketingManager();
        long adviser = company.id("person");
        database.sql("update person set name = 'Bo Chen' where id = ?")
                .param(adviser)
                .update();
        field("PERSON", "Adviser", "");
        field("CHOICES", "Hobbies", "Golf\nChess\nSailing");
        field("CHOICES", "Origins", "North\nSouth");
        database.sql("update custom_field set sensitive = true where key = 'origins'")
                .update();
        database.sql("""
                        insert into customer (id, name, custom, created_at, updated_at)
                        select 990000 + n, 'Asked ' || n, jsonb_build_object(
                                'adviser', (array[cast(:one as bigint), :two])[1 + n % 2],
                                'hobbies', (array['["golf"]', '["chess"]', '["chess", "golf"]', '["sailing"]', '["golf", "sailing"]', '[]'])[1 + n / 2 % 6]::jsonb),
                            timestamptz '2026-01-01' + n * interval '1 hour', now()
                        from generate_series(1, 3000) n""").param("one", adviser).param("two", manager.personId()).update();
        database.sql("""
                        insert into campaign_participant (campaign_id, customer_id, source, status, created_at, updated_at, invited_at, responded_at)
                        select :campaign, c.id, 'HAND', 'INVITED', c.created_at, c.created_at, c.created_at,
                            case when (c.custom -> 'hobbies' @> '"golf"' and c.custom ->> 'adviser' = :adviser) <> (c.id % 20 = 7)
                                then c.created_at + interval '2 days' end
                        from customer c where c.id > 990000 and c.id % 7 > 0""")
                .param("campaign", company.id("campaign"))
                .param("adviser", String.valueOf(adviser))
                .update();
    }

    @Test
    void theRuleIsFoundAndSaidInWords() throws Exception {
        String at = sent(post(PATH)
                .param("name", "Who answers")
                .param("question", "responded")
                .param("thing", "" + company.id("campaign")));
        String training = at.endsWith("/training") ? at : at + "/training";
        assertThat(page(training))
                .contains("Hobbies: Golf", "Hobbies: Chess", "Hobbies: Sailing", "Adviser", "Origins: North")
                .doesNotContain("??", "value=\"customHobbies\"", "value=\"customOrigins.north\" checked");
        mvc.perform(post(training)
                        .param("attributes", "customOrigins.north")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        String model = sent(post(training)
                .param(
                        "attributes",
                        "customHobbies.golf",
                        "customHobbies.chess",
                        "customHobbies.sailing",
                        "customAdviser"));
        runner.run(Long.parseLong(model.substring(model.lastIndexOf('/') + 1)));
        String words = page(model).replaceAll("<[^>]*>", " ");
        assertThat(words).contains("Adviser is Bo Chen").contains("Hobbies: Golf is Yes");
        assertThat(words).doesNotContain("Hobbies: Chess is");
        whoSaidNoIsNotPromised(model);
    }

    /** Only those who were not asked count, unless the others are asked for. */
    private void whoSaidNoIsNotPromised(String model) throws Exception {
        long id = Long.parseLong(model.substring(model.lastIndexOf('/') + 1));
        sent(post(model + "/scoring"));
        runner.run(id);
        long open = number("select count(*) from mining_score where model_id = " + id + " and not refused");
        long scored = number("select count(*) from mining_score where model_id = " + id);
        assertThat(number("select count(*) from mining_score where model_id = " + id
                        + " and not refused and customer_id > 990000"))
                .isEqualTo(number(
                        "select count(*) from customer c where c.id > 990000 and not exists (select from campaign_participant p where p.customer_id = c.id and p.campaign_id = "
                                + company.id("campaign") + ")"));
        assertThat(scored).isGreaterThan(open + 1_000);
        assertThat(page(model + "/uses/new").replaceAll("<[^>]*>", " ").replace(",", ""))
                .contains("only those who were not asked yet", (scored - open) + " more have said no already");
        use(model, "Only open", "");
        assertThat(number("select people from mining_use order by id desc limit 1"))
                .isEqualTo(open);
        String use = page(model + "/uses/" + number("select max(id) from mining_use"));
        assertThat(use).contains("Hobbies: Golf is Yes");
        database.sql("update person set locale = 'zh-CN' where id = ?")
                .param(manager.personId())
                .update();
        manager = accounts.viewer(manager.personId());
        assertThat(page(model + "/uses/" + number("select max(id) from mining_use")))
                .as("said in the language of whoever reads it, not of whoever made it")
                .contains("Golf为“是”");
        use(model, "All", "true");
        assertThat(number("select people from mining_use order by id desc limit 1"))
                .isEqualTo(scored);
    }

    private void use(String model, String name, String refused) throws Exception {
        sent(post(model + "/uses")
                .param("band", "0")
                .param("refused", refused)
                .param("name", name)
                .param("into", "LIST"));
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private void field(String kind, String name, String choices) throws Exception {
        mvc.perform(post("/administration/fields")
                        .param("noun", "customer")
                        .param("kind", kind)
                        .param("name", name)
                        .param("choices", choices)
                        .param("active", "true")
                        .param("position", "10")
                        .with(signedIn(accounts.administrator()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        entities.flush();
    }

    private String sent(MockHttpServletRequestBuilder request) throws Exception {
        return Objects.requireNonNull(
                mvc.perform(request.with(signedIn(manager)).with(csrf()))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
