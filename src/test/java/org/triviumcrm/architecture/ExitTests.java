package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.bulk.BulkActions;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.ExitGuard;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SampleFlows;

/**
 * No address, new ones by themselves, lets an opportunity out that waits for an approval, or that needs one. Each is sent by
 * somebody who may do everything, about an opportunity in each state of its life; the database's guard is on as in production.
 * {@link #theSameRequestsWorkWithoutApprovals} shows that there is something to keep.
 */
@CommittingTest
@TestInstance(Lifecycle.PER_CLASS)
class ExitTests {

    /** What {@code opportunity_guard} lets change. */
    private static final String ROW =
            "to_jsonb(o) - '{version,updated_at,last_activity_at,team_id,approval_case_id,search_pieces,forecast_category}'::text[]";

    /** All that counts as the opportunity: it, where it was, who works on it, whose it is. */
    private static final String ALL = """
            select jsonb_build_object('row', %s,
                'stages', (select coalesce(jsonb_agg(s order by s.id), '[]') from stage_change s where s.opportunity_id = o.id),
                'states', (select coalesce(jsonb_agg(s order by s.id), '[]') from state_change s where s.opportunity_id = o.id),
                'members', (select coalesce(jsonb_agg(m order by m.id), '[]') from opportunity_member m where m.opportunity_id = o.id),
                'shares', (select coalesce(jsonb_agg(s order by s.id), '[]') from opportunity_split s where s.opportunity_id = o.id)
                )::text from opportunity o where o.id = :id""".formatted(ROW);

    /** What is said about it without being part of it, while approvals run as well: which campaigns have brought it. */
    private static final String BESIDE = """
            select coalesce(jsonb_agg(t order by t.campaign_id), '[]')::text from opportunity_touch t where t.opportunity_id = :id""";

    private static final String POSITION =
            "select concat_ws(' ', state, finish, pipeline_id, stage_id) from opportunity where id = :id";

    private static final String FIRST = ", stage_id = (select id from stage s where s.pipeline_id = o.pipeline_id"
            + " and s.kind = 'OPEN' order by s.position limit 1)";

    /** By their names, how an opportunity comes to be in each state. */
    private static final Map<String, String> STATES = new LinkedHashMap<>();

    static {
        String stage =
                ", stage_id = (select id from stage s where s.pipeline_id = o.pipeline_id and s.kind = '%s' limit 1)";
        String calm = ", suspended_until = null, suspend_reason = null, pool_id = null";
        String ended = ", closed_on = current_date, closing_note = 'Done', lost_reason_id = %s" + calm;
        String won = stage.formatted("WON") + ended.formatted("null");
        String lost = stage.formatted("LOST") + ended.formatted("(select min(id) from lost_reason)");
        STATES.put(
                "OPEN",
                "state = 'OPEN', finish = 'NONE', closed_on = null, closing_note = null, lost_reason_id = null" + calm
                        + FIRST);
        STATES.put(
                "SUSPENDED",
                "state = 'SUSPENDED', finish = 'NONE', closed_on = null, suspended_until = current_date + 9, suspend_reason = 'Budget', pool_id = null"
                        + FIRST);
        STATES.put(
                "POOLED",
                "state = 'POOLED', finish = 'NONE', closed_on = null, suspended_until = null, suspend_reason = null,"
                        + " pool_id = (select min(id) from opportunity_pool)" + FIRST);
        STATES.put("WON", "state = 'WON', finish = 'NONE'" + won);
        STATES.put("LOST", "state = 'LOST', finish = 'NONE'" + lost);
        STATES.put("CLOSED", "state = 'LOST', finish = 'CLOSED'" + lost);
        STATES.put("ARCHIVED", "state = 'LOST', finish = 'ARCHIVED'" + lost);
        STATES.put("WON CLOSED", "state = 'WON', finish = 'CLOSED'" + won);
        STATES.put("WON ARCHIVED", "state = 'WON', finish = 'ARCHIVED'" + won);
        STATES.put("TERMINATED", "state = 'TERMINATED', finish = 'NONE'" + lost);
    }

    /** They would end the session, or found the company again. */
    private static final Set<String> NOT_SENT = Set.of("/setup", "/error", "/sign-in", "/sign-out");

    /** Uploads and what follows them: imports of opportunities have tests of their own, see {@link ExitCodeTests}. */
    private static final String IMPORTS = "/imports";

