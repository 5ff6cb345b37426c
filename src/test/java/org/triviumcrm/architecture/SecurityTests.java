package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.triviumcrm.identity.PermissionSource;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.ManyCases;
import org.triviumcrm.testing.SampleCompany;

/** Every address of the application, new ones by themselves: who gets in, and what comes along. */
@IntegrationTest
@TestInstance(Lifecycle.PER_CLASS)
class SecurityTests {

    /** What nobody needs to sign in for. */
    private static final Set<String> OPEN = Set.of(
            "/sign-in",
            "/sign-in/refused",
            "/setup",
            "/error",
            "/icons/{hash:[0-9a-f]{12}}.svg",
            "/leads/capture/{key}",
            "/leads/capture/{key}/ticket",
            "/chat/{key}/widget.js",
            "/chat/{key}/settings",
            "/chat/{key}/talks",
            "/chat/{key}/words",
            "/chat/{key}/stream",
            "/chat/{key}/writing",
            "/chat/{key}/end",
            "/chat/{key}/rating",
            "/chat/{key}/transcript",
            "/chat/{key}/letters",
            "/chat/{key}/articles",
            "/chat/{key}/helped",
            "/chat/{key}/files",
            "/help",
            "/help/{tag:en|zh}",
            "/help/{tag:en|zh}/search",
            "/help/{tag:en|zh}/categories/{id:\\d+}",
            "/help/{tag:en|zh}/articles/{id:\\d+}",
            "/help/{tag:en|zh}/articles/{id:\\d+}/votes",
            "/help/{tag:en|zh}/articles/{id:\\d+}/pictures/{articlePictureId:\\d+}",
            "/survey/{token}",
            "/survey/{tag:en|zh}/{token}",
            "/calendar/feed/{feedToken:[A-Za-z0-9_-]{43}}.ics");

    /** What everybody has who is signed in: the own account, the own home page, what is found of what may be seen. */
    private static final Set<String> PERSONAL = Set.of(
            "/",
            "/account",
            "/approvals",
            "/approvals/done",
            "/approvals/mine",
            "/approvals/copies",
            "/approvals/decision",
            "/approvals/decisions",
            "/approvals/absences",
            "/account/password",
            "/account/notices",
            "/account/calendar",
            "/account/calendar/feed",
            "/account/calendar/feed/removal",
            "/calendar/reminders",
            "/live",
            "/live/counts",
            "/notices",
            "/notices/latest",
            "/notices/reading",
            "/account/sessions",
            "/account/sessions/end-others",
            "/account/sessions/{handle}/end");

    /** What everybody does with a list that they may view: their own columns and views of it. */
    private static final String OWN_VIEWS =
            "/lists/\\{noun}/(views.*|columns)|/insight/sales/layouts|/sales/board/views";

    /** What everybody may ask, and get an answer to from what they may see. */
    private static final Set<String> SCOPED = Set.of(
            "/tasks",
            "/calendar",
            "/search",
            "/search/suggestions",
            "/people/choices",
            "/fields/records/{noun}",
            "/contacts/choices",
            "/contacts/owners",
            "/marketing/leads/owners",
            "/customers/choices",
            "/customers/owners",
            "/marketing/people",
            "/marketing/audiences/choices",
            "/marketing/audiences/owners",
            "/marketing/campaigns/choices",
            "/marketing/campaigns/owners",
            "/sales/opportunities/owners",
            "/sales/quotes/owners",
            "/sales/contracts/owners",
            "/sales/contracts/signatories",
            "/letterhead/logo");

    /** Repeats what was refused, and nothing else: without a refusal there is nothing; see AskingForAnApprovalTests. */
    private static final Set<String> AFTER_A_REFUSAL = Set.of("/approvals/needed", "/approvals/submissions");

    /** One transaction for each decision, so not within that of a test; see DecidingManyTests. */
    private static final Set<String> MANY_TRANSACTIONS = Set.of("/approvals/decisions");

    private static final List<String> HEADERS = List.of(
            "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cache-Control");

    @Autowired
    MockMvc mvc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    SampleCompany company;

    @Autowired
    ManyCases cases;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    List<PermissionSource> permissions;

    @BeforeEach
    void company() throws Exception {
        company.found();
        company.upload(mvc);
    }

    Stream<Endpoint> all() {
        return Endpoint.all(requestMappingHandlerMapping).stream();
    }

