package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.bulk.BulkActions;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.ExitGuard;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SampleFlows;

/**
 * No address leads round the approvals of campaigns: a new one is tried here by itself. And what the database refuses, whoever
 * writes: TA001 what waits for a decision, TA002 what was not asked for.
 */
@CommittingTest
@TestInstance(Lifecycle.PER_CLASS)
class CampaignExitTests {

    private static final String ROW = """
            select jsonb_build_object('row', to_jsonb(c) - 'version' - 'updated_at' - 'search_pieces' - ARRAY[
                    'base_cost', 'cost_level', 'cost_variance', 'cost_share'],
                'lines', (select coalesce(jsonb_agg(l order by l.position), '[]') from campaign_budget_line l where l.campaign_id = c.id),
                'products', (select coalesce(jsonb_agg(p order by p.product_id), '[]') from campaign_product p where p.campaign_id = c.id),
                'life', (select coalesce(jsonb_agg(s order by s.id), '[]') from campaign_state_change s where s.campaign_id = c.id)
                )::text from campaign c where c.id = :id""";

    /** The same with what it has cost and brought, which is no part of its plan. */
    private static final String ALL = ROW.replace("jsonb_build_object(", """
            jsonb_build_object(
                'cost', (select count(*) from campaign_cost k where k.campaign_id = c.id),
                'brought', (select count(*) from campaign_result r where r.campaign_id = c.id),
                """);

    /** What a plan is: state, money, method, region, days, products, expectations. */
    private static final String PLAN = """
            select jsonb_build_object('plan', to_jsonb(c) - 'version' - 'updated_at' - 'search_pieces' - 'name' - 'note' - 'goal'
                    - 'owner_id' - 'team_id' - 'parent_id' - ARRAY['base_cost', 'cost_level', 'cost_variance', 'cost_share'],
                'lines', (select coalesce(jsonb_agg(l order by l.position), '[]') from campaign_budget_line l where l.campaign_id = c.id))::text
            from campaign c where c.id = :id""";

    private static final List<String> STATES = List.of("PLANNED", "APPROVED", "RUNNING", "COMPLETED", "CANCELLED");

    /** What changes a plan, or its state, without an approval being asked for; and why. */
    private static final Map<String, String> FREE = Map.of(
            "PLANNED /marketing/campaigns/{id:\\d+}", "a plan that was not submitted yet",
            "PLANNED /marketing/campaigns/{id:\\d+}/fields/{field}", "the same",
            "PLANNED /marketing/campaigns/{id:\\d+}/budget", "the same",
            "PLANNED /marketing/campaigns/{id:\\d+}/cancellation", "nothing was approved",
            "PLANNED /marketing/campaigns/{id:\\d+}/deletion", "nothing was approved",
            "RUNNING /marketing/campaigns/{id:\\d+}/completion", "it ran as it was approved",
            "COMPLETED /marketing/campaigns/{id:\\d+}/resumption", "it runs as it was approved",
            "CANCELLED /marketing/campaigns/{id:\\d+}/resumption", "it is planned anew",
            "CANCELLED /marketing/campaigns/{id:\\d+}/deletion", "nothing was approved");

    @Autowired
    MockMvc mvc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    SampleCompany company;

    @Autowired
    SampleFlows flows;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    @Autowired
    BulkActions actions;

    @Autowired
    TransactionTemplate transactions;

    private long id;
    private int sent;

    Stream<Endpoint> ways() {
        return Endpoint.all(requestMappingHandlerMapping).stream()
                .filter(Endpoint::writes)
                .filter(endpoint -> endpoint.pattern().startsWith("/marketing/campaigns/{id")
                        || endpoint.pattern().matches("/lists/\\{noun}/bulk/\\{action}/runs"));
    }

    @BeforeAll
    void guardIsOn() {
        ExitGuard.on(context);
    }

    @AfterAll
    void guardIsOff() {
        ExitGuard.off(context);
    }

    @BeforeEach
    void records() {
        company.found();
        id = company.id("campaign");
        database.sql("insert into campaign_budget_line (campaign_id, position, category_id, amount)"
                        + " select :id, 0, min(id), 100 from marketing_term where kind = 'COST_CATEGORY'")
                .param("id", id)
                .update();
        run("update campaign set budget = 100, base_budget = 100 where id = :id");
        run("delete from campaign_cost where campaign_id = :id");
        run("delete from campaign_result where campaign_id = :id");
    }

    @Test
    void areMany() {
        assertThat(ways()).hasSizeGreaterThanOrEqualTo(9);
        assertThat(actions.of(Viewer.job("marketing.log.approval"), "campaign")).hasSize(1);
    }

    /** One after the other, as setting up the company takes longer than the requests. */
    @ParameterizedTest
    @MethodSource("ways")
    void keepToTheApprovals(Endpoint way) throws Exception {
        whatWaitsForAnApprovalStaysAsItIs(way);
        become("PLANNED", null);
        database.sql("delete from approval_case where subject_type = 'campaign'")
                .update();
        whatNeedsAnApprovalStaysAsItWasApproved(way);
        database.sql("update approval_flow_version set state = 'RETIRED', retired_at = now() where state = 'ACTIVE'")
                .update();
        become("PLANNED", null);
        theSameRequestsWorkWithoutApprovals(way);
    }

    private void whatWaitsForAnApprovalStaysAsItIs(Endpoint way) throws Exception {
        for (String state : List.of("SUBMITTED", "APPROVED", "RUNNING")) {
            become(state, waitingCase());
            String before = read(ROW);
            MockHttpServletResponse answer = send(way);
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isLessThan(500);
            assertThat(read(ROW))
                    .as("%s, which %s has answered", state, answer.getStatus())
                    .isEqualTo(before);
        }
    }

