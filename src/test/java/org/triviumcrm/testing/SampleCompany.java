package org.triviumcrm.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;

/** A company with one record of each kind, owned by its administrator, for tests that go through all pages. */
@TestComponent
public class SampleCompany {

    private static final String PRICE_LIST = "name, currency, valid_from, position";
    private static final String PRICE = "price_list_id, product_id, amount";
    private static final String OPPORTUNITY =
            "name, customer_id, contact_id, product_id, pipeline_id, stage_id, state, amount,"
                    + " base_amount, currency, probability, opened_on, stage_entered_at, owner_id";
    private static final String CAPTURE_KEY = "name, token, secret, min_seconds, per_address, per_hour";
    private static final String LEAD = "full_name, company, email, answers, owner_id";
    private static final String STAGE = "pipeline_id, name, position, kind, probability";
    private static final String CAMPAIGN =
            "name, method_id, start_on, end_on, currency, state, state_since, owner_id, plan_id";
    private static final String QUOTE =
            "number, revision, root_id, name, opportunity_id, customer_id, contact_id, language, currency,"
                    + " gross, quoted_on, valid_until, discount_kind, discount_value, state, state_since, owner_id";
    private static final String CONTRACT =
            "number, revision, root_id, name, quote_id, opportunity_id, customer_id, contact_id, language, currency, gross, dated_on,"
                    + " starts_on, ends_on, renewal, remind_days, discount_kind, discount_value, state, state_since, owner_id";
    private static final String PLAN = "name, year, budget, owner_id";

    private static final String CARE =
            "name, starts_on, ends_on, value_classes, segments, levels, budget, state, owner_id";
    private static final String PARTICIPANT = "campaign_id, contact_id, source";
    private static final String TICKET =
            "name, status, status_since, priority, channel, type_id, queue_id, owner_id, customer_id, contact_id, product_id, answers";
    private static final String BULK_RUN = "record_type, action, input, person_id, state, total";
    private static final String ACTIVITY = "kind, about_type, about_id, customer_id, subject, at, owner_id";

    /** Of the sample visitor. */
    public static final String CHAT_TOKEN = "0".repeat(64);

    /** In the address of the administrator's calendar. */
    public static final String FEED_TOKEN = "0".repeat(43);

    private static final String FEED_TOKEN_HASH = "b918b22a1581fedd39058065f00e6aad35bd561f20257151131a1ddcd21803de";

    private static final String CHAT_TOKEN_HASH = "60e05bd1b195af2f94112fa7197a5c88289058840ce7c6df9693756bc6250f55";

    private static final String SEGMENT =
            "%s, '{\"joining\":\"ALL\",\"conditions\":[{\"field\":\"industry\",\"comparison\":\"IS\",\"values\":[\"Retail\"]}],\"groups\":[]}'";

    private final JdbcClient database;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Map<String, Long> records = new TreeMap<>();

    private Viewer administrator;

    SampleCompany(JdbcClient database, Accounts accounts, ApplicationEventPublisher events) {
        this.database = database;
        this.accounts = accounts;
        this.events = events;
    }