    Stream<Endpoint> open() {
        return all().filter(endpoint -> OPEN.contains(endpoint.pattern()));
    }

    Stream<Endpoint> closed() {
        return all().filter(endpoint -> !OPEN.contains(endpoint.pattern()));
    }

    Stream<Endpoint> writing() {
        return closed().filter(Endpoint::writes);
    }

    Stream<Endpoint> answering() {
        return closed().filter(endpoint -> !AFTER_A_REFUSAL.contains(endpoint.pattern()))
                .filter(endpoint -> !MANY_TRANSACTIONS.contains(endpoint.pattern()));
    }

    Stream<Endpoint> answeringForms() {
        return answering().filter(Endpoint::writes);
    }

    Stream<Endpoint> guarded() {
        return closed().filter(endpoint -> !PERSONAL.contains(endpoint.pattern()));
    }

    Stream<Endpoint> guardedForms() {
        return guarded()
                .filter(endpoint -> endpoint.writes() && Form.of(endpoint).isPresent())
                .filter(endpoint -> !endpoint.pattern().matches(OWN_VIEWS));
    }

    @Test
    void theListsNameWhatIsThere() {
        assertThat(all()).hasSizeGreaterThan(120);
        assertThat(all().map(Endpoint::pattern))
                .containsAll(OPEN)
                .containsAll(PERSONAL)
                .containsAll(SCOPED);
    }

    @TestFactory
    Stream<DynamicTest> whoeverIsNotSignedInIsLedToTheSignIn() {
        return cases.of(closed(), this::leadsToTheSignIn);
    }

