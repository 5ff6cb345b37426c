package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.triviumcrm.identity.PermissionSource;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.ManyCases;
import org.triviumcrm.testing.SampleCompany;

/**
 * Somebody who may do everything, yet only with their own records, meets nothing of the records of others: on no address,
 * new ones by themselves. The same requests by somebody who may see them show that there is something to hide.
 */
@IntegrationTest
@TestInstance(Lifecycle.PER_CLASS)
class HiddenRecordsTests {

    /** What names of the records, their sums and the subject of their activity have in common. */
    private static final List<String> TRACES = List.of("Qzhidden", "7,531,975", "7531975", "7.5M");

    private static final Set<String> ABOUT_RECORDS = Set.of(
            "/sales/opportunities/{id",
            "/customers/{id",
            "/contacts/{id",
            "/marketing/leads/{id",
            "/sales/leads/{id",
            "/support/tickets/{id",
            "/activities/{id",
            "/tasks/{id",
            "/calendar/entries/{id",
            "/approvals/cases/{id",
            "/approvals/subjects/{type");

    @TempDir
    Path folder;

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

    private Viewer seeing;
    private Viewer stranger;

    @BeforeEach
    void records() throws Exception {
        company.found();
        seeing = everythingWith("ALL");
        stranger = everythingWith("OWN");
        for (String table : List.of("customer", "contact", "opportunity", "ticket")) {
            database.sql("update " + table + " set name = 'Qzhidden " + table + "' where id = " + company.id(table))
                    .update();
        }
        database.sql(
                        "update lead set full_name = 'Qzhidden lead', company = 'Qzhidden company', email = 'qz@example.com'")
                .update();
        database.sql(
                        "update opportunity set amount = 7531975, base_amount = 7531975, stage_entered_at = now() - interval '40 days'")
                .update();
        database.sql("update approval_case set title = 'Qzhidden case', amount = 7531975, currency = 'USD'")
                .update();
        database.sql("update activity set subject = 'Qzhidden task'").update();
        database.sql("""
                        insert into activity (id, kind, about_type, about_id, customer_id, subject, at, owner_id, created_at, updated_at)
                        values (nextval('activity_seq'), 'NOTE', 'opportunity', :deal, :customer, 'Qzhidden note', now(), :owner, now(), now())
                        """)
                .param("deal", company.id("opportunity"))
                .param("customer", company.id("customer"))
                .param("owner", company.administrator().personId())
                .update();
    }

    Stream<Endpoint> all() {
        return Endpoint.all(requestMappingHandlerMapping).stream()
                .filter(endpoint -> !Set.of("/setup", "/error", "/sign-in").contains(endpoint.pattern()))
                // the administrator's, who sees them, whoever has its address; see FeedTests
                .filter(endpoint -> !endpoint.pattern().startsWith("/calendar/feed/"))
                .filter(endpoint ->
                        !endpoint.pattern().startsWith("/imports/{") && !(endpoint.writes() && takesAFile(endpoint)));
    }

    /** Those have tests of their own. */
    private static boolean takesAFile(Endpoint endpoint) {
        return endpoint.pattern().equals("/imports") || endpoint.pattern().endsWith("/attachments");
    }

    Stream<Endpoint> aboutARecord() {
        return all().filter(endpoint -> ABOUT_RECORDS.stream().anyMatch(endpoint.pattern()::startsWith));
    }

    @TestFactory
    Stream<DynamicTest> noAddressShowsThem() {
        return cases.of(all(), this::showsNothing);
    }

    private void showsNothing(Endpoint endpoint) throws Exception {
        assertThat(TRACES).noneMatch(text(answer(stranger, request(endpoint)))::contains);
    }

    @Test
    void areMany() {
        assertThat(aboutARecord()).hasSizeGreaterThan(30);
    }

    @TestFactory
    Stream<DynamicTest> areNotThere() {
        return cases.of(aboutARecord(), this::isNotThere);
    }

    private void isNotThere(Endpoint endpoint) throws Exception {
        assertThat(answer(stranger, request(endpoint)).getStatus()).isEqualTo(404);
        if (endpoint.writes()) {
            assertThat(answer(stranger, empty(endpoint)).getStatus())
                    .as("before anything is said about the form; what no page sends may be refused unread")
                    .isIn(404, 400);
        }
        boolean own = Stream.of("/activities/", "/tasks/", "/calendar/", "/approvals/")
                .anyMatch(endpoint.pattern()::startsWith);
        assertThat(answer(own ? company.administrator() : seeing, request(endpoint))
                        .getStatus())
                .as("for somebody who sees it")
                .matches(status -> status < 400 || status == 409 || status == 422);
    }

