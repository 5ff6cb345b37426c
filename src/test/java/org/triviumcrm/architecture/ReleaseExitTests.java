package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.support.portal.PortalGuests;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.ExitGuard;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SampleFlows;

/**
 * No address, inside or in the portal, lets a quote or a contract out, or starts a care plan, that waits for an approval or that needs
 * one: new addresses are tried by themselves, reading ones too, as a paper leaves by being read. Each is sent by somebody who may do
 * everything, and in the portal by whom it is meant for; the database's guard is on as in production.
 */
@CommittingTest
@TestInstance(Lifecycle.PER_CLASS)
class ReleaseExitTests {

    /** What is approved before it takes effect. */
    enum Kept {
        QUOTE("quote", "/sales/quotes/{id", "/portal/quotes/{id", "RELEASE", """
                jsonb_build_object('row', to_jsonb(x) - '{version,updated_at,search_pieces}'::text[],
                    'lines', (select jsonb_agg(l order by l.position) from quote_line l where l.quote_id = x.id),
                    'letters', (select count(*) from quote_letter l where l.quote_id = x.id),
                    'accepted', (select count(*) from quote_acceptance a where a.quote_id = x.id),
                    'papers', (select count(*) from quote_paper p where p.quote_id = x.id),
                    'quotes', (select count(*) from quote), 'contracts', (select count(*) from contract))"""),
        CONTRACT("contract", "/sales/contracts/{id", "/portal/contracts/{id", "RELEASE", """
                jsonb_build_object('row', to_jsonb(x) - '{version,updated_at,search_pieces}'::text[],
                    'lines', (select jsonb_agg(l order by l.position) from contract_line l where l.contract_id = x.id),
                    'letters', (select count(*) from contract_letter l where l.contract_id = x.id),
                    'papers', (select count(*) from contract_paper p where p.contract_id = x.id),
                    'contracts', (select count(*) from contract), 'opportunities', (select count(*) from opportunity))"""),
        CARE("care_plan", "/support/care/{id", "nowhere", "start", """
                jsonb_build_object('row', to_jsonb(x) - '{version,updated_at}'::text[],
                    'lines', (select jsonb_agg(l order by l.position) from care_line l where l.plan_id = x.id),
                    'tasks', (select count(*) from care_duty d where d.plan_id = x.id))""");

        final String table;
        final String path;
        final String portal;
        final String trigger;
        final String row;

        Kept(String table, String path, String portal, String trigger, String row) {
            this.table = table;
            this.path = path;
            this.portal = portal;
            this.trigger = trigger;
            this.row = "select (" + row + ")::text from " + table + " x where x.id = :id";
        }

        boolean isPath(String pattern) {
            return pattern.startsWith(path) || pattern.startsWith(portal);
        }
    }

    /** How each comes to be in its states, drafts first; the database's triggers being off. */
    private static final Map<Kept, Map<String, String>> STATES = Map.of(
            Kept.QUOTE,
            ordered(
                    "DRAFT", "approval_case_id = null, released_at = null, sent_at = null",
                    "RELEASED", "released_at = now(), sent_at = null",
                    "SENT", "released_at = now(), sent_at = now()"),
            Kept.CONTRACT,
            ordered(
                    "DRAFT", "approval_case_id = null, released_at = null, signed_on = null, base_gain = null",
                    "RELEASED", "released_at = now(), signed_on = null, base_gain = null",
                    "SIGNED", "released_at = now(), signed_on = current_date, base_gain = 10"),
            Kept.CARE,
            ordered("DRAFT", "approval_case_id = null, active_since = null", "ACTIVE", "active_since = current_date"));

    /** What it must not become without having been approved. */
    private static final Set<String> OUT = Set.of("RELEASED", "SENT", "ACCEPTED", "SIGNED", "ACTIVE");