    /** Within the transaction of the test. */
    public void found() {
        administrator = accounts.administrator();
        long admin = administrator.personId();
        records.clear();
        database.sql("""
                        insert into company (name, currency, locale, time_zone, created_at, updated_at)
                        values ('Acme', 'USD', 'en', 'UTC', now(), now())""").update();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        database.sql(
                        "insert into letterhead (id, logo, logo_type, updated_at) values (1, decode('89504e47', 'hex'), 'image/png', now())")
                .update();
        put("team", accounts.team("Sample team", null));
        put("person", accounts.representative(id("team")).personId());
        put("role", newest("role"));
        put("pipeline", newest("pipeline"));
        put(
                "stage",
                database.sql("select id from stage where kind = 'OPEN' order by position limit 1")
                        .query(Long.class)
                        .single());
        put(
                "other_stage",
                database.sql("select id from stage where kind = 'OPEN' order by position desc limit 1")
                        .query(Long.class)
                        .single());
        insert("opportunity_pool", "name, keeper_id, position", "'Sample pool', %d, 1".formatted(admin));
        put("lost_reason", newest("lost_reason"));
        insert("competitor", "name", "'Sample competitor'");
        insert("market_axis", "name, kind, better", "'Sample axis', 'RATING', 'MORE'");
        insert("market_offer", "name", "'Sample offer'");
        put("market_placement", placement());
        insert(
                "assignment_rule",
                "name, position, active, conditions, target, person_id",
                "'Sample rule', 1, false, '{\"joining\":\"ALL\",\"conditions\":[],\"groups\":[]}', 'PERSON', " + admin);
        insert("territory", "name", "'Sample territory'");
        insert("business_calendar", "name", "'Sample hours'");
        insert("score_rule", "name, points, event", "'Sample rule', 10, 'CALL'");
        put(
                "score_threshold",
                database.sql("insert into score_threshold (at_least) values (90) returning id")
                        .query(Long.class)
                        .single());
        insert("segment", "name, conditions", SEGMENT.formatted("'Sample segment'"));
        insert("sla_policy", "name, targets", "'Sample policy', 'NORMAL 3600 3600 7200 hours'");
        insert("product_category", "name", "'Sample category'");
        insert("product_unit", "name", "'Sample unit'");
        insert("tax_rate", "name, percent", "'Sample tax', 13");
        insert("quote_template", "name, language, valid_days", "'Sample template', 'en', 30");
        insert("product", "name, list_price, currency, kind", "'Sample product', 550, 'USD', 'BUNDLE'");
        insert("price_list", PRICE_LIST, priceList("'Sample prices'"));
        insert("price", PRICE, price(id("product")));
        put("marketing_term", term("METHOD"));
        insert("annual_plan", PLAN, plan("'Sample plan'"));
        insert("care_plan", CARE, care("'Sample care'"));
        planLine();
        insert("campaign", CAMPAIGN, campaign("'Sample campaign'"));
        put("cost_category", term("COST_CATEGORY"));
        put("campaign_cost", cost());
        put("campaign_result", result());
        insert("customer", "name, owner_id", "'Sample customer', " + admin);
        insert("contact", "name, customer_id, owner_id", "'Sample contact', %d, %d".formatted(id("customer"), admin));
        insert("capture_key", CAPTURE_KEY, "'Sample form', 'sample-token', 'a secret', 3, 5, 200");
        put("capture_suspect", suspect());
        insert("lead", LEAD, lead("'Sample lead'"));
        insert("audience", "name, owner_id", "'Sample list', " + admin);
        put("mining_model", question(admin));
        put("mining_use", miningUse());
        put("audience_member", member(id("contact")));
        insert("campaign_participant", PARTICIPANT, "%d, %d, 'HAND'".formatted(id("campaign"), id("contact")));
        put(
                "opportunity",
                add(
                        "opportunity",
                        OPPORTUNITY,
                        opportunity("'Sample deal'", id("customer"), id("contact"), id("product"))));
        insert("quote", QUOTE, quote("Q-1", "'Sample quote'"));
        quoteLine(id("quote"));
        insert("contract", CONTRACT, contract("C-1", "'Sample contract'", id("quote")));
        contractLine(id("contract"));
        contractFile();
        formerPaper("quote");
        formerPaper("contract");
        receivables(id("contract"));
        insert(
                "activity",
                ACTIVITY,
                "'TASK', 'customer', %1$d, %1$d, 'Call back', now(), %2$d".formatted(id("customer"), admin));
        database.sql(
                        "insert into calendar_feed (person_id, token_hash, made_at, tasks, hour, hits) values (:admin, :hash, now(), 'EVENT', now(), 0)")
                .param("admin", admin)
                .param("hash", FEED_TOKEN_HASH)
                .update();
        put("ticket_queue", newest("ticket_queue"));
        put("ticket_type", newest("ticket_type"));
        put("ticket_type_field", typeField("'Serial number'"));
        insert("custom_field", "noun, key, kind, name", "'customer', 'sampleField', 'CHOICE', 'Sample field'");
        insert("custom_choice", "field_id, key, name", id("custom_field") + ", 'sample', 'Sample choice'");
        insert("macro", "name, position, text_en", "'Sample macro', 1, 'Sample text'");
        put("other_ticket", add("ticket", TICKET, ticket("'Sample ticket of old'")));
        insert("ticket", TICKET, ticket("'Sample ticket'"));
        put("mailbox", mailbox("'sample@example.com'"));
        put("ticket_message", message());
        put("inbound_mail", inbound("TRAY", null));
        put("ticket_file", newest("ticket_file"));
        put("chat_widget", chatWidget("'Sample chat'", "sample-token"));
        put("chat", chat("'Sample visitor'", CHAT_TOKEN_HASH));
        put("chat_file", chatFile());
        insert("article_category", "name_en, position", "'Sample category', 1");
        put("article", article("'Sample article'"));
        put("article_picture", articlePicture());
        survey();
        database.sql("insert into help_site (active) values (true) on conflict (the_one) do update set active = true")
                .update();
        insert(
                "portal_account",
                "name, email, contact_id, customer_id, state, language, invited_at",
                "'Sample guest', 'guest@example.com', %d, %d, 'INVITED', 'en', now()"
                        .formatted(id("contact"), id("customer")));
        insert("bulk_run", BULK_RUN, bulkRun());
        insert("handover", "person_id, by_person_id, state", "%d, %d, 'DONE'".formatted(id("person"), admin));
        insert("saved_view", "noun, person_id, name, query", "'customer', " + admin + ", 'Sample view', ''");
        insert(
                "approval_absence",
                "person_id, deputy_id, from_day, until_day",
                "%d, %d, current_date, current_date + 7".formatted(admin, id("person")));
        put("approval_flow", flow("Sample flow"));
        put("approval_flow_version", newest("approval_flow_version"));
        put("notice", notice());
        put("outbox_mail", mail());
        put("approval_case", approvalCase());
    }

