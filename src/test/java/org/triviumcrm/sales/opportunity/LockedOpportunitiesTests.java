package org.triviumcrm.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SampleFlows;

/** What pages show of opportunities that wait for an approval, or would need one. */
@CommittingTest
class LockedOpportunitiesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    SampleFlows flows;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private long id;
    private String base;

    @BeforeEach
    void records() {
        company.found();
        id = company.id("opportunity");
        base = "/sales/opportunities/" + id;
    }

    @Test
    void leadToTheirCaseFromListBoardAndCustomer() throws Exception {
        List<String> places = List.of(
                "/sales/opportunities",
                "/sales/board",
                "/sales/customers/" + company.id("customer") + "/opportunities");
        for (String place : places) {
            assertThat(seen(place)).as(place).contains("Sample deal").doesNotContain(theCase());
        }
        lock();
        for (String place : places) {
            assertThat(seen(place)).as(place).contains(theCase()).contains("Under approval");
        }
        assertThat(seen("/sales/board")).contains("data-locked=\"yes\"").doesNotContain("data-movable=\"true\"");
    }

    @Test
    void showWhatCanNotBeDoneNow() throws Exception {
        assertThat(seen(base)).doesNotContain("data-barred").contains(base + "/fields/name", base + "/fields/amount");
        lock();
        assertThat(seen(base))
                .doesNotContain(base + "/fields/")
                .contains("aria-label=\"Edit: Amount\"")
                .contains("aria-disabled=\"true\"")
                .contains("title=\"Waits for an approval.")
                .doesNotContain(base + "/win", base + "/loss", base + "/transfer", base + "/suspension")
                .doesNotContain(base + "/deletion", base + "/termination", base + "/edit", base + "/move");
        assertThat(seen(base + "/members")).contains("data-barred").doesNotContain("members/new");
        assertThat(seen(base + "/split")).contains("data-barred").doesNotContain("split/edit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/win",
                "/loss",
                "/move",
                "/edit",
                "/fields/name",
                "/suspension",
                "/termination",
                "/closure",
                "/purge",
                "/transfer",
                "/members/new",
                "/split/edit"
            })
    void offerNoForms(String form) throws Exception {
        mvc.perform(get(base + form).with(signedIn(company.administrator()))).andExpect(forwardedUrl(null));
        lock();
        mvc.perform(get(base + form).with(signedIn(company.administrator())))
                .andExpect(forwardedUrl("/approvals/needed"));
    }

    @ParameterizedTest
    @CsvSource({
        "WIN, /win",
        "LOSE, /loss",
        "SUSPEND, /suspension",
        "TERMINATE, /termination",
        "CLOSE, /closure",
        "PURGE, /purge"
    })
    void formsSayBeforehandWhomTheyAsk(String trigger, String form) throws Exception {
        company.endCase();
        assertThat(seen(base + form)).doesNotContain("Needs an approval");
        Viewer boss = accounts.representative(null);
        flows.active(trigger, null, above("50"), SampleFlows.anyOf(boss));
        assertThat(seen(base + form)).contains("Needs an approval: Flow").contains(boss.name());
        database.sql("update opportunity set amount = 10, base_amount = 10").update();
        assertThat(seen(base + form)).doesNotContain("Needs an approval");
    }

    @Test
    void thePageSaysWhomReactivatingAsks() throws Exception {
        company.endCase();
        Viewer boss = accounts.representative(null);
        flows.active("REACTIVATE", null, above("50"), SampleFlows.anyOf(boss));
        assertThat(seen(base)).as("an open one").doesNotContain("Needs an approval");
        database.sql("select set_config('trivium.passage', 'TEST', true)")
                .query(String.class)
                .single();
        database.sql("update opportunity set state = 'SUSPENDED', suspended_until = '2090-01-01'")
                .update();
        assertThat(seen(base)).contains("Needs an approval: Flow", boss.name(), "The button asks for the approval");
        database.sql("update opportunity set amount = 10, base_amount = 10").update();
        assertThat(seen(base)).doesNotContain("Needs an approval").contains(base + "/reactivation");
    }

    @Test
    void archivingAsksWhereAFlowSaysSo() throws Exception {
        company.endCase();
        Viewer boss = accounts.representative(null);
        flows.active("ARCHIVE", null, above("50"), SampleFlows.anyOf(boss));
        database.sql("select set_config('trivium.passage', 'TEST', true)")
                .query(String.class)
                .single();
        database.sql(
                        "update opportunity set state = 'LOST', finish = 'CLOSED', closed_on = current_date, lost_reason_id = (select min(id) from lost_reason)")
                .update();
        assertThat(seen(base)).contains("Needs an approval: Flow", boss.name(), base + "/archiving");
        mvc.perform(post(base + "/archiving")
                        .with(signedIn(company.administrator()))
                        .with(csrf()))
                .andExpect(forwardedUrl("/approvals/needed"));
        assertThat(finish()).isEqualTo("CLOSED");
        database.sql("update opportunity set amount = 10, base_amount = 10").update();
        assertThat(seen(base)).doesNotContain("Needs an approval");
        mvc.perform(post(base + "/archiving")
                        .with(signedIn(company.administrator()))
                        .with(csrf()))
                .andExpect(forwardedUrl(null));
        assertThat(finish()).isEqualTo("ARCHIVED");
    }

    private String finish() {
        return database.sql("select finish from opportunity where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void movesSayBeforehandWhereTheyNeedOne() throws Exception {
        company.endCase();
        Viewer boss = accounts.representative(null);
        long stage = company.id("other_stage");
        flows.active("MOVE", stage, above("50"), SampleFlows.anyOf(boss));
        assertThat(seen(base + "/move")).containsOnlyOnce("Needs an approval: Flow");
        assertThat(seen(base + "/move?stageId=" + stage)).contains(boss.name());
    }

    @Test
    void formsSayThatAReturnedCaseHasToBeFinishedFirst() throws Exception {
        database.sql("update approval_case set state = 'RETURNED'").update();
        assertThat(seen(base + "/win")).contains(theCase()).contains("An approval about this is open");
    }

    private static ConditionGroup above(String amount) {
        return ConditionGroup.all(new Condition("amount", Comparison.MORE_THAN, amount));
    }

    private String theCase() {
        return "href=\"/approvals/cases/" + company.id("approval_case") + "\"";
    }

    private void lock() {
        database.sql("update opportunity set approval_case_id = ? where id = ?")
                .params(company.id("approval_case"), id)
                .update();
    }

    private String seen(String path) throws Exception {
        return mvc.perform(get(path).with(signedIn(company.administrator())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
