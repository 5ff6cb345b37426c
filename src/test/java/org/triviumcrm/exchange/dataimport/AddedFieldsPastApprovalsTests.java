package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleFlows;

/** No file brings past an approval what its conditions ask of the fields that administrators have added. */
@IntegrationTest
class AddedFieldsPastApprovalsTests {

    private static final String HEAD = "opportunity_id,sales_agent,deal_stage,close_value,public,risk\n";

    @Autowired
    MockMvc mvc;

    @Autowired
    MoveIn moveIn;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleFlows flows;

    @Autowired
    JdbcClient jdbc;

    private Viewer admin;

    @BeforeEach
    void aFlowThatAsksForAField() throws Exception {
        admin = accounts.administrator();
        field("YES_NO", "Public");
        field("NUMBER", "Risk");
        flows.active(
                "WIN",
                null,
                ConditionGroup.all(new Condition("customPublic", Comparison.IS, "true")),
                SampleFlows.anyOf(accounts.manager(null)));
    }

    @Test
    void aNewOneIsNotWonWithItByWhoMayNotBringInHistory() {
        jdbc.sql("delete from role_permission where permission = '*'").update();
        load("A1,%s,Won,10,yes,", "A2,%s,Won,10,no,", "A3,%s,Prospecting,10,yes,");
        assertThat(deals()).containsExactly("A2 WON false", "A3 OPEN true");
        assertThat(refusals()).containsExactly("exchange.refusal.approval");
    }

    @Test
    void oneThatIsThereIsNotWonWithItNorGetsItAfterwards() {
        load("A1,%s,Prospecting,10,yes,", "A2,%s,Prospecting,10,no,", "A3,%s,Prospecting,10,no,1");
        load("A1,%s,Won,10,yes,", "A2,%s,Won,10,no,", "A3,%s,Won,10,yes,1");
        assertThat(deals()).containsExactly("A1 OPEN true", "A2 WON false", "A3 OPEN false");
        assertThat(refusals()).containsExactly("exchange.refusal.approval", "exchange.refusal.approval");

        load("A2,%s,Won,10,yes,");
        assertThat(deals()).contains("A2 WON false");
        assertThat(refusals()).hasSize(3);
        load("A2,%s,Won,10,no,7");
        assertThat(jdbc.sql("select custom ->> 'risk' from opportunity where reference = 'A2'")
                        .query(String.class)
                        .single())
                .as("what no flow asks for is free")
                .isEqualTo("7");
        assertThat(refusals()).hasSize(3);
    }

    private void load(String... rows) {
        moveIn.text(admin, "opportunity", HEAD + String.join("\n", rows).replace("%s", admin.name()) + "\n");
    }

    private void field(String kind, String name) throws Exception {
        mvc.perform(post("/administration/fields")
                        .param("noun", "opportunity")
                        .param("kind", kind)
                        .param("name", name)
                        .param("active", "true")
                        .param("position", "1")
                        .with(signedIn(admin))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private List<String> deals() {
        return jdbc.sql(
                        "select reference || ' ' || state || ' ' || (custom ->> 'public') from opportunity order by reference")
                .query(String.class)
                .list();
    }

    private List<String> refusals() {
        return jdbc.sql("select message_key from import_refusal order by import_id, line")
                .query(String.class)
                .list();
    }
}