    /** That many more of whatever there can be many of, all near the sample's records. */
    public void grow(int count) {
        long admin = administrator.personId();
        for (int i = 0; i < count; i++) {
            String name = "'Sample %d of %d'".formatted(i, newest("customer"));
            long customer =
                    add("customer", "name, parent_id, owner_id", "%s, %d, %d".formatted(name, id("customer"), admin));
            long contact =
                    add("contact", "name, customer_id, owner_id", "%s, %d, %d".formatted(name, id("customer"), admin));
            long product = add("product", "name, list_price, currency", name + ", 10, 'USD'");
            add("product_category", "name, parent_id", name + ", " + id("product_category"));
            add("product_unit", "name", name);
            add("tax_rate", "name, percent", name + ", 6");
            add("quote_template", "name, language, valid_days", name + ", 'en', 30");
            add("price_list", PRICE_LIST, priceList(name));
            add("price", PRICE, price(product));
            bundlePart(product);
            long deal = add("opportunity", OPPORTUNITY, opportunity(name, id("customer"), contact, product));
            add("opportunity", OPPORTUNITY, opportunity(name, customer, contact, product));
            add("lead", LEAD, lead(name));
            add("capture_key", CAPTURE_KEY, "%1$s, %1$s, 'a secret', 3, 5, 200".formatted(name));
            suspect();
            for (String about :
                    List.of("customer:" + id("customer"), "opportunity:" + id("opportunity"), "opportunity:" + deal)) {
                String[] record = about.split(":");
                add(
                        "activity",
                        ACTIVITY,
                        "'TASK', '%s', %s, %d, %s, now(), %d"
                                .formatted(record[0], record[1], id("customer"), name, admin));
            }
            add("lost_reason", "name, position", name + ", 50");
            add("marketing_term", "kind, name, position", "'METHOD', %s, 50".formatted(name));
            cost();
            result();
            add("marketing_term", "kind, name, position", "'COST_CATEGORY', %s, 50".formatted(name));
            add("annual_plan", PLAN, plan(name));
            add("care_plan", CARE, care(name));
            planLine();
            add("campaign", CAMPAIGN + ", parent_id", campaign(name) + ", " + id("campaign"));
            long quote = add("quote", QUOTE, quote("Q-1-" + name.hashCode(), name));
            quoteLine(quote);
            contractLine(add("contract", CONTRACT, contract("C-1-" + name.hashCode(), name, quote)));
            add("audience", "name, owner_id", name + ", " + admin);
            member(contact);
            add("campaign_participant", PARTICIPANT, "%d, %d, 'HAND'".formatted(id("campaign"), contact));
            add("competitor", "name", name);
            add("market_axis", "name, kind, better", name + ", 'NUMBER', 'LESS'");
            add("market_offer", "name, competitor_id", name + ", " + id("competitor"));
            placement();
            add(
                    "assignment_rule",
                    "name, position, conditions, target, person_id",
                    name + ", 50, '{\"joining\":\"ALL\",\"conditions\":[],\"groups\":[]}', 'PERSON', " + id("person"));
            add("opportunity_pool", "name, keeper_id, position", name + ", %d, 50".formatted(admin));
            add("business_calendar", "name", name);
            add("score_rule", "name, points, event", name + ", 10, 'CALL'");
            add("segment", "name, conditions", SEGMENT.formatted(name));
            add("sla_policy", "name", name);
            add("territory", "name, parent_id", name + ", " + id("territory"));
            add("role", "name", name);
            long pipeline = add("pipeline", "name, position", name + ", 50");
            database.sql("insert into pipeline_team (pipeline_id, team_id) values (?, ?)")
                    .params(pipeline, id("team"))
                    .update();
            add("stage", STAGE, pipeline + ", 'First', 1, 'OPEN', 10");
            add("stage", STAGE, pipeline + ", 'Won', 2, 'WON', 100");
            add(
                    "survey",
                    "name, purpose, state, fallback, title_en, open_link, token",
                    "%1$s, 'MARKET', 'DRAFT', 'EN', %1$s, true, %1$s".formatted(name));
            add(
                    "survey_plan",
                    "name, survey_id, every_months, weekly_share, active, next_at",
                    name + ", %d, 6, 5, false, now()".formatted(id("survey")));
            surveyQuestion();
            response();
            add("ticket_queue", "name, position, assignment", name + ", 50, 'BY_HAND'");
            add("ticket_type", "name, position", name + ", 50");
            add("macro", "name, position, text_en", name + ", 1, 'Text'");
            typeField(name);
            add("ticket", TICKET, ticket(name));
            message();
            mailbox("'" + customer + "@example.com'");
            inbound("TRAY", null);
            chatWidget(name, "token-" + customer);
            chat(name, "token " + customer);
            add("article_category", "name_en, position, parent_id", name + ", 50, " + id("article_category"));
            article(name);
            add("bulk_run", BULK_RUN, bulkRun());
            add("saved_view", "noun, person_id, name, query", "'customer', %d, %s, ''".formatted(admin, name));
            notice();
            mail();
            flow("Flow " + customer);
            accounts.representative(accounts.team("Sample team " + newest("team"), id("team")));
        }
    }

