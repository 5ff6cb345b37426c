package org.triviumcrm.shared.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Two people have the same form open: the second to save sees both versions, for every kind of record with a history. */
@IntegrationTest
class EditConflictsTests {

    /**
     * A kind of record and its form.
     *
     * @param form where the form is, with {id}
     * @param action where it is sent
     * @param typed what both type besides the name
     */
    record Noun(String table, String form, String action, Map<String, String> typed) {

        /** The field of the form with what it is called. */
        String name() {
            return table.equals("lead") ? "fullName" : "name";
        }

        @Override
        public String toString() {
            return table;
        }
    }

    /** How a campaign addresses people. */
    private static final String CUSTOMER = "the customer";

    private static final String METHOD = "{method}";

    /** The queue that a ticket is put into. */
    private static final String QUEUE = "{queue}";

    /** Whoever sends the form. */
    private static final String ME = "{me}";

    static Stream<Noun> nouns() {
        String administration = "/administration/";
        return Stream.of(
                new Noun(
                        "customer",
                        "/customers/{id}/edit",
                        "/customers/{id}",
                        Map.of("city", "Leeds", "currency", "USD")),
                new Noun("contact", "/contacts/{id}/edit", "/contacts/{id}", Map.of("jobTitle", "Buyer")),
                new Noun(
                        "opportunity",
                        "/sales/opportunities/{id}/edit",
                        "/sales/opportunities/{id}",
                        Map.of("currency", "USD", "nextStep", "Call", "probability", "10")),
                new Noun(
                        "audience",
                        "/marketing/audiences/{id}/edit",
                        "/marketing/audiences/{id}",
                        Map.of("note", "For spring", "ownerId", ME)),
                new Noun(
                        "product",
                        "/sales/products/{id}/edit",
                        "/sales/products/{id}",
                        Map.of("currency", "USD", "active", "true", "series", "G", "kind", "SERVICE")),
                new Noun(
                        "price_list",
                        "/sales/price-lists/{id}/edit",
                        "/sales/price-lists/{id}",
                        Map.of(
                                "currency",
                                "USD",
                                "active",
                                "true",
                                "validFrom",
                                "2026-01-01",
                                "position",
                                "7",
                                "gross",
                                "true")),
                new Noun(
                        "product_category",
                        administration + "product-categories/{id}/edit",
                        administration + "product-categories/{id}",
                        Map.of("active", "true")),
                new Noun(
                        "product_unit",
                        administration + "product-units/{id}/edit",
                        administration + "product-units/{id}",
                        Map.of("active", "true", "nameZh", "件")),
                new Noun(
                        "tax_rate",
                        administration + "tax-rates/{id}/edit",
                        administration + "tax-rates/{id}",
                        Map.of("active", "true", "percent", "9", "usual", "true")),
                new Noun(
                        "quote_template",
                        administration + "quote-templates/{id}/edit",
                        administration + "quote-templates/{id}",
                        Map.of("active", "true", "language", "en", "validDays", "9")),
                new Noun(
                        "lost_reason",
                        administration + "lost-reasons/{id}/edit",
                        administration + "lost-reasons/{id}",
                        Map.of("active", "true", "needsCompetitor", "true")),
                new Noun(
                        "market_axis",
                        "/sales/positioning/axes/{id}/edit",
                        "/sales/positioning/axes/{id}",
                        Map.of("active", "true", "kind", "RATING", "better", "LESS")),
                new Noun(
                        "market_offer",
                        "/sales/positioning/offers/{id}/edit",
                        "/sales/positioning/offers/{id}",
                        Map.of("active", "true")),
                new Noun(
                        "competitor",
                        administration + "competitors/{id}/edit",
                        administration + "competitors/{id}",
                        Map.of("active", "true")),
                new Noun(
                        "pipeline",
                        administration + "pipelines/{id}/edit",
                        administration + "pipelines/{id}",
                        Map.of("active", "true", "teamsBelow", "true")),
                new Noun(
                        "stage",
                        administration + "stages/{id}/edit",
                        administration + "stages/{id}",
                        Map.of(
                                "probability",
                                "10",
                                "expectedDays",
                                "5",
                                "conversion",
                                "50",
                                "basis",
                                "MEASURED",
                                "forecastCategory",
                                "PIPELINE")),
                new Noun(
                        "person",
                        administration + "people/{id}",
                        administration + "people/{id}",
                        Map.of("signInName", "zoe.tester", "language", "en")),
                new Noun("team", administration + "teams/{id}", administration + "teams/{id}", Map.of()),
                new Noun(
                        "role",
                        administration + "roles/{id}",
                        administration + "roles/{id}",
                        Map.of("permissions", "identity.log.view", "access[customer]", "TEAM")),
                new Noun(
                        "territory",
                        "/sales/territories/{id}/edit",
                        "/sales/territories/{id}",
                        Map.of("countries", "GB", "minEmployees", "5", "active", "true")),
                new Noun(
                        "opportunity_pool",
                        administration + "pools/{id}/edit",
                        administration + "pools/{id}",
                        Map.of(
                                "keeperId",
                                ME,
                                "position",
                                "7",
                                "noticeDays",
                                "4",
                                "restDays",
                                "9",
                                "noContactDays",
                                "31",
                                "active",
                                "true",
                                "ownerLeft",
                                "true",
                                "sparesPlanned",
                                "true")),
                new Noun(
                        "assignment_rule",
                        administration + "assignment/{id}/edit",
                        administration + "assignment/{id}",
                        Map.of("target", "PERSON", "personId", ME, "minAmount", "77", "active", "true")),
                new Noun(
                        "ticket_queue",
                        administration + "ticket-queues/{id}/edit",
                        administration + "ticket-queues/{id}",
                        Map.of("position", "7", "assignment", "IN_TURN", "mostOpen", "9", "active", "true")),
                new Noun(
                        "chat_widget",
                        administration + "chat-widgets/{id}/edit",
                        administration + "chat-widgets/{id}",
                        Map.ofEntries(
                                Map.entry("queueId", QUEUE),
                                Map.entry("origins", "https://www.example.com"),
                                Map.entry("colour", "#206bc4"),
                                Map.entry("language", "PAGE"),
                                Map.entry("asksName", "NO"),
                                Map.entry("asksEmail", "OPTIONAL"),
                                Map.entry("waitMinutes", "3"),
                                Map.entry("mostChats", "4"),
                                Map.entry("offline", "true"),
                                Map.entry("keepsHours", "true"),
                                Map.entry("suggests", "true"),
                                Map.entry("active", "true"))),
                new Noun(
                        "mailbox",
                        administration + "mailboxes/{id}/edit",
                        administration + "mailboxes/{id}",
                        Map.ofEntries(
                                Map.entry("address", "a@example.com"),
                                Map.entry("host", "127.0.0.1"),
                                Map.entry("port", "143"),
                                Map.entry("security", "NONE"),
                                Map.entry("userName", "a"),
                                Map.entry("folder", "Support"),
                                Map.entry("queueId", QUEUE),
                                Map.entry("fromStart", "true"),
                                Map.entry("plusAddresses", "true"),
                                Map.entry("acknowledges", "true"),
                                Map.entry("active", "true"))),
                new Noun(
                        "ticket_type",
                        administration + "ticket-types/{id}/edit",
                        administration + "ticket-types/{id}",
                        Map.of("active", "true")),
                new Noun(
                        "custom_field",
                        administration + "fields/{id}/edit",
                        administration + "fields/{id}",
                        Map.of("active", "true", "position", "7", "noun", "customer", "kind", "TEXT")),
                new Noun(
                        "macro",
                        "/support/macros/{id}/edit",
                        "/support/macros/{id}",
                        Map.of(
                                "position",
                                "7",
                                "audience",
                                "ALL",
                                "note",
                                "false",
                                "textEn",
                                "Hello",
                                "active",
                                "true")),
                new Noun(
                        "ticket",
                        "/support/tickets/{id}/edit",
                        "/support/tickets/{id}",
                        Map.of("channel", "WEB", "priority", "HIGH", "reference", "R-7", "queueId", QUEUE)),
                new Noun(
                        "business_calendar",
                        administration + "business-hours/{id}/edit",
                        administration + "business-hours/{id}",
                        Map.of("zone", "Asia/Shanghai", "saturday", "10:00-14:00")),
                new Noun(
                        "sla_policy",
                        administration + "promises/{id}/edit",
                        administration + "promises/{id}",
                        Map.of("rows[0].firstResponse", "2:30", "warnPercent", "60", "pausePending", "true")),
                new Noun(
                        "score_rule",
                        "/marketing/scores/rules/{id}/edit",
                        "/marketing/scores/rules/{id}",
                        Map.of("points", "7", "event", "MEETING", "halfLifeDays", "30", "active", "true")),
                new Noun(
                        "segment",
                        "/customers/segments/{id}/edit",
                        "/customers/segments/{id}",
                        Map.of(
                                "when.conditions[0].field",
                                "employees",
                                "when.conditions[0].comparison",
                                "AT_LEAST",
                                "when.conditions[0].value",
                                "12")),
                new Noun(
                        "care_plan",
                        "/support/care/{id}/edit",
                        "/support/care/{id}",
                        Map.of(
                                "startsOn",
                                "2026-04-01",
                                "endsOn",
                                "2026-04-30",
                                "valueClasses",
                                "B",
                                "budget",
                                "50",
                                "ownerId",
                                ME,
                                "lines[0].subject",
                                "Ring",
                                "lines[0].months",
                                "2")),
                new Noun(
                        "lead",
                        "/marketing/leads/{id}/edit",
                        "/marketing/leads/{id}",
                        Map.of("region", "Yorkshire", "noEmail", "true", "noCall", "true")),
                new Noun(
                        "capture_key",
                        administration + "captures/{id}/edit",
                        administration + "captures/{id}",
                        Map.of("minSeconds", "4", "perAddress", "6", "perHour", "201", "active", "true")),
                new Noun(
                        "marketing_term",
                        administration + "marketing-terms/campaign-methods/{id}/edit",
                        administration + "marketing-terms/campaign-methods/{id}",
                        Map.of("active", "true")),
                new Noun("survey", "/surveys/{id}/edit", "/surveys/{id}", SURVEY),
                new Noun(
                        "annual_plan",
                        "/marketing/plans/{id}/edit",
                        "/marketing/plans/{id}",
                        Map.of("year", "2027", "goal", "Be known", "ownerId", ME)),
                new Noun(
                        "quote",
                        "/sales/quotes/{id}/edit",
                        "/sales/quotes/{id}",
                        Map.of(
                                "customerId",
                                CUSTOMER,
                                "language",
                                "en",
                                "currency",
                                "USD",
                                "gross",
                                "false",
                                "quotedOn",
                                "2026-04-01",
                                "validUntil",
                                "2026-04-30",
                                "discountKind",
                                "PERCENT",
                                "terms",
                                "Net 30 days",
                                "ownerId",
                                ME)),
                new Noun(
                        "contract",
                        "/sales/contracts/{id}/edit",
                        "/sales/contracts/{id}",
                        Map.ofEntries(
                                Map.entry("customerId", CUSTOMER),
                                Map.entry("language", "en"),
                                Map.entry("currency", "USD"),
                                Map.entry("gross", "false"),
                                Map.entry("datedOn", "2026-04-01"),
                                Map.entry("startsOn", "2026-04-01"),
                                Map.entry("renewal", "NONE"),
                                Map.entry("remindDays", "30"),
                                Map.entry("discountKind", "PERCENT"),
                                Map.entry("terms", "Net 30 days"),
                                Map.entry("ownerId", ME))),
                new Noun(
                        "campaign",
                        "/marketing/campaigns/{id}/edit",
                        "/marketing/campaigns/{id}",
                        Map.of(
                                "methodId",
                                METHOD,
                                "startOn",
                                "2026-04-01",
                                "endOn",
                                "2026-04-30",
                                "currency",
                                "USD",
                                "goal",
                                "Be known",
                                "ownerId",
                                ME)));
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Autowired
    Accounts accounts;

    @Autowired
    FieldHistory history;

    private Viewer administrator;

    @BeforeEach
    void someone() {
        administrator = accounts.administrator();
    }

    @ParameterizedTest
    @MethodSource("nouns")
    void theSecondEditorSeesBothVersionsAndLosesNothing(Noun noun) throws Exception {
        long id = make(noun.table());
        int opened = version(perform(get(noun.form(), id)).andExpect(status().isOk()));

        perform(post(noun, id, "Name of the first", opened)).andExpect(status().is3xxRedirection());
        String page = text(perform(post(noun, id, "Name of the second", opened)).andExpect(status().isConflict()));

        assertThat(page).contains("id=\"conflict\"").containsPattern("(?s)<td[^>]*>\\s*<span>Name of the first</span>");
        assertThat(page).containsPattern("(?s)<td[^>]*>\\s*<span>Name of the second</span>");
        assertThat(page).contains("value=\"Name of the second\"");
        assertThat(fieldsOf(page)).as("the fields that differ").containsExactly(noun.name());
        noun.typed().values().forEach(value -> assertThat(page).contains(typed(value)));

        int seen = version(page);
        assertThat(seen).isGreaterThan(opened);
        perform(post(noun, id, "Name of the second", seen)).andExpect(status().is3xxRedirection());
        assertThat(database.sql("select name from " + noun.table() + " where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("Name of the second");
    }

    @Test
    void namesWhatIdsStandFor() throws Exception {
        long west = accounts.team("West", null);
        long east = accounts.team("East", null);
        long id = make("person");
        Map<String, String> first = Map.of("signInName", "zoe.tester", "language", "en", "teamId", "" + west);
        Map<String, String> second = Map.of("signInName", "zoe.tester", "language", "zh-CN", "teamId", "" + east);
        Noun person = nouns().filter(noun -> noun.table().equals("person"))
                .findFirst()
                .orElseThrow();
        int opened = version(perform(get(person.form(), id)));

        perform(post(new Noun("person", person.form(), person.action(), first), id, "Zoe", opened));
        String page =
                text(perform(post(new Noun("person", person.form(), person.action(), second), id, "Zoe", opened)));

        assertThat(page).contains("<span>West</span>", "<span>East</span>");
        assertThat(fieldsOf(page)).containsExactly("teamId", "language");
    }

    @Test
    void comparesWhatARoleMayDo() throws Exception {
        long id = make("role");
        Noun role =
                nouns().filter(noun -> noun.table().equals("role")).findFirst().orElseThrow();
        Map<String, String> other = Map.of("permissions", "identity.people.manage", "access[customer]", "ALL");
        int opened = version(perform(get(role.form(), id)));

        perform(post(role, id, "Clerk", opened));
        String page = text(perform(post(new Noun("role", role.form(), role.action(), other), id, "Clerk", opened)));

        assertThat(fieldsOf(page)).containsExactly("permissions", "grants");
    }

    /** A mistake on the page does not make its version young again. */
    @ParameterizedTest
    @MethodSource("nouns")
    void aRefusedFormKeepsItsVersion(Noun noun) throws Exception {
        long id = make(noun.table());
        int opened = version(perform(get(noun.form(), id)));
        perform(post(noun, id, "Name of the first", opened));

        String page = text(perform(post(noun, id, " ", opened)).andExpect(status().isUnprocessableContent()));

        assertThat(version(page)).isEqualTo(opened);
    }

    /**
     * What stands in a timeline shows its conflicts there: TimelineEntryTests. A capacity is one number: the last counts. A cost
     * and a reported day have no name to type: CampaignCostsTests, CampaignResultsTests. A question of a type of ticket stands below
     * that: TicketTypesTests. Articles and their categories have titles instead of a name: KnowledgeBaseTests.
     * A question of a survey has words, and a plan needs one that is open: MakingSurveysTests.
     */
    @Test
    void everyKindOfRecordWithAHistoryIsAmongThem() {
        assertThat(Stream.concat(
                        Stream.of(
                                "activity",
                                "assignment_capacity",
                                "campaign_cost",
                                "campaign_result",
                                "price",
                                "ticket_type_field",
                                "custom_choice",
                                "article",
                                "article_text",
                                "article_category",
                                "survey_question",
                                "survey_plan"),
                        nouns().map(Noun::table)))
                .containsExactlyInAnyOrderElementsOf(
                        history.tables().stream().map(HistoryTable::table).toList());
    }

    @Test
    void everyFormWithAVersionShowsConflicts() throws IOException {
        Resource[] templates = new PathMatchingResourcePatternResolver().getResources("classpath:/templates/**/*.html");
        List<String> without = Stream.of(templates)
                .filter(template -> read(template).contains("fragments/form :: version"))
                .filter(template -> !read(template).contains("fragments/conflict :: conflict"))
                .filter(template -> !answersLate(template))
                .map(Resource::getFilename)
                .toList();
        assertThat(templates).hasSizeGreaterThan(40);
        assertThat(without).isEmpty();
    }

    /** Whoever decides about a case too late gets a page that says who was first, see LateComers. */
    private static boolean answersLate(Resource template) {
        return template.toString().contains("/templates/approval/dossier/");
    }

    private static final Map<String, String> SURVEY = Map.of(
            "purpose",
            "MARKET",
            "fallback",
            "EN",
            "titleEn",
            "Your opinion",
            "introEn",
            "Three questions",
            "openLink",
            "true");

    private static final String NO_CONDITIONS = "{\"joining\":\"ALL\",\"conditions\":[],\"groups\":[]}";

    private long make(String table) {
        String values = switch (table) {
            case "pipeline", "lost_reason" -> "position) values (99";
            case "product" -> "currency) values ('USD'";
            case "tax_rate" -> "percent) values (3";
            case "quote_template" -> "language, valid_days) values ('en', 30";
            case "price_list" -> "currency, valid_from, position) values ('USD', '2026-01-01', 3";
            case "marketing_term" -> "kind, position) values ('METHOD', 3";
            case "capture_key" -> "token, secret, min_seconds, per_address, per_hour) values ('t', 's', 3, 5, 200";
            case "lead", "audience" -> "owner_id) values (" + administrator.personId();
            case "campaign" ->
                "method_id, start_on, end_on, currency, state, state_since, owner_id) values (" + make("marketing_term")
                        + ", current_date, current_date, 'USD', 'PLANNED', now(), " + administrator.personId();
            case "quote" ->
                "number, revision, root_id, customer_id, language, currency, gross, quoted_on, valid_until, discount_kind, discount_value, state, state_since, owner_id) values ('Q-1', 1, 0, "
                        + make("customer")
                        + ", 'en', 'USD', false, current_date, current_date, 'PERCENT', 0, 'DRAFT', now(), "
                        + administrator.personId();
            case "contract" ->
                "number, revision, root_id, customer_id, language, currency, gross, dated_on, starts_on, renewal, remind_days, discount_kind, discount_value, state, state_since, owner_id) values ('C-1', 1, 0, "
                        + make("customer")
                        + ", 'en', 'USD', false, current_date, current_date, 'NONE', 60, 'PERCENT', 0, 'DRAFT', now(), "
                        + administrator.personId();
            case "survey" ->
                "purpose, state, fallback, title_en, open_link, token) values ('MARKET', 'DRAFT', 'EN', 'Your opinion', false, 'a-token'";
            case "care_plan" ->
                "starts_on, ends_on, value_classes, segments, levels, budget, state, owner_id) values ("
                        + "current_date, current_date, 'A', '', '', 1, 'DRAFT', " + administrator.personId();
            case "annual_plan" -> "year, owner_id) values (2026, " + administrator.personId();
            case "ticket_queue" -> "position, assignment) values (3, 'BY_HAND'";
            case "ticket_type" -> "position) values (3";
            case "custom_field" -> "noun, key, kind) values ('customer', 'size', 'TEXT'";
            case "macro" -> "position, text_en) values (3, 'Hello'";
            case "chat_widget" ->
                "token, queue_id, origins, colour, language, asks_name, asks_email, offline, keeps_hours, wait_minutes, most_chats, active) values ('t', "
                        + make("ticket_queue")
                        + ", 'https://www.example.com', '#206bc4', 'PAGE', 'NO', 'OPTIONAL', true, true, 3, 4, true";
            case "mailbox" ->
                "address, host, port, security, user_name, password, folder, queue_id, from_start, plus_addresses, acknowledges, active) values ("
                        + "'a@example.com', '127.0.0.1', 143, 'NONE', 'a', decode('00', 'hex'), 'INBOX', "
                        + make("ticket_queue")
                        + ", false, false, false, true";
            case "ticket" ->
                "status, status_since, priority, channel, queue_id) values ('NEW', now(), 'LOW', 'PHONE', "
                        + make("ticket_queue");
            case "opportunity_pool" -> "position, keeper_id) values (3, " + administrator.personId();
            case "assignment_rule" ->
                "position, conditions, target, person_id) values (3, '" + NO_CONDITIONS + "', 'PERSON', "
                        + administrator.personId();
            case "stage" -> "pipeline_id, kind, position, probability) values (" + make("pipeline") + ", 'OPEN', 1, 10";
            case "person" -> "sign_in_name) values ('zoe.tester'";
            case "opportunity" -> {
                long stage = make("stage");
                long pipeline = one("select pipeline_id from stage where id = " + stage);
                yield "pipeline_id, stage_id, state, probability, currency, opened_on, stage_entered_at, owner_id) values ("
                        + pipeline + ", " + stage + ", 'OPEN', 10, 'USD', current_date, now(), "
                        + administrator.personId();
            }
            default -> "version) values (0";
        };
        return one("insert into " + table + " (id, " + (table.equals("lead") ? "full_name" : "name")
                + ", created_at, updated_at, "
                + values.replace(
                        "values (", "values (nextval('" + table + "_seq'), 'Before " + table + "', now(), now(), ")
                + ") returning id");
    }

    private long one(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private MockHttpServletRequestBuilder post(Noun noun, long id, String name, int version) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(noun.action(), id)
                .with(csrf())
                .param(noun.name(), name)
                .param("version", "" + version);
        new LinkedHashMap<>(noun.typed()).forEach((field, value) -> request.param(field, typed(value)));
        return request;
    }

    private String typed(String value) {
        return switch (value) {
            case ME -> "" + administrator.personId();
            case QUEUE -> "" + one("select max(id) from ticket_queue");
            case CUSTOMER -> "" + one("select max(id) from customer where name = 'Before customer'");
            case METHOD -> "" + one("select max(id) from marketing_term where name = 'Before marketing_term'");
            default -> value;
        };
    }

    /** Each request ends as its transaction would: written, and read anew by the next. */
    private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        ResultActions result = mvc.perform(request.with(signedIn(administrator)));
        entities.flush();
        entities.clear();
        return result;
    }

    private static List<String> fieldsOf(String page) {
        return Pattern.compile("data-take=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static int version(ResultActions answer) throws Exception {
        return version(text(answer));
    }

    private static int version(String page) {
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
        assertThat(version.find()).as("version in the form").isTrue();
        return Integer.parseInt(version.group(1));
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static String read(Resource template) {
        try {
            return template.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