    private void leadsToTheSignIn(Endpoint endpoint) throws Exception {
        MockHttpServletResponse page = answer(request(endpoint).with(csrf()));
        assertThat(page.getStatus()).isEqualTo(endpoint.htmx() ? 401 : 302);
        if (endpoint.htmx()) {
            assertThat(page.getHeader("X-Session-Ended")).isNotNull();
        } else {
            assertThat(page.getHeader("Location")).endsWith("/sign-in");
        }

        MockHttpServletResponse part = answer(request(endpoint).with(csrf()).header("HX-Request", "true"));
        assertThat(part.getStatus()).isEqualTo(401);
        assertThat(part.getHeader("X-Session-Ended")).isNotNull();
        assertThat(part.getContentAsString()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> nothingIsWrittenWithoutTheTokenOfThePage() {
        return cases.of(writing(), this::needsTheToken);
    }

    private void needsTheToken(Endpoint endpoint) throws Exception {
        assertThat(answer(request(endpoint).with(signedIn(company.administrator())))
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(request(endpoint)
                                .with(signedIn(company.administrator()))
                                .with(csrf().useInvalidToken()))
                        .getStatus())
                .isEqualTo(403);
    }

    /** With the same requests as the administrator below, who gets there. */
    @TestFactory
    Stream<DynamicTest> whoMayNothingGetsNowhere() {
        return cases.of(guarded(), this::refusesWhoMayNothing);
    }

    private void refusesWhoMayNothing(Endpoint endpoint) throws Exception {
        MockHttpServletResponse answer =
                answer(request(endpoint).with(signedIn(accounts.nobody())).with(csrf()));
        if (SCOPED.contains(endpoint.pattern())) {
            assertThat(answer.getContentAsString().replace("value=\"Sample\"", ""))
                    .doesNotContain("Sample ")
                    .doesNotContain("Call back");
        } else {
            assertThat(answer.getStatus()).isIn(403, 404);
        }
    }

    /** Not even what is wrong with it: a form is answered only to whoever may send it. */
    @TestFactory
    Stream<DynamicTest> aWrongFormIsRefusedBeforeItIsRead() {
        return cases.of(guardedForms(), this::refusesUnread);
    }

    private void refusesUnread(Endpoint endpoint) throws Exception {
        for (Viewer person : List.of(accounts.nobody(), onlooker())) {
            for (AbstractMockHttpServletRequestBuilder<?> request : List.of(wrong(endpoint), empty(endpoint))) {
                assertThat(answer(request.with(signedIn(person)).with(csrf())).getStatus())
                        .as(endpoint.pattern())
                        .isIn(403, 404);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> aFormWithoutAnyFieldIsNoError() {
        return cases.of(answeringForms(), this::takesNoField);
    }

    private void takesNoField(Endpoint endpoint) throws Exception {
        MockHttpServletResponse answer =
                answer(empty(endpoint).with(signedIn(company.administrator())).with(csrf()));
        assertThat(answer.getStatus())
                .as("%s: %s", endpoint.pattern(), answer.getContentAsString())
                .matches(status -> status < 400 || status == 400 || status == 409 || status == 422);
    }

    @TestFactory
    Stream<DynamicTest> theAdministratorGetsEverywhere() {
        return cases.of(answering(), this::answersTheAdministrator);
    }

    private void answersTheAdministrator(Endpoint endpoint) throws Exception {
        MockHttpServletResponse answer =
                answer(request(endpoint).with(signedIn(company.administrator())).with(csrf()));
        assertThat(answer.getStatus())
                .as("%s, a page, or a refusal of what was typed: %s", endpoint.pattern(), answer.getContentAsString())
                .matches(status -> status < 400 || status == 409 || status == 422);
    }

    @TestFactory
    Stream<DynamicTest> whatIsOpenAnswersEverybody() {
        return cases.of(open(), this::answersEverybody);
    }

    private void answersEverybody(Endpoint endpoint) throws Exception {
        assertThat(answer(request(endpoint).with(csrf())).getHeader("Location"))
                .satisfiesAnyOf(
                        location -> assertThat(location).isNull(),
                        location -> assertThat(endpoint.pattern()).isEqualTo("/sign-in"),
                        location -> assertThat(location).startsWith("/help/en"),
                        location -> assertThat(location).startsWith("/survey/en/"));
    }

    /** Each answer of any kind carries the headers that keep it safe. */
    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getHeaderNames()).containsAll(HEADERS);
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        return answer;
    }

    /** Sees all records, and may change none. */
    private Viewer onlooker() {
        Viewer person = accounts.nobody();
        long role = database.sql("""
                        insert into role (id, name, created_at, updated_at)
                        values (nextval('role_seq'), 'Onlooker', now(), now()) returning id""").query(Long.class).single();
        for (PermissionSource source : permissions) {
            source.permissions().stream()
                    .filter(permission -> permission.endsWith(".view"))
                    .forEach(permission -> insert("role_permission", role, permission));
            source.recordTypes().forEach(type -> insert("role_access", role, type, "ALL"));
        }
        insert("person_role", person.personId(), role);
        return person;
    }

    private void insert(String table, Object... values) {
        database.sql("insert into %s values (%s)"
                        .formatted(table, String.join(", ", Collections.nCopies(values.length, "?"))))
                .params(values)
                .update();
    }

    private AbstractMockHttpServletRequestBuilder<?> wrong(Endpoint endpoint) {
        AbstractMockHttpServletRequestBuilder<?> request = empty(endpoint);
        Form.of(endpoint).orElseThrow().fields().forEach((field, type) -> {
            if (!field.equals("version")) {
                request.param(field, type == String.class ? "" : "no such thing");
            }
        });
        return request;
    }

    private AbstractMockHttpServletRequestBuilder<?> empty(Endpoint endpoint) {
        AbstractMockHttpServletRequestBuilder<?> request = bare(endpoint);
        endpoint.parameters(company).forEach(request::param);
        return request;
    }

    private AbstractMockHttpServletRequestBuilder<?> request(Endpoint endpoint) {
        AbstractMockHttpServletRequestBuilder<?> request = empty(endpoint);
        if (endpoint.writes()) {
            Form.of(endpoint).ifPresent(form -> form.filledIn(company).forEach(request::param));
        }
        return request;
    }

    private AbstractMockHttpServletRequestBuilder<?> bare(Endpoint endpoint) {
        String path = endpoint.path(company);
        var parameters = endpoint.handler().getMethod().getParameters();
        boolean file = Arrays.stream(parameters).anyMatch(parameter -> parameter.getType() == MultipartFile.class);
        AbstractMockHttpServletRequestBuilder<?> request = file
                ? MockMvcRequestBuilders.multipart(path)
                        .file(new MockMultipartFile("file", "sample.csv", "text/csv", "Name\nOther".getBytes()))
                : MockMvcRequestBuilders.request(endpoint.method(), path);
        if (endpoint.htmx()) {
            request.header("HX-Request", "true");
        }
        return request;
    }
}