    /** Uploads a small file to be imported, as the pages do. */
    public void upload(MockMvc mvc) throws Exception {
        mvc.perform(multipart("/imports")
                        .file(new MockMultipartFile("file", "sample.csv", "text/csv", "Name\nOther\n".getBytes(UTF_8)))
                        .param("target", "customer")
                        .with(csrf())
                        .with(Accounts.signedIn(administrator)))
                .andExpect(status().is3xxRedirection());
        put("data_import", newest("data_import"));
    }

    public Viewer administrator() {
        return administrator;
    }

    /** The id of the record of a table. */
    public long id(String table) {
        Long id = records.get(table);
        if (id == null) {
            throw new IllegalArgumentException("The sample company has no " + table);
        }
        return id;
    }

    private long miningUse() {
        return database.sql("""
                        insert into mining_use (model_id, audience_id, leaves, promised, sentences, people, used_by, used_at)
                        values (:model, :audience, '{1}', '{0.5}', '{Sample group}', 0, :person, now()) returning id""")
                .param("model", id("mining_model"))
                .param("audience", id("audience"))
                .param("person", administrator.personId())
                .query(Long.class)
                .single();
    }

    private long placement() {
        return database.sql("""
                        insert into market_placement (offer_id, axis_id, value, placed_on, evidence, person_id, created_at)
                        values (:offer, :axis, 5, '2020-01-01', 'Sample evidence', :person, now()) returning id""")
                .param("offer", id("market_offer"))
                .param("axis", id("market_axis"))
                .param("person", administrator.personId())
                .query(Long.class)
                .single();
    }

    private long suspect() {
        return database.sql("""
                        insert into capture_suspect (key_id, at, suspicion, sent)
                        values (:key, now(), 'TOO_FAST', '{"fullName": "Sample suspect"}') returning id""")
                .param("key", id("capture_key"))
                .query(Long.class)
                .single();
    }

    private String lead(String name) {
        return "%s, 'Sample company', 'lead@example.com', '{\"Why?\": \"Because\"}', %d"
                .formatted(name, administrator.personId());
    }

    private static String priceList(String name) {
        return name + ", 'USD', '2020-01-01', 1";
    }

    private String price(long product) {
        return "%d, %d, 540".formatted(id("price_list"), product);
    }

    private void bundlePart(long product) {
        database.sql("insert into bundle_part (bundle_id, position, product_id, quantity) values (?, ?, ?, 1)")
                .params(id("product"), product % 1_000_000, product)
                .update();
    }

    private String opportunity(String name, long customer, long contact, long product) {
        return "%s, %d, %d, %d, %d, %d, 'OPEN', 100, 100, 'USD', 10, current_date, now(), %d"
                .formatted(name, customer, contact, product, id("pipeline"), id("stage"), administrator.personId());
    }

    /** On the sample list. */
    private long member(long contact) {
        return database.sql("""
                        insert into audience_member (audience_id, contact_id, source, created_at, updated_at)
                        values (?, ?, 'HAND', now(), now()) returning id""")
                .params(id("audience"), contact)
                .query(Long.class)
                .single();
    }

    private String quote(String number, String name) {
        return "'%s', 1, 0, %s, %d, %d, %d, 'en', 'USD', false, current_date, current_date + 30, 'PERCENT', 0, 'DRAFT', now(), %d"
                .formatted(number, name, id("opportunity"), id("customer"), id("contact"), administrator.personId());
    }

