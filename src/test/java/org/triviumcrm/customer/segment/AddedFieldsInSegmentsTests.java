package org.triviumcrm.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Segments ask for the person and for the record in a field that was added; a record is named for those who see it. */
@IntegrationTest
class AddedFieldsInSegmentsTests {

    private static final long LINKED = 990_001;
    private static final long OTHER = 990_002;
    private static final long WITHOUT = 990_003;
    private static final long GROUP = 990_010;

    @Autowired
    SegmentRefresh refresh;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    private Viewer manager;
    private long adviser;

    @BeforeEach
    void customersWithAnAdviserAndAGroup() throws Exception {
        company.found();
        manager = accounts.marketingManager();
        adviser = company.id("person");
        database.sql("update person set name = 'Bo Chen' where id = ?")
                .param(adviser)
                .update();
        field("PERSON", "Adviser", "");
        field("RECORD", "Buys with", "customer");
        customer(GROUP, "Buying group", "{}");
        customer(LINKED, "Mill", "{\"adviser\": %d, \"buysWith\": %d}".formatted(adviser, GROUP));
        customer(OTHER, "Bakery", "{\"adviser\": %d, \"buysWith\": %d}".formatted(manager.personId(), LINKED));
        customer(WITHOUT, "Shop", "{}");
    }

    @Test
    void whoeverHasThePersonOrTheRecordBelongs() throws Exception {
        assertThat(found("customAdviser", "IS", adviser)).containsExactly(LINKED);
        assertThat(found("customAdviser", "IS_NOT", adviser)).containsExactly(OTHER);
        assertThat(found("customBuysWith", "IS", GROUP)).containsExactly(LINKED);
        assertThat(found("customBuysWith", "ONE_OF", GROUP, LINKED)).containsExactly(LINKED, OTHER);
        assertThat(found("customBuysWith", "NONE_OF", GROUP)).containsExactly(OTHER);
        assertThat(found("customBuysWith", "UNKNOWN")).containsExactly(WITHOUT, GROUP);
    }

    @Test
    void theFormSearchesAndTheSentenceNames() throws Exception {
        assertThat(text(rows("customBuysWith", GROUP), manager))
                .contains("data-url=\"/fields/records/customer\"")
                .contains(">Buying group</option>");
        assertThat(text(rows("customAdviser", adviser), manager))
                .contains("/people/choices?type=colleague")
                .contains(">Bo Chen</option>");
        long id = create("customBuysWith", "IS", GROUP);
        assertThat(text(get("/customers/segments/" + id), manager)).contains("Buys with is Buying group");
        assertThat(text(get("/customers/segments/" + create("customAdviser", "IS", adviser)), manager))
                .contains("Adviser is Bo Chen");
    }

    @Test
    void aRecordHasNoNameForWhoDoesNotSeeIt() throws Exception {
        long id = create("customBuysWith", "IS", GROUP);
        database.sql("update role_access set level = 'OWN' where record_type = 'customer'")
                .update();
        Viewer blind = accounts.marketingManager();
        assertThat(text(get("/customers/segments/" + id), blind))
                .contains("Buys with is a record you may not see")
                .doesNotContain("Buying group");
        assertThat(text(rows("customBuysWith", GROUP), blind)).doesNotContain("Buying group");
        assertThat(text(
                        post("/customers/segments/count")
                                .param("when.conditions[0].field", "customBuysWith")
                                .param("when.conditions[0].comparison", "IS")
                                .param("when.conditions[0].value", "" + GROUP),
                        blind))
                .doesNotContain("Buying group");
    }

    private List<Long> found(String field, String comparison, long... values) throws Exception {
        long id = create(field, comparison, values);
        refresh.refresh(id);
        return database.sql("select customer_id from segment_member where segment_id = ? and until is null"
                        + " and customer_id >= 990000 order by customer_id")
                .param(id)
                .query(Long.class)
                .list();
    }

    private long create(String field, String comparison, long... values) throws Exception {
        MockHttpServletRequestBuilder form = post("/customers/segments")
                .param("name", field + comparison + values.length)
                .param("when.joining", "ALL")
                .param("when.conditions[0].field", field)
                .param("when.conditions[0].comparison", comparison);
        for (long value : values) {
            form.param("when.conditions[0].value" + (comparison.endsWith("_OF") ? "s" : ""), "" + value);
        }
        String at =
                Objects.requireNonNull(mvc.perform(form.with(signedIn(manager)).with(csrf()))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
        entities.flush();
        return Long.parseLong(at.substring(at.lastIndexOf('/') + 1));
    }

    private static MockHttpServletRequestBuilder rows(String field, long value) {
        return post("/customers/segments/rows")
                .param("segment", "0")
                .param("when.conditions[0].field", field)
                .param("when.conditions[0].comparison", "IS")
                .param("when.conditions[0].value", "" + value)
                .param("act", "refresh")
                .header("HX-Request", "true");
    }

    private void field(String kind, String name, String target) throws Exception {
        mvc.perform(post("/administration/fields")
                        .param("noun", "customer")
                        .param("kind", kind)
                        .param("name", name)
                        .param("target", target)
                        .param("active", "true")
                        .param("position", "10")
                        .with(signedIn(accounts.administrator()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        entities.flush();
    }

    private void customer(long id, String name, String custom) {
        database.sql(
                        "insert into customer (id, name, custom, created_at, updated_at) values (?, ?, cast(? as jsonb), now(), now())")
                .params(id, name, custom)
                .update();
    }

    private String text(MockHttpServletRequestBuilder request, Viewer viewer) throws Exception {
        return mvc.perform(request.with(signedIn(viewer)).with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