    private static final Map<String, String> PAPER_LINE = Map.of(
            "lines[0].kind", "ITEM", "lines[0].words", "Sample words", "lines[0].quantity", "2", "lines[0].price", "5");
    private static final Map<String, String> CARE_LINE = Map.of(
            "lines[0].kind",
            "CALL",
            "lines[0].subject",
            "Sample call",
            "lines[0].rhythm",
            "EVERY",
            "lines[0].months",
            "3",
            "lines[0].leadDays",
            "5",
            "lines[0].cost",
            "1",
            "levels",
            "PARTNER");

    /** What changes nothing of them, with or without an approval; and why. */
    private static final Map<String, String> BESIDE = Map.of(
            "/sales/contracts/{id:\\d+}/payments/plan", "what is owed by what was signed",
            "/sales/contracts/{id:\\d+}/receipts", "what was paid for what was signed",
            "/sales/contracts/{id:\\d+}/receipts/{receiptId:\\d+}/cancellation", "the same",
            "/sales/contracts/{id:\\d+}/payment-reminders", "asks for what is owed; PaymentRemindersTests",
            "/sales/contracts/{id:\\d+}/files", "keeps a file beside it",
            "/sales/quotes/{id:\\d+}/template", "keeps its lines under another name");

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

    private PortalGuests.Guest guest;

    /** One request about one of them. */
    record Way(Kept kept, Endpoint endpoint) {

        boolean isPortal() {
            return endpoint.pattern().startsWith("/portal/");
        }

        /** What was released when it left, and is kept as evidence of that: other bytes than those of today. */
        boolean isFormer() {
            return endpoint.pattern().contains("/former-papers/");
        }

        boolean isPaper() {
            return endpoint.pattern().endsWith(".pdf");
        }

        @Override
        public String toString() {
            return endpoint.toString();
        }
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    Stream<Way> ways() {
        return Endpoint.everywhere(requestMappingHandlerMapping).stream()
                .flatMap(endpoint -> Stream.of(Kept.values())
                        .filter(kept -> kept.isPath(endpoint.pattern()))
                        .map(kept -> new Way(kept, endpoint)));
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
        PortalGuests guests = new PortalGuests(database);
        guests.open();
        guest = guests.guest("Sample Guest", company.id("customer"), true);
        database.sql("update contract set quote_id = null").update(); // its quote can become one again
        for (String table : List.of("quote", "contract")) {
            database.sql("update " + table + " set contact_id = :contact")
                    .param("contact", guest.contact())
                    .update();
        }
    }

    @Test
    void areMany() {
        assertThat(ways().filter(way -> way.kept() == Kept.QUOTE)).hasSizeGreaterThan(15);
        assertThat(ways().filter(way -> way.kept() == Kept.CONTRACT)).hasSizeGreaterThan(15);
        assertThat(ways().filter(way -> way.kept() == Kept.CARE)).hasSizeGreaterThan(5);
        assertThat(ways().filter(Way::isPortal)).hasSize(6);
        assertThat(ways().map(way -> way.endpoint().pattern())).containsAll(BESIDE.keySet());
    }

    Stream<Way> writing() {
        return ways().filter(way -> way.endpoint().writes());
    }

    @ParameterizedTest
    @MethodSource("writing")
    void whatIsDoneKeepsToTheApprovals(Way way) throws Exception {
        whatWaitsForAnApprovalStaysAsItIs(way);
        whatNeedsAnApprovalIsNotLetOut(way);
    }

    /** All in one, as reading changes nothing. */
    @Test
    void whatIsReadKeepsToTheApprovals() throws Exception {
        for (Way way : ways().filter(way -> !way.endpoint().writes() && !way.isFormer())
                .toList()) {
            whatWaitsForAnApprovalStaysAsItIs(way);
            whatNeedsAnApprovalIsNotLetOut(way);
        }
    }

    @ParameterizedTest
    @MethodSource("writing")
    void theSameRequestsWorkWithoutApprovals(Way way) throws Exception {
        if (!BESIDE.containsKey(way.endpoint().pattern())) {
            isDoneInSomeState(way);
        }
    }

    @Test
    void papersAreReadWithoutApprovals() throws Exception {
        for (Way way : ways().filter(Way::isPaper).toList()) {
            isDoneInSomeState(way);
        }
    }