    private String contract(String number, String name, long quote) {
        return "'%s', 1, 0, %s, %d, %d, %d, %d, 'en', 'USD', false, current_date, current_date, current_date + 365, 'NONE', 60, 'PERCENT', 0, 'DRAFT', now(), %d"
                .formatted(
                        number,
                        name,
                        quote,
                        id("opportunity"),
                        id("customer"),
                        id("contact"),
                        administrator.personId());
    }

    private void formerPaper(String kind) {
        put(
                kind + "_former_paper",
                database.sql("""
                                insert into %1$s_former_paper (%1$s_id, name, bytes, sha256, made_at, released_at, released_by, void_at)
                                values (?, 'Sample.pdf', ''::bytea, '', now(), now(), ?, now()) returning id""".formatted(kind))
                        .params(id(kind), administrator.personId())
                        .query(Long.class)
                        .single());
    }

    private void contractFile() {
        put(
                "contract_file",
                database.sql("""
                                insert into contract_file (id, contract_id, person_id, at, name, content_type, size_bytes, sha256)
                                values (nextval('contract_file_seq'), ?, ?, now(), 'Sample signed.pdf', 'application/pdf', 0, '') returning id""")
                        .params(id("contract"), administrator.personId())
                        .query(Long.class)
                        .single());
    }

    private void receivables(long contract) {
        insert(
                "instalment",
                "contract_id, due_on, amount, currency, base_amount, customer_id, owner_id, binding",
                "%d, current_date - 40, 10, 'USD', 10, %d, %d, true"
                        .formatted(contract, id("customer"), administrator.personId()));
        insert(
                "receipt",
                "contract_id, kind, received_on, amount, currency, base_amount, reference, customer_id, owner_id",
                "%d, 'RECEIPT', current_date, 4, 'USD', 4, 'Sample receipt', %d, %d"
                        .formatted(contract, id("customer"), administrator.personId()));
    }

    private void contractLine(long contract) {
        database.sql("""
                        insert into contract_line (contract_id, position, kind, product_id, words, quantity, price)
                        values (?, 1, 'ITEM', ?, 'Sample line', 1, 10)""").params(contract, id("product")).update();
    }

    private void quoteLine(long quote) {
        database.sql("""
                        insert into quote_line (quote_id, position, kind, product_id, words, quantity, price)
                        values (?, 1, 'ITEM', ?, 'Sample line', 1, 10)""").params(quote, id("product")).update();
    }

    private String campaign(String name) {
        return "%s, %d, current_date, current_date + 30, 'USD', 'PLANNED', now(), %d, %d"
                .formatted(name, id("marketing_term"), administrator.personId(), id("annual_plan"));
    }

    private String plan(String name) {
        return "%s, extract(year from current_date)::int, 300, %d".formatted(name, administrator.personId());
    }

    /** Another line of the sample plan. */
    private void planLine() {
        database.sql("""
                        insert into annual_plan_line (plan_id, position, quarter, region, method_id, amount, revenue)
                        select :plan, (select count(*) from annual_plan_line where plan_id = :plan), 1, 'East', :method, 300, 900""")
                .param("plan", id("annual_plan"))
                .param("method", id("marketing_term"))
                .update();
    }

    private String care(String name) {
        return "%s, current_date, current_date + 300, 'A', '', '', 1000, 'DRAFT', %d"
                .formatted(name, administrator.personId());
    }

    private String ticket(String name) {
        return "%s, 'OPEN', now(), 'NORMAL', 'PHONE', %d, %d, %d, %d, %d, %d, '{\"%d\": \"A 17\"}'"
                .formatted(
                        name,
                        id("ticket_type"),
                        id("ticket_queue"),
                        administrator.personId(),
                        id("customer"),
                        id("contact"),
                        id("product"),
                        id("ticket_type_field"));
    }

    /** Another question of the sample type. */
    private long typeField(String name) {
        return database.sql("""
                        insert into ticket_type_field (id, type_id, position, name, kind)
                        values (nextval('ticket_type_field_seq'), ?, 1, %s, 'TEXT') returning id""".formatted(name))
                .params(id("ticket_type"))
                .query(Long.class)
                .single();
    }