    /** What no approval is asked for, so that it changes the position of an opportunity that is not locked; and why. */
    private static final Map<String, String> FREE = Map.of(
            "/sales/opportunities/{id:\\d+}/unarchiving", "brings back what was closed",
            "/sales/opportunities/{id:\\d+}/pool", "into a pool it goes as it goes to another owner",
            "/lists/opportunity/bulk/pool/runs", "as giving one",
            "/sales/pool/claims", "as its transfer",
            "/sales/pool/assignments", "as its transfer");

    /** The same, but only until it is decided. */
    private static final Map<String, String> FREE_UNDECIDED = Map.of(
            "/sales/opportunities/{id:\\d+}/deletion", "goes through the approvals of closing and purging afterwards");

    private static final Set<String> UNDECIDED = Set.of("OPEN", "SUSPENDED", "POOLED");

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
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext context;

    @Autowired
    BulkActions actions;

    @Autowired
    List<ApprovalSubject> subjects;

    private long id;
    private Viewer third;

    /** One request; the address of bulk actions is one for each of them. */
    record Way(Endpoint endpoint, @Nullable BulkAction<?> action) {

        boolean isOut() {
            return action != null && endpoint.pattern().endsWith("/runs")
                    || endpoint.pattern().startsWith("/sales/opportunities/{id")
                    || endpoint.pattern().matches("/approvals/submissions|/sales/pool/(claims|assignments)");
        }

        @Override
        public String toString() {
            return endpoint.toString();
        }
    }

    Stream<Way> ways() {
        return Endpoint.all(requestMappingHandlerMapping).stream()
                .filter(endpoint -> endpoint.writes() && !NOT_SENT.contains(endpoint.pattern()))
                .filter(endpoint -> !endpoint.pattern().startsWith(IMPORTS))
                .flatMap(endpoint -> endpoint.pattern().contains("{action}")
                        ? actions.of(Viewer.job("sales.log.approval"), "opportunity").stream()
                                .map(action -> new Way(of(action, endpoint), action))
                        : Stream.of(new Way(endpoint, null)));
    }

    Stream<Way> waysOut() {
        return ways().filter(Way::isOut);
    }

    private static Endpoint of(BulkAction<?> action, Endpoint endpoint) {
        String pattern = endpoint.pattern().replace("{noun}", "opportunity").replace("{action}", action.key());
        return new Endpoint(endpoint.method(), pattern, endpoint.htmx(), endpoint.handler());
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
        id = company.id("opportunity");
        third = accounts.representative(company.id("team"));
        database.sql("update opportunity set owner_id = :owner where id = :id")
                .param("owner", company.id("person"))
                .param("id", id)
                .update();
        database.sql("""
                        insert into opportunity_member (id, opportunity_id, person_id, access, added_at)
                        values (nextval('opportunity_member_seq'), :id, :person, 'VIEW', now())""").param("id", id).param("person", third.personId()).update();
    }