    private void whatWaitsForAnApprovalStaysAsItIs(Way way) throws Exception {
        become(way.kept(), "SUBMITTED", "approval_case_id = " + waitingCase(way.kept()));
        String before = read(way.kept());
        MockHttpServletResponse answer = send(way);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isLessThan(500);
        assertThat(answer.getContentType()).isNotEqualTo("application/pdf");
        isNotPrinted(way, answer);
        assertThat(read(way.kept()))
                .as("%s, answered %s", way, answer.getStatus())
                .isEqualTo(before);
        if (way.isPortal()) {
            assertThat(answer.getStatus()).isEqualTo(404);
        }
    }

    /** Also one that has got on without having been asked for. */
    private void whatNeedsAnApprovalIsNotLetOut(Way way) throws Exception {
        database.sql("update approval_case set state = 'REJECTED', finished_at = now() where subject_type = ?")
                .param(way.kept().table)
                .update();
        flows.active(
                way.kept().table,
                way.kept().trigger,
                null,
                ConditionGroup.ALWAYS,
                SampleFlows.anyOf(accounts.manager(null)));
        for (Map.Entry<String, String> state : STATES.get(way.kept()).entrySet()) {
            if (Set.of("SIGNED", "ACTIVE").contains(state.getKey())) {
                continue; // bound already
            }
            become(way.kept(), state.getKey(), state.getValue());
            long left = left(way.kept());
            MockHttpServletResponse answer = send(way);
            String said = "%s of %s, answered %s".formatted(way, state.getKey(), answer.getStatus());
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isLessThan(500);
            assertThat(answer.getContentType()).as(said).isNotEqualTo("application/pdf");
            if (state.getKey().equals("DRAFT")) {
                isNotPrinted(way, answer);
            }
            if (way.isPortal() && way.endpoint().pattern().endsWith("{id:\\d+}")) {
                assertThat(answer.getStatus()).as(said).isEqualTo(404);
            }
            assertThat(left(way.kept())).as(said).isEqualTo(left);
            String now = state(way.kept());
            if (!now.equals(state.getKey())) {
                assertThat(OUT).as(said).doesNotContain(now);
            }
        }
        database.sql("update approval_flow_version set state = 'RETIRED', retired_at = now() where state = 'ACTIVE'")
                .update();
    }

    /** What people may look at before it is released does not come out of a printer. */
    private static void isNotPrinted(Way way, MockHttpServletResponse answer) throws Exception {
        if (way.endpoint().pattern().matches("/sales/.*/paper")) {
            assertThat(answer.getContentAsString()).contains("class=\"card d-print-none\"", "so it can’t be printed");
        }
    }

    private void isDoneInSomeState(Way way) throws Exception {
        List<String> answers = new ArrayList<>();
        for (Map.Entry<String, String> state : STATES.get(way.kept()).entrySet()) {
            become(way.kept(), state.getKey(), state.getValue());
            if (way.endpoint().pattern().endsWith("/deletion")) { // what has left is not deleted
                database.sql("delete from " + way.kept().table + "_former_paper")
                        .update();
            }
            String before = read(way.kept());
            MockHttpServletResponse answer = send(way);
            if (way.isPaper()
                    ? "application/pdf".equals(answer.getContentType())
                    : !read(way.kept()).equals(before)) {
                return;
            }
            answers.add(state.getKey() + " " + answer.getStatus() + " " + problems(answer));
        }
        assertThat(answers).as("%s is never done", way).isEmpty();
    }

    private static String problems(MockHttpServletResponse answer) throws Exception {
        return Stream.of(answer.getContentAsString().split("\n"))
                .filter(line -> line.contains("invalid-feedback") || line.contains("role=\"alert\""))
                .toList()
                .toString();
    }