    /** Another reply in the sample ticket, with a file and what it made of the ticket, which its author can still take back. */
    private long message() {
        long id = database.sql("""
                        insert into ticket_message (id, ticket_id, kind, at, author_id, body, html, delivery, due_at, before)
                        values (nextval('ticket_message_seq'), ?, 'REPLY', now(), ?, 'Sample reply', '<p>Sample reply</p>', 'NO_ADDRESS', now() + interval '1 hour',
                            '{"status": "OPEN", "statusSince": "2026-03-05T10:00:00Z", "reopenings": 0}') returning id""")
                .params(id("ticket"), administrator.personId())
                .query(Long.class)
                .single();
        database.sql("""
                        insert into ticket_event (id, ticket_id, at, kind, by_id, was, becomes, message_id)
                        values (nextval('ticket_event_seq'), ?, now(), 'STATUS', ?, 'NEW', 'OPEN', ?)""").params(id("ticket"), administrator.personId(), id).update();
        database.sql("""
                        insert into ticket_file (id, message_id, name, content_type, size_bytes, sha256)
                        values (nextval('ticket_file_seq'), ?, 'sample.txt', 'text/plain', 0, '')""").params(id).update();
        inbound("DONE", id);
        return id;
    }

    /** A mail that became a message, or waits for somebody to decide. */
    private long inbound(String state, @Nullable Long message) {
        long id = database.sql("""
                        insert into inbound_mail (id, mailbox_id, key, received_at, size_bytes, state, reason, next_at, sender, subject, message_id)
                        values (nextval('inbound_mail_seq'), :mailbox, md5(random()::text), now(), 26, :state, 'LIST', now(),
                            'news@example.com', 'Sample mail', :message) returning id""")
                .param("mailbox", id("mailbox"))
                .param("state", state)
                .param("message", message, Types.BIGINT)
                .query(Long.class)
                .single();
        database.sql(
                        "insert into inbound_mail_chunk values (?, 0, convert_to(E'Subject: Sample mail\\r\\n\\r\\nHi', 'UTF8'))")
                .param(id)
                .update();
        return id;
    }

    private long mailbox(String address) {
        return add(
                "mailbox",
                "name, address, host, port, security, user_name, folder, queue_id, from_start, plus_addresses, acknowledges, active",
                "'Sample mailbox', %s, '127.0.0.1', 1, 'NONE', 'sample', 'INBOX', %d, false, false, false, true"
                        .formatted(address, id("ticket_queue")));
    }

    /** A published one in English. */
    private long chatWidget(String name, String token) {
        return add(
                "chat_widget",
                "name, token, queue_id, origins, colour, language, asks_name, asks_email, offline, keeps_hours, wait_minutes, most_chats, active",
                "%s, '%s', %d, 'https://www.example.com', '#206bc4', 'PAGE', 'OPTIONAL', 'OPTIONAL', true, false, 3, 4, true"
                        .formatted(name, token, id("ticket_queue")));
    }

    /** With a word of its visitor and one of the administrator. */
    private long chat(String name, String token) {
        long chat = database.sql("""
                        insert into chat (id, widget_id, queue_id, token, name, state, owner_id, visitor_name, visitor_email, customer_id, contact_id, language,
                                          created_at, spoken_at, visitor_seen_at, answered_at, last_seq, visitor_seq, read_seq)
                        values (nextval('chat_seq'), :widget, :queue, :token, %1$s, 'ACTIVE', :owner, %1$s, 'visitor@example.com', :customer, :contact, 'EN',
                                now(), now(), now(), now(), 2, 1, 1) returning id""".formatted(name))
                .param("token", token)
                .param("widget", id("chat_widget"))
                .param("queue", id("ticket_queue"))
                .param("owner", administrator.personId())
                .param("customer", id("customer"))
                .param("contact", id("contact"))
                .query(Long.class)
                .single();
        database.sql("""
                        insert into chat_message (chat_id, seq, kind, at, author_id, body)
                        values (:chat, 1, 'VISITOR', now(), null, 'Where is my order?'), (:chat, 2, 'AGENT', now(), :owner, 'It arrives today.')""")
                .param("chat", chat)
                .param("owner", administrator.personId())
                .update();
        return chat;
    }

    private long chatFile() {
        long file = database.sql("""
                        insert into chat_file (id, chat_id, seq, name, content_type, size_bytes, sha256)
                        values (nextval('chat_file_seq'), ?, 1, 'sample.txt', 'text/plain', 6, '') returning id""").param(id("chat")).query(Long.class).single();
        database.sql("insert into chat_file_piece (file_id, position, bytes) values (?, 0, 'Sample'::bytea)")
                .param(file)
                .update();
        return file;
    }

