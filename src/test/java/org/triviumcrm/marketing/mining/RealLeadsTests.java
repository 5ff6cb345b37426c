package org.triviumcrm.marketing.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.exchange.dataimport.MoveIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.mining.tree.AttributeCheck;
import org.triviumcrm.marketing.mining.tree.Mined;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import tools.jackson.databind.json.JsonMapper;

/** Leads of a school come from a file whose columns become fields, among them the outcome; and what is known only afterwards. */
@IntegrationTest
class RealLeadsTests {

    private static final int CONVERTED = 5;

    @Autowired
    MoveIn moveIn;

    @Autowired
    MiningService mining;

    @Autowired
    MiningRunner runner;

    @Autowired
    MiningRepository models;

    @Autowired
    LeadModelService shown;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    private Viewer admin;

    @BeforeEach
    void theFile() throws Exception {
        admin = accounts.administrator();
        byte[] file = new ClassPathResource("x_education_leads/every-fourth.csv").getContentAsByteArray();
        assertThat(moveIn.withFields(admin, "lead", file, CONVERTED)).isEqualTo(2310);
    }

    @Test
    void whatIsKnownOnlyAfterwardsIsFoundByItselfAndLeftOut() throws Exception {
        long id = mining.ask(admin, new AskMining("Converted", "lead.customConverted", null, null, null));
        List<OfferedAttribute> offered = mining.offered(admin, id).attributes();
        Map<String, AttributeCheck> checks = offered.stream()
                .filter(one -> one.check() != null)
                .collect(Collectors.toMap(one -> one.attribute().key(), OfferedAttribute::check));
        assertThat(checks).as("the outcome itself").doesNotContainKey("customConverted");
        assertThat(checks.get("customTags").leaks()).isTrue();
        assertThat(checks.get("customLeadQuality").leaks()).isTrue();
        assertThat(checks.get("customTotalTimeSpentOnWebsite").leaks()).isFalse();
        assertThat(checks.get("customLeadOrigin").leaks()).isFalse();
        assertThat(checks.get("customLastActivity").tellsMuch())
                .as("what a lead did last, which may be after it converted")
                .isTrue();
        assertThat(checks.get("customLeadOrigin").tellsMuch()).isFalse();
        assertThat(checks.get("customTags").tellsMuch()).as("warned of already").isFalse();

        List<String> proposed = offered.stream()
                .filter(OfferedAttribute::proposed)
                .map(one -> one.attribute().key())
                .toList();
        mining.train(admin, id, new TrainMining(proposed, null, null, false));
        runner.run(id);
        MiningModel model = models.find(id).orElseThrow();
        assertThat(model.state()).isEqualTo(MiningState.READY);
        assertThat(List.of(model.rows(), model.yes())).containsExactly(2310L, 895L);
        Mined mined = json.readValue(model.figures(), Mined.class);
        assertThat(mined.auc())
                .as(
                        "time spent on the website, origin and occupation tell much, and less than what is noted afterwards")
                .isBetween(0.86, checks.get("customTags").auc());
        assertThat(mined.forest())
                .as("0.916 of forty lots that were drawn, 0.009 above or below")
                .isBetween(0.88, 0.95);

        shown.show(admin, id);
        runner.run(id);
        assertThat(number("select count(*) from lead where chance is not null")).isEqualTo(2310 - 895);
        long lead = number("select id from lead order by chance desc nulls last, id limit 1");
        String panel = mvc.perform(get("/marketing/leads/" + lead + "/score").with(signedIn(admin)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(panel).contains("Why: ");
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