    private MockHttpServletResponse send(Way way) throws Exception {
        Endpoint endpoint = way.endpoint();
        String path =
                way.isPortal() ? endpoint.pattern().replace("{id:\\d+}", "" + id(way.kept())) : endpoint.path(company);
        AbstractMockHttpServletRequestBuilder<?> request =
                Stream.of(endpoint.handler().getMethod().getParameterTypes()).anyMatch(MultipartFile.class::equals)
                        ? MockMvcRequestBuilders.multipart(path)
                                .file(new MockMultipartFile("file", "a.txt", "text/plain", new byte[] {65}))
                        : MockMvcRequestBuilders.request(endpoint.method(), path);
        request.with(csrf()).with(way.isPortal() ? guest.signedIn() : signedIn(company.administrator()));
        if (endpoint.htmx()) {
            request.header("HX-Request", "true");
        }
        typed(way).forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    /** What a form sends that wants to change something. */
    private Map<String, String> typed(Way way) {
        Map<String, String> typed = new LinkedHashMap<>(way.endpoint().parameters(company));
        Form.of(way.endpoint()).ifPresent(form -> typed.putAll(form.filledIn(company)));
        typed.replaceAll((name, value) ->
                name.equals("ownerId") ? "" + company.administrator().personId() : value);
        if (typed.containsKey("validUntil")) {
            typed.put("validUntil", LocalDate.now().plusYears(5).toString());
        }
        typed.put(
                "version",
                database.sql("select coalesce(max(version), 0)::text from " + way.kept().table + " where id = ?")
                        .param(id(way.kept()))
                        .query(String.class)
                        .single());
        typed.put("agrees", "true");
        typed.replace("address", "ann@example.com");
        typed.replace("effectiveOn", "2026-03-06");
        typed.replace("endsOn", way.kept() == Kept.CARE ? "2027-01-01" : "2090-01-01");
        typed.putAll(way.kept() == Kept.CARE ? CARE_LINE : PAPER_LINE);
        return typed;
    }

    private long waitingCase(Kept kept) {
        return database.sql("""
                        insert into approval_case (flow_version_id, subject_type, subject_id, trigger_key, title, url, submitter_id, state,
                            facts, snapshot, action_kind, action, fingerprint, submitted_at)
                        values (:version, :type, :id, :trigger, 'Sample', '/', :admin, 'RUNNING', '{}', '{"lines": []}', :trigger, '{}', '', now())
                        returning id""")
                .param("version", company.id("approval_flow_version"))
                .param("type", kept.table)
                .param("id", id(kept))
                .param("trigger", kept.trigger)
                .param("admin", company.administrator().personId())
                .query(Long.class)
                .single();
    }

    private void become(Kept kept, String state, String how) {
        transactions.executeWithoutResult(transaction -> {
            database.sql("select set_config('session_replication_role', 'replica', true)")
                    .query(String.class)
                    .single();
            database.sql("update " + kept.table + " set state = '" + state + "', " + how + " where id = ?")
                    .param(id(kept))
                    .update();
        });
    }

    private long id(Kept kept) {
        return company.id(kept.table);
    }

    private String read(Kept kept) {
        return database.sql(kept.row)
                .param("id", id(kept))
                .query(String.class)
                .optional()
                .orElse("gone");
    }

    private String state(Kept kept) {
        return database.sql("select state from " + kept.table + " where id = ?")
                .param(id(kept))
                .query(String.class)
                .optional()
                .orElse("gone");
    }

    /** How often anything of it has gone out, or was made of it. */
    private long left(Kept kept) {
        return switch (kept) {
            case QUOTE ->
                number(
                        "select (select count(*) from quote_letter where quote_id = :id) + (select count(*) from quote_acceptance where"
                                + " quote_id = :id) + (select count(*) from quote_paper where quote_id = :id)"
                                + " + (select count(*) from contract where quote_id = :id)",
                        kept);
            case CONTRACT ->
                number(
                        "select (select count(*) from contract_letter where contract_id = :id)"
                                + " + (select count(*) from contract_paper where contract_id = :id)",
                        kept);
            case CARE -> number("select count(*) from care_duty where plan_id = :id", kept);
        };
    }

    private long number(String sql, Kept kept) {
        return database.sql(sql).param("id", id(kept)).query(Long.class).single();
    }
}