    /** Shown by the words of the sample article. */
    private long articlePicture() {
        long picture = database.sql("""
                        insert into article_picture (id, article_id, name, alt, content_type, size_bytes, sha256, created_at)
                        values (nextval('article_picture_seq'), ?, 'sample.png', 'Sample picture', 'image/png', 4, 'sample', now()) returning id""").param(id("article")).query(Long.class).single();
        database.sql("insert into article_picture_piece (picture_id, position, bytes) values (?, 0, '\\x89504e47')")
                .param(picture)
                .update();
        for (String table : new String[] {"article_text", "article_published"}) {
            database.sql("update " + table + " set body = body || ' ![Sample picture](picture:" + picture
                            + ")' where article_id = ?")
                    .param(id("article"))
                    .update();
        }
        return picture;
    }

    private long article(String name) {
        long id = add(
                "article",
                "name, main_language, article_category_id, audience, state, owner_id",
                "%s, 'EN', %d, 'PUBLIC', 'PUBLISHED', %d"
                        .formatted(name, id("article_category"), administrator.personId()));
        long text = add(
                "article_text",
                "article_id, language, title, body, state, written_at, checked_at",
                "%d, 'EN', %s, 'Sample words', 'PUBLISHED', now(), now()".formatted(id, name));
        database.sql("""
                        insert into article_published (text_id, article_id, language, title, body, plain, document, published_at)
                        select t.id, t.article_id, t.language, t.title, t.body, t.body, to_tsvector('english', t.title || ' ' || t.body), now()
                        from article_text t where t.id = ?""").param(text).update();
        return id;
    }

