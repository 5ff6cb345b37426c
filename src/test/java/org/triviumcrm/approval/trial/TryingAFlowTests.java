package org.triviumcrm.approval.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.EdgeRules.Absent;
import org.triviumcrm.approval.definition.EdgeRules.NobodyFound;
import org.triviumcrm.approval.definition.EdgeRules.SamePerson;
import org.triviumcrm.approval.definition.EdgeRules.Submitter;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.approval.flow.Deals;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import tools.jackson.databind.json.JsonMapper;

/** What a flow would do with a record, and why, without doing it. */
@IntegrationTest
@Import(Deals.Registered.class)
class TryingAFlowTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    Accounts accounts;

    @Autowired
    Deals deals;

    private Viewer admin;
    private Viewer manager;
    private Viewer submitter;
    private long team;

    @BeforeEach
    void people() {
        admin = accounts.administrator();
        team = accounts.team("West", null);
        manager = accounts.manager(team);
        submitter = accounts.representative(team);
        deals.put(1, "600000", team);
    }

    @Test
    void itSaysWhetherItAppliesAndWhoIsAsked() throws Exception {
        long flow = flow("Large", EdgeRules.USUAL, above("500000"), step("s1", above("2000000"), admin), manager());
        String page = trial(flow, "record", "1", "submitter", "" + submitter.personId());
        assertThat(page)
                .contains("The flow applies")
                .contains("amount is more than $500,000", "– here $600,000")
                .contains("Passed over: the condition does not hold")
                .contains(manager.name(), "is in charge of the team");
        assertThat(page).doesNotContain("named in the step");

        String more = trial(
                flow, "record", "1", "of", "1", "values[amount]", "3,000,000", "submitter", "" + submitter.personId());
        assertThat(more).contains("– here $3,000,000", "named in the step").doesNotContain("Passed over");
        String less =
                trial(flow, "record", "1", "of", "1", "values[amount]", "5", "submitter", "" + submitter.personId());
        assertThat(less).contains("The flow does not apply").doesNotContain(manager.name());
        String unknown = trial(flow, "record", "1", "of", "1", "values[amount]", "");
        assertThat(unknown).contains("The flow does not apply", "not known here");
        assertThat(jdbc.sql("select count(*) from approval_case")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theSubmitterIsReplacedAndTheAbsentHaveDeputies() throws Exception {
        long flow = flow("Large", EdgeRules.USUAL, ConditionGroup.ALWAYS, step("s1", ConditionGroup.ALWAYS, submitter));
        String page = trial(flow, "record", "1", "submitter", "" + submitter.personId());
        assertThat(page)
                .contains(submitter.name() + " is the submitter: the superior is asked instead.")
                .contains("as superior, in the place of " + submitter.name());

        Viewer deputy = accounts.representative(team);
        jdbc.sql("""
                insert into approval_absence (id, person_id, deputy_id, from_day, until_day, created_at, updated_at)
                values (nextval('approval_absence_seq'), :person, :deputy, :from, :until, now(), now())""")
                .param("person", manager.personId())
                .param("deputy", deputy.personId())
                .param("from", LocalDate.now().minusDays(2))
                .param("until", LocalDate.of(2099, 12, 31))
                .update();
        String away = trial(flow, "record", "1", "submitter", "" + submitter.personId());
        assertThat(away)
                .contains(
                        manager.name() + " is away until Dec 31, 2099: the deputy is asked.",
                        "as deputy, in the place of");
    }

    @Test
    void nobodyFoundRejectsOrIsPassedOver() throws Exception {
        deals.put(2, "600000", null);
        long strict = flow(
                "Strict", EdgeRules.USUAL, ConditionGroup.ALWAYS, manager(), step("s2", ConditionGroup.ALWAYS, admin));
        assertThat(trial(strict, "record", "2"))
                .contains("Rejected: nobody is found", "Not reached", "It would be rejected");
        EdgeRules mild = new EdgeRules(NobodyFound.SKIP, null, Submitter.SUPERIOR, SamePerson.COUNTS, Absent.DEPUTY);
        long lenient = flow("Lenient", mild, ConditionGroup.ALWAYS, manager());
        assertThat(trial(lenient, "record", "2")).contains("Passed over: nobody is found");
    }

    /** As a case does: whoever has approved is enough where one is, and the other one is not asked. */
    @Test
    void whereAnEarlierApprovalIsEnoughNobodyIsAsked() throws Exception {
        Viewer other = accounts.representative(team);
        Step any = new Step(
                "s2",
                "Any",
                ConditionGroup.ALWAYS,
                Approvers.people(manager.personId(), other.personId()),
                Mode.ANY_ONE,
                0,
                null,
                null);
        Step third = step("s3", ConditionGroup.ALWAYS, other);
        long flow = flow(
                "Twice",
                EdgeRules.USUAL,
                ConditionGroup.ALWAYS,
                step("s1", ConditionGroup.ALWAYS, manager),
                any,
                third);
        String page = trial(flow, "record", "1", "submitter", "" + submitter.personId());
        assertThat(page).containsOnlyOnce("Passed over: an earlier approval counts");
        assertThat(page.split("named in the step", -1))
                .as("the first and the third")
                .hasSize(3);
        Step all = new Step("s2", "All", ConditionGroup.ALWAYS, any.approvers(), Mode.ALL, 0, null, null);
        long both =
                flow("All", EdgeRules.USUAL, ConditionGroup.ALWAYS, step("s1", ConditionGroup.ALWAYS, manager), all);
        assertThat(trial(both, "record", "1", "submitter", "" + submitter.personId()))
                .doesNotContain("Passed over: an earlier approval counts");
    }

    @Test
    void itSaysWhoDecidesWhenTheTimeIsOver() throws Exception {
        Viewer alone = accounts.representative(null);
        long flow = flow("Slow", EdgeRules.USUAL, ConditionGroup.ALWAYS, slow("s1", submitter), slow("s2", alone));
        String page = trial(flow, "record", "1", "submitter", "" + admin.personId());
        assertThat(page)
                .contains("Too late: " + manager.name() + " decides instead.")
                .contains("Too late: nobody is above, so it stays with who is asked")
                .doesNotContain("It would be rejected");
        assertThat(mvc.perform(get("/administration/approvals/" + flow).with(signedIn(admin)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Step 2: Nobody is above who decides")
                .doesNotContain("Step 1: Nobody");
    }

    private static Step slow(String key, Viewer person) {
        TimeLimit limit = new TimeLimit(24, TimeLimit.Outcome.ESCALATE, null);
        return new Step(
                key, "Slow", ConditionGroup.ALWAYS, Approvers.people(person.personId()), Mode.ALL, 0, null, limit);
    }

    @Test
    void aFlowThatComesFirstIsNamed() throws Exception {
        long first = flow("Huge ones first", EdgeRules.USUAL, above("1000000"), manager());
        jdbc.sql("""
                update approval_flow_version set state = 'ACTIVE', process_definition_id = 'none', activated_at = now()
                where flow_id = :flow""").param("flow", first).update();
        long second = flow("Large", EdgeRules.USUAL, above("500000"), manager());
        assertThat(trial(second, "record", "1")).doesNotContain("Huge ones first");
        assertThat(trial(second, "record", "1", "of", "1", "values[amount]", "1,000,001"))
                .contains("But another flow comes first in the order and applies as well: Huge ones first");
    }

    @Test
    void whatCanNotBeReadIsSaid() throws Exception {
        long flow = flow("Large", EdgeRules.USUAL, above("500000"), manager());
        MockHttpServletResponse answer = answer(flow, "record", "1", "of", "1", "values[amount]", "plenty");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("plenty", "invalid-feedback")
                .doesNotContain("The flow applies");
    }

    @Test
    void recordsOfOthersAreNotThere() throws Exception {
        deals.put(100, "600000", null);
        long flow = flow("Large", EdgeRules.USUAL, above("500000"), manager());
        assertThat(answer(flow, "record", "100").getStatus()).isEqualTo(404);
        assertThat(answer(flow, "record", "55").getStatus()).isEqualTo(404);
        assertThat(mvc.perform(get("/administration/approvals/records")
                                .param("type", "deal")
                                .param("q", "Deal 1")
                                .with(signedIn(admin)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("\"value\":\"1\"", "Deal 1");
    }

    private static ConditionGroup above(String amount) {
        return ConditionGroup.all(new Condition("amount", Comparison.MORE_THAN, amount));
    }

    private static Step manager() {
        return new Step("s9", "Manager", ConditionGroup.ALWAYS, Approvers.teamManager(), Mode.ALL, 0, null, null);
    }

    private static Step step(String key, ConditionGroup when, Viewer person) {
        return new Step(key, "Named", when, Approvers.people(person.personId()), Mode.ALL, 0, null, null);
    }

    private long flow(String name, EdgeRules edges, ConditionGroup when, Step... steps) {
        long id = jdbc.sql("""
                insert into approval_flow (id, name, subject_type, trigger_key, position, created_at, updated_at)
                values (nextval('approval_flow_seq'), :name, 'deal', 'WIN',
                    (select count(*) + 1 from approval_flow), now(), now()) returning id""").param("name", name).query(Long.class).single();
        jdbc.sql("""
                insert into approval_flow_version (id, flow_id, number, state, definition, created_at, updated_at)
                values (nextval('approval_flow_version_seq'), :flow, 1, 'DRAFT', :definition::jsonb, now(), now())""")
                .param("flow", id)
                .param("definition", json.writeValueAsString(new FlowDefinition(when, List.of(steps), edges)))
                .update();
        return id;
    }

    private String trial(long flow, String... parameters) throws Exception {
        MockHttpServletResponse answer = answer(flow, parameters);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).doesNotContain("??");
        String page = HtmlUtils.htmlUnescape(answer.getContentAsString());
        return page.substring(page.indexOf("aria-live=\"polite\"", page.indexOf("trial-form")));
    }

    private MockHttpServletResponse answer(long flow, @Nullable String... parameters) throws Exception {
        MockHttpServletRequestBuilder request = get("/administration/approvals/" + flow + "/trial");
        for (int at = 0; at < parameters.length; at += 2) {
            request.param(String.valueOf(parameters[at]), parameters[at + 1]);
        }
        return mvc.perform(request.with(signedIn(admin))).andReturn().getResponse();
    }
}