    @Test
    void areMany() {
        assertThat(ways()).hasSizeGreaterThan(90);
        assertThat(waysOut()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatWaitsForAnApprovalStaysAsItIs(Way way) throws Exception {
        for (String state : way.isOut() ? STATES.keySet() : Set.of("OPEN")) {
            become(state, company.id("approval_case"));
            String before = read(ALL);
            MockHttpServletResponse answer = send(way);
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isLessThan(500);
            assertThat(read(ALL))
                    .as("%s, which %s has answered", state, answer.getStatus())
                    .isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("waysOut")
    void whatNeedsAnApprovalStaysWhereItIs(Way way) throws Exception {
        if (FREE.containsKey(way.endpoint().pattern())) {
            return;
        }
        caseIsRefused();
        everythingNeedsAnApproval();
        boolean undecidedOnly = FREE_UNDECIDED.containsKey(way.endpoint().pattern());
        for (String state : STATES.keySet()) {
            if (undecidedOnly && UNDECIDED.contains(state)) {
                continue;
            }
            become(state, null);
            String before = read(POSITION);
            MockHttpServletResponse answer = send(way);
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isLessThan(500);
            assertThat(read(POSITION))
                    .as("%s, which %s has answered", state, answer.getStatus())
                    .isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("waysOut")
    void theSameRequestsWorkWithoutApprovals(Way way) throws Exception {
        caseIsRefused();
        Map<String, Integer> answers = new LinkedHashMap<>();
        for (String state : STATES.keySet()) {
            become(state, null);
            String before = read(ALL) + read(BESIDE);
            answers.put(state, send(way).getStatus());
            if (!(read(ALL) + read(BESIDE)).equals(before)) {
                return;
            }
        }
        fail("It is never done: " + answers);
    }

    private MockHttpServletResponse send(Way way) throws Exception {
        Endpoint endpoint = way.endpoint();
        AbstractMockHttpServletRequestBuilder<?> request = uploads(endpoint)
                ? MockMvcRequestBuilders.multipart(endpoint.path(company))
                        .file(new MockMultipartFile("file", "a.txt", "text/plain", new byte[] {65}))
                : MockMvcRequestBuilders.request(endpoint.method(), endpoint.path(company));
        request.with(csrf()).with(signedIn(company.administrator()));
        if (endpoint.htmx()) {
            request.header("HX-Request", "true");
        }
        typed(way).forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private static boolean uploads(Endpoint endpoint) {
        return Stream.of(endpoint.handler().getMethod().getParameterTypes()).anyMatch(MultipartFile.class::equals);
    }

    /** What a form sends that wants to change something. */
    private Map<String, String> typed(Way way) {
        Map<String, String> typed = new LinkedHashMap<>(way.endpoint().parameters(company));
        if (way.action() != null) {
            typed.putAll(new Form(way.action().input(), true).filledIn(company));
            typed.put("ids", "" + id);
        } else {
            Form.of(way.endpoint()).ifPresent(form -> typed.putAll(form.filledIn(company)));
        }
        typed.replace("ownerId", "" + company.administrator().personId());
        typed.replace("until", "2090-01-01");
        if (way.isOut()) {
            typed.replace("stageId", "" + company.id("other_stage"));
            typed.replace("personId", "" + third.personId());
            typed.replace("version", read("select version::text from opportunity where id = :id"));
        }
        if (way.endpoint().pattern().startsWith("/sales/pool/")) {
            typed.putAll(Map.of("ids", "" + id, "all", "false"));
        }
        if (way.endpoint().pattern().endsWith("/fields/{field}")) {
            typed.put("name", "Another name");
            typed.put("version", read("select version::text from opportunity where id = :id"));
        }
        if (way.endpoint().pattern().equals("/approvals/submissions")) {
            typed.putAll(Map.of("type", "opportunity", "id", "" + id, "kind", "SUSPEND"));
            typed.put("action", "{\"reason\": \"Budget\", \"until\": \"2090-01-01\"}");
        }
        if (way.endpoint().pattern().endsWith("/split")) {
            typed.put("version", "0");
            typed.put("lines[0].personId", "" + third.personId());
            typed.put("lines[0].percent", "40");
            typed.put("lines[1].personId", "" + company.id("person"));
            typed.put("lines[1].percent", "60");
        }
        if (way.endpoint().pattern().endsWith("/attribution")) {
            typed.put("version", "0");
            typed.put("lines[0].campaignId", "" + company.id("campaign"));
        }
        return typed;
    }

    private void become(String state, @Nullable Long caseId) {
        transactions.executeWithoutResult(transaction -> {
            database.sql("select set_config('trivium.passage', 'TEST', true)")
                    .query(String.class)
                    .single();
            database.sql("select set_config('trivium.approval_case', coalesce(approval_case_id::text, ''), true)"
                            + " from opportunity where id = :id")
                    .param("id", id)
                    .query(String.class)
                    .single();
            database.sql("update opportunity set approval_case_id = null where id = :id")
                    .param("id", id)
                    .update();
            database.sql("update opportunity o set " + STATES.get(state) + " where id = :id")
                    .param("id", id)
                    .update();
            database.sql("update opportunity set approval_case_id = :case where id = :id")
                    .param("case", caseId, Types.BIGINT)
                    .param("id", id)
                    .update();
        });
    }

    private void caseIsRefused() {
        database.sql("update approval_case set state = 'REJECTED', finished_at = now()")
                .update();
    }

    private void everythingNeedsAnApproval() {
        subjects.stream()
                .filter(subject -> subject.type().equals("opportunity"))
                .flatMap(subject -> subject.triggers().stream())
                .forEach(trigger -> flows.active(trigger.key(), null, ConditionGroup.ALWAYS, SampleFlows.anyOf(third)));
    }

    private String read(String sql) {
        return database.sql(sql).param("id", id).query(String.class).optional().orElse("gone");
    }
}