    private long term(String kind) {
        return database.sql("select max(id) from marketing_term where kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    /** The next day of the sample campaign. */
    private long result() {
        return add(
                "campaign_result",
                "campaign_id, name, on_date, impressions, clicks, leads, orders, revenue, currency, base_revenue",
                "%1$d, 'Sample campaign', current_date + (select count(*)::int from campaign_result where campaign_id = %1$d), 100, 10, 2, 1, 30, 'USD', 30"
                        .formatted(id("campaign")));
    }

    /** Of the sample campaign, with its receipt. */
    private long cost() {
        long id = add(
                "campaign_cost",
                "campaign_id, name, on_date, category_id, supplier, amount, currency, base_amount",
                "%d, 'Sample campaign', current_date, %d, 'Sample supplier', 20, 'USD', 20"
                        .formatted(id("campaign"), id("cost_category")));
        database.sql("""
                        insert into campaign_cost_receipt (cost_id, person_id, at, name, content_type, size_bytes, sha256)
                        values (?, ?, now(), 'sample.txt', 'text/plain', 0, '')""").params(id, administrator.personId()).update();
        return id;
    }

    private long question(long admin) {
        return database.sql("""
                        insert into mining_model (name, question, created_by, created_at)
                        values ('Sample question', 'noEmail', :admin, now()) returning id""").param("admin", admin).query(Long.class).single();
    }

    private void insert(String table, String columns, String values) {
        put(table, add(table, columns, values));
    }

    private long add(String table, String columns, String values) {
        return database.sql(
                        "insert into %1$s (id, %2$s, created_at, updated_at) values (nextval('%1$s_seq'), %3$s, now(), now()) returning id"
                                .formatted(table, columns, values))
                .query(Long.class)
                .single();
    }

    private String bulkRun() {
        return "'customer', 'transfer', '{\"ownerId\": %d}', %d, 'DONE', 1"
                .formatted(id("person"), administrator.personId());
    }

    /** One with a version that has retired and a draft: it asks nobody. */
    private long flow(String name) {
        long flow = add(
                "approval_flow",
                "name, subject_type, trigger_key, position",
                "'%s', 'opportunity', 'WIN', %d".formatted(name, newest("customer")));
        String definition = """
                {"when": {"joining": "ALL", "conditions": [{"field": "amount", "comparison": "MORE_THAN", "values": ["500"]}],
                 "groups": []}, "steps": [{"key": "s1", "name": "Manager", "when": {"joining": "ALL", "conditions": [],
                 "groups": []}, "approvers": {"kind": "TEAM_MANAGER", "ids": [], "inLine": false, "level": 0}, "mode": "ALL",
                 "percent": 0}], "edges": {"nobodyFound": "REJECT", "submitter": "SUPERIOR", "samePerson": "COUNTS",
                 "absent": "DEPUTY"}}""";
        String columns =
                "insert into approval_flow_version (id, flow_id, number, state, definition, process_definition_id,"
                        + " activated_at, retired_at, created_at, updated_at) values (nextval('approval_flow_version_seq'), :flow, ";
        database.sql(columns + "1, 'RETIRED', :definition::jsonb, 'none', now(), now(), now(), now())")
                .param("flow", flow)
                .param("definition", definition)
                .update();
        database.sql(columns + "2, 'DRAFT', :definition::jsonb, null, null, null, now(), now())")
                .param("flow", flow)
                .param("definition", definition)
                .update();
        return flow;
    }

    /** Nobody is asked about the opportunity any more: it can go on. */
    public void endCase() {
        database.sql("update approval_case set state = 'RECALLED', finished_at = now() where id = :id")
                .param("id", id("approval_case"))
                .update();
    }

    private long retiredVersion() {
        return database.sql("select id from approval_flow_version where flow_id = :flow and state = 'RETIRED'")
                .param("flow", id("approval_flow"))
                .query(Long.class)
                .single();
    }

    /** The opportunity's winning, submitted by the administrator, who is asked as well; no engine runs it. */
    private long approvalCase() {
        long admin = administrator.personId();
        long about = database.sql("""
                insert into approval_case (flow_version_id, subject_type, subject_id, trigger_key, title, url, submitter_id, state,
                    facts, snapshot, action_kind, action, fingerprint, submitted_at)
                values (:version, 'opportunity', :deal, 'WIN', 'Sample deal', '/', :admin, 'RUNNING', '{}',
                    '{"lines": []}', 'win', '{}', '', now()) returning id""")
                .param("version", retiredVersion())
                .param("deal", id("opportunity"))
                .param("admin", admin)
                .query(Long.class)
                .single();
        put(
                "approval_task",
                database.sql("""
                insert into approval_task (case_id, round, step_key, step_name, ordinal, person_id, cause, state, opened_at, title,
                    subject_type, submitter_id)
                values (:case, 1, 's1', 'Sample step', 0, :admin, 'ASSIGNED', 'OPEN', now(), 'Sample deal', 'opportunity', :admin)
                returning id""")
                        .param("case", about)
                        .param("admin", admin)
                        .query(Long.class)
                        .single());
        put(
                "approval_attachment",
                database.sql("""
                insert into approval_attachment (case_id, person_id, at, name, content_type, size_bytes, sha256)
                values (:case, :admin, now(), 'sample.txt', 'text/plain', 0, '') returning id""")
                        .param("case", about)
                        .param("admin", admin)
                        .query(Long.class)
                        .single());
        return about;
    }

    /** One for the administrator, not read. */
    private long notice() {
        return told("notice", "link, created_at", "'/customers', now()");
    }

    /** One to the administrator that did not go out. */
    private long mail() {
        return told(
                "outbox_mail", "link, created_at, state, next_at, changed_at", "'/', now(), 'FAILED', now(), now()");
    }

    private long told(String table, String columns, String values) {
        return database.sql(
                        "insert into %1$s (id, person_id, message, arguments, %2$s) values (nextval('%1$s_seq'), %3$d, 'sales.notice.given', '{s:Ann,s:Sample deal}', %4$s) returning id"
                                .formatted(table, columns, administrator.personId(), values))
                .query(Long.class)
                .single();
    }

    /** With a question, and an answer of the sample customer that has a file. */
    private void survey() {
        insert(
                "survey",
                "name, purpose, state, fallback, title_en, open_link, token",
                "'Sample survey', 'MARKET', 'OPEN', 'EN', 'Sample survey', true, 'sample-survey'");
        insert(
                "survey_plan",
                "name, survey_id, every_months, weekly_share, active, next_at",
                "'Sample plan', %d, 6, 5, false, now()".formatted(id("survey")));
        surveyQuestion();
        put("survey_question", newest("survey_question"));
        put("survey_response", response());
        put(
                "survey_file",
                database.sql("""
                        insert into survey_file (question_id, response_id, name, content_type, size, created_at)
                        values (?, ?, 'sample.txt', 'text/plain', 0, now()) returning id""")
                        .params(id("survey_question"), id("survey_response"))
                        .query(Long.class)
                        .single());
    }

    private void surveyQuestion() {
        database.sql("""
                        insert into survey_question (id, survey_id, position, kind, words_en, required)
                        values (nextval('survey_question_seq'), :survey, (select count(*) + 1 from survey_question where survey_id = :survey),
                                'FILE', 'Sample question', false)""").param("survey", id("survey")).update();
    }

    private long response() {
        long response = database.sql("""
                        insert into survey_response (survey_id, language, at, customer_id, nps, csat)
                        values (?, 'EN', now(), ?, 3, 2) returning id""")
                .params(id("survey"), id("customer"))
                .query(Long.class)
                .single();
        database.sql("insert into survey_answer (response_id, question_id, line, value) values (?, ?, 0, 0)")
                .params(response, id("survey_question"))
                .update();
        return response;
    }

    private long newest(String table) {
        return database.sql("select max(id) from " + table).query(Long.class).single();
    }

    private void put(String table, long id) {
        records.put(table, id);
    }
}