    private void whatNeedsAnApprovalStaysAsItWasApproved(Endpoint way) throws Exception {
        Viewer somebody = accounts.manager(null);
        flows.active("campaign", "PLAN", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(somebody));
        flows.active("campaign", "CANCEL", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(somebody));
        for (String state : STATES) {
            if (FREE.containsKey(state + " " + way.pattern())) {
                continue;
            }
            become(state, null);
            String before = read(PLAN);
            MockHttpServletResponse answer = send(way);
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isLessThan(500);
            assertThat(read(PLAN))
                    .as("%s, which %s has answered", state, answer.getStatus())
                    .isEqualTo(before);
        }
    }

    private void theSameRequestsWorkWithoutApprovals(Endpoint way) throws Exception {
        if (way.pattern().startsWith("/lists/")) {
            return; // its run is a job of its own; see GivingManyRecordsTests
        }
        if (way.pattern().matches(".*/(participants|arrivals.*|walk-ins)")) {
            return; // who takes part is no part of the plan; see ParticipantsTests
        }
        Map<String, Integer> answers = new LinkedHashMap<>();
        for (String state : STATES) {
            become(state, null);
            String before = read(ALL);
            answers.put(state, send(way).getStatus());
            if (count() == 0 || !read(ALL).equals(before)) {
                return;
            }
        }
        fail("It is never done: " + answers);
    }

    @Test
    void theDatabaseKeepsWhatWaitsAndWhatWasNotAsked() {
        for (String state : List.of("RUNNING", "APPROVED", "COMPLETED", "CANCELLED")) {
            refused("TA002", "update campaign set approved_at = now(), state = '" + state + "' where id = :id");
        }
        become("SUBMITTED", waitingCase());
        for (String change : List.of(
                "budget = 1",
                "name = 'Other'",
                "region = 'West'",
                "end_on = end_on + 1",
                "owner_id = (select max(id) from person)",
                "approval_case_id = null",
                "state = 'APPROVED', approved_at = now()",
                "approved_at = now() - interval '1 day'")) {
            refused("TA001", "update campaign set " + change + " where id = :id");
        }
        refused("TA001", "delete from campaign where id = :id");
        refused("TA001", "update campaign_budget_line set amount = 5 where campaign_id = :id");
        refused("TA001", "delete from campaign_budget_line where campaign_id = :id");
        refused("TA001", "insert into campaign_product (campaign_id, product_id) select :id, min(id) from product");
    }

    private void refused(String code, String sql) {
        assertThatThrownBy(() -> database.sql(sql).param("id", id).update())
                .as(sql)
                .isInstanceOfSatisfying(
                        UncategorizedSQLException.class,
                        e -> assertThat(e.getSQLException().getSQLState()).isEqualTo(code));
    }

    private MockHttpServletResponse send(Endpoint way) throws Exception {
        String path = way.path(company).replace("/lists/customer/bulk/", "/lists/campaign/bulk/");
        AbstractMockHttpServletRequestBuilder<?> request = MockMvcRequestBuilders.request(way.method(), path);
        request.with(csrf()).with(signedIn(company.administrator()));
        Map<String, String> typed = new LinkedHashMap<>(way.parameters(company));
        Form.of(way).ifPresent(form -> typed.putAll(form.filledIn(company)));
        typed.put("ids", "" + id);
        typed.put("ownerId", "" + company.id("person"));
        typed.put("version", count() == 0 ? "0" : read("select version::text from campaign where id = :id"));
        typed.put("name", "Name " + ++sent);
        if (way.pattern().endsWith("/move")) {
            typed.put("to", "APPROVED");
        }
        if (way.pattern().endsWith("/budget")) {
            typed.put(
                    "lines[0].categoryId",
                    read("select min(id)::text from marketing_term where kind = 'COST_CATEGORY' and :id > 0"));
            typed.put("lines[0].amount", "2000");
        }
        typed.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private void become(String state, @Nullable Long caseId) {
        run("delete from campaign_state_change where campaign_id = :id");
        run("delete from campaign_result where campaign_id = :id");
        run("update campaign set approval_case_id = " + caseId + ", state = '" + state
                + "', approved_at = now() where id = :id");
    }

    /** As somebody who may do anything, as migrations may. */
    private void run(String sql) {
        transactions.executeWithoutResult(transaction -> {
            database.sql("""
                            select set_config('trivium.passage', 'TEST', true) || set_config('trivium.approval_case',
                                coalesce((select approval_case_id::text from campaign where id = :id), ''), true)""").param("id", id).query(String.class).single();
            database.sql(sql).param("id", id).update();
        });
    }

    private long waitingCase() {
        return database.sql("""
                        insert into approval_case (flow_version_id, subject_type, subject_id, trigger_key, title, url, submitter_id, state,
                            facts, snapshot, action_kind, action, fingerprint, submitted_at)
                        values (:version, 'campaign', :id, 'PLAN', 'Sample campaign', '/', :admin, 'RUNNING', '{}',
                            '{"lines": []}', 'SUBMIT', '{}', '', now())
                        on conflict (subject_type, subject_id) where state in ('RUNNING', 'RETURNED') do update set title = 'Again'
                        returning id""")
                .param("version", company.id("approval_flow_version"))
                .param("id", id)
                .param("admin", company.administrator().personId())
                .query(Long.class)
                .single();
    }

    private int count() {
        return database.sql("select count(*) from campaign where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private String read(String sql) {
        return database.sql(sql).param("id", id).query(String.class).single();
    }
}
