package org.triviumcrm.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
        put("lost_reason", newest("lost_reason"));
        insert("product", "name, list_price, currency", "'Sample product', 550, 'USD'");
        insert("customer", "name, owner_id", "'Sample customer', " + admin);
        insert("contact", "name, customer_id, owner_id", "'Sample contact', %d, %d".formatted(id("customer"), admin));
        opportunities(1);
        insert(
                "activity",
                "kind, about_type, about_id, customer_id, subject, at, owner_id",
                "'TASK', 'customer', %1$d, %1$d, 'Call back', now(), %2$d".formatted(id("customer"), admin));
        insert("saved_view", "noun, person_id, name, query", "'customer', " + admin + ", 'Sample view', ''");
    }

    /** That many more open opportunities, each with a customer and a contact of its own, and their activities. */
    public void opportunities(int count) {
        for (int i = 0; i < count; i++) {
            insert(
                    "opportunity",
                    "name, customer_id, contact_id, product_id, pipeline_id, stage_id, state, amount, base_amount, currency,"
                            + " probability, opened_on, stage_entered_at, owner_id",
                    "'Sample deal', %d, %d, %d, %d, %d, 'OPEN', 100, 100, 'USD', 10, current_date, now(), %d"
                            .formatted(
                                    id("customer"),
                                    id("contact"),
                                    id("product"),
                                    id("pipeline"),
                                    id("stage"),
                                    administrator.personId()));
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

    private void insert(String table, String columns, String values) {
        put(
                table,
                database.sql(
                                "insert into %1$s (id, %2$s, created_at, updated_at) values (nextval('%1$s_seq'), %3$s, now(), now()) returning id"
                                        .formatted(table, columns, values))
                        .query(Long.class)
                        .single());
    }

    private long newest(String table) {
        return database.sql("select max(id) from " + table).query(Long.class).single();
    }

    private void put(String table, long id) {
        records.put(table, id);
    }
}