    @ParameterizedTest
    @CsvSource({
        "/, '7,531,975'",
        "/customers, Qzhidden customer",
        "/contacts, Qzhidden contact",
        "/sales/opportunities, Qzhidden opportunity",
        "/sales/opportunities, '7,531,975'",
        "/lists/opportunity/export.csv, Qzhidden opportunity",
        "/lists/opportunity/export.xlsx, Qzhidden opportunity",
        "/lists/customer/export.csv, Qzhidden customer",
        "/marketing/leads, Qzhidden lead",
        "/marketing/leads/twins?email=QZ@example.com, Qzhidden lead",
        "/lists/lead/export.csv, Qzhidden company",
        "/support/tickets, Qzhidden ticket",
        "/support/board, Qzhidden ticket",
        "/support/tickets/new?customerId={customer}, Qzhidden customer",
        "/lists/ticket/export.csv, Qzhidden ticket",
        "/search?q=qzhidden, Qzhidden ticket",
        "/lists/contact/export.xlsx, Qzhidden contact",
        "/lists/opportunity/choices/customer?q=qz, Qzhidden customer",
        "/customers/choices?q=qz, Qzhidden customer",
        "/contacts/choices?q=qz, Qzhidden contact",
        "/customers/similar?name=Qzhidden, Qzhidden customer",
        "/search?q=qzhidden, Qzhidden opportunity",
        "/search?q=qzhidden, Qzhidden customer",
        "/search?q=qzhidden, Qzhidden contact",
        "/search?q=qzhidden, Qzhidden lead",
        "/search/suggestions?q=qzhidden, Qzhidden opportunity",
        "/sales/board, Qzhidden opportunity",
        "/sales/board, '7,531,975'",
        "/sales/funnel, '7,531,975'",
        "/insight/figures, '7,531,975'",
        "/sales/customers/{customer}/opportunities, Qzhidden opportunity",
        "/support/customers/{customer}/tickets, Qzhidden ticket",
        "/activities?about=customer:{customer}, Qzhidden note",
        "/activities?about=contact:{contact}, ''",
        "/activities?about=opportunity:{opportunity}, Qzhidden note",
        "/sales/opportunities/new?customerId={customer}, Qzhidden customer",
        "/contacts/new?customerId={customer}, Qzhidden customer"
    })
    void whoMaySeeThemDoes(String address, String trace) throws Exception {
        assertThat(text(answer(seeing, MockMvcRequestBuilders.get(filledIn(address)))))
                .contains(trace);
        assertThat(TRACES).noneMatch(text(answer(stranger, MockMvcRequestBuilders.get(filledIn(address))))::contains);
    }

    @ParameterizedTest
    @CsvSource({"customer", "contact", "opportunity", "lead", "ticket"})
    void canNotBeChosenInAList(String noun) throws Exception {
        String id = "" + company.id(noun);
        assertThat(text(answer(
                        seeing, posted("/lists/" + noun + "/bulk/transfer").param("ids", id))))
                .contains("Qzhidden");
        assertThat(text(answer(
                        stranger, posted("/lists/" + noun + "/bulk/transfer").param("ids", id))))
                .doesNotContain("Qzhidden");
        var give = posted("/lists/" + noun + "/bulk/transfer/runs")
                .param("ids", id)
                .param("ownerId", "" + stranger.personId());
        assertThat(answer(stranger, give).getStatus()).isEqualTo(404);
        var all = posted("/lists/" + noun + "/bulk/transfer/runs")
                .param("all", "true")
                .param("ownerId", "" + stranger.personId());
        assertThat(answer(stranger, all).getStatus()).as("nothing is found").isEqualTo(422);
        assertThat(database.sql("select owner_id from " + noun + " where id = " + id)
                        .query(Long.class)
                        .single())
                .isEqualTo(company.administrator().personId());
    }

    private MockHttpServletRequestBuilder posted(String address) {
        return MockMvcRequestBuilders.post(address).with(csrf());
    }

    private MockHttpServletResponse answer(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(signedIn(viewer))).andReturn().getResponse();
    }

    private MockHttpServletRequestBuilder request(Endpoint endpoint) {
        MockHttpServletRequestBuilder request = empty(endpoint);
        if (endpoint.writes()) {
            Form.of(endpoint).ifPresent(form -> form.filledIn(company).forEach(request::param));
        }
        return request;
    }

    private MockHttpServletRequestBuilder empty(Endpoint endpoint) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(
                        endpoint.method(), endpoint.path(company))
                .with(csrf());
        if (endpoint.htmx()) {
            request.header("HX-Request", "true");
        }
        endpoint.parameters(company).forEach(request::param);
        return request;
    }

    private String filledIn(String address) {
        String filled = address;
        for (String table : List.of("customer", "contact", "opportunity")) {
            filled = filled.replace("{" + table + "}", "" + company.id(table));
        }
        return filled;
    }

    /** What somebody reads in it; a workbook is unpacked. */
    private String text(MockHttpServletResponse answer) throws IOException {
        if (!String.valueOf(answer.getContentType()).contains("spreadsheetml")) {
            return answer.getContentAsString(StandardCharsets.UTF_8);
        }
        Path file = Files.write(folder.resolve("workbook.xlsx"), answer.getContentAsByteArray());
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    /** May do all that can be done with records. Who reads the log of all changes, or all cases, sees everything anyway. */
    private Viewer everythingWith(String access) {
        Viewer person = accounts.nobody();
        long role = database.sql("""
                        insert into role (id, name, created_at, updated_at)
                        values (nextval('role_seq'), :name, now(), now()) returning id""").param("name", access).query(Long.class).single();
        for (PermissionSource source : permissions) {
            source.permissions().stream()
                    .filter(permission ->
                            !permission.startsWith("identity.") && !permission.equals("approval.case.view"))
                    .forEach(permission -> database.sql(
                                    "insert into role_permission (role_id, permission) values (?, ?)")
                            .params(role, permission)
                            .update());
            source.recordTypes()
                    .forEach(type -> database.sql(
                                    "insert into role_access (role_id, record_type, level) values (?, ?, ?)")
                            .params(role, type, access)
                            .update());
        }
        database.sql("insert into person_role (person_id, role_id) values (?, ?)")
                .params(person.personId(), role)
                .update();
        return person;
    }
}
