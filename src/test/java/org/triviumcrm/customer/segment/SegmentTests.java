package org.triviumcrm.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.customer.Segments;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.MatchingRows;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** A segment from its form to the lists that use it. */
@IntegrationTest
class SegmentTests {

    private static final long SMALL = 990_001;
    private static final long LARGE = 990_002;
    private static final long OTHER = 990_003;

    @Autowired
    SegmentRefresh refresh;

    @Autowired
    Segments segments;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    private Viewer manager;

    @BeforeEach
    void threeCustomers() {
        company.found();
        manager = accounts.marketingManager();
        customer(SMALL, "Corner shop", "Retail", 3, null);
        customer(LARGE, "Department store", "Retail", 3_000, null);
        customer(OTHER, "Savings bank", "Finance", 3_000, null);
    }

    @Test
    void whoeverFitsBelongsToItAndWhoeverDoesNotAnyMoreIsKnownToHave() throws Exception {
        long id = create("Large retailers", "1000");
        assertThat(database.sql("select conditions from segment where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains("\"AT_LEAST\"", "\"1000\"");
        refresh.refresh(id);
        assertThat(members(id, null)).containsExactly(LARGE);
        mvc.perform(get("/customers/segments/" + id).with(signedIn(manager)))
                .andExpect(content().string(containsString("Industry is Retail and Employees is at least 1,000")))
                .andExpect(content().string(containsString("Department store")));
        mvc.perform(get("/customers?f.segment=" + id).with(signedIn(manager)))
                .andExpect(content().string(containsString("Department store")))
                .andExpect(content().string(not(containsString("Savings bank"))));
        mvc.perform(get("/customers/" + LARGE + "/segments").with(signedIn(manager)))
                .andExpect(content().string(containsString("Large retailers")));

        assertThat(database.sql("select customer_segments(id) from customer where id = ?")
                        .param(LARGE)
                        .query(String.class)
                        .single())
                .as("what conditions of approvals look at")
                .isEqualTo(String.valueOf(id));

        // ten days later the one has shrunk, and the other one has grown
        database.sql("update segment_member set since = since - interval '10 days'")
                .update();
        database.sql("update customer set employees = case id when ? then 2000 else 20 end where id in (?, ?)")
                .params(SMALL, SMALL, LARGE)
                .update();
        refresh.refresh(id);
        assertThat(members(id, null)).containsExactly(SMALL);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(members(id, today.minusDays(3))).containsExactly(LARGE);
        assertThat(members(id, today.minusDays(11))).isEmpty();
        assertThat(segments.of(SMALL)).containsExactly(id);
        assertThat(segments.of(LARGE)).isEmpty();
        mvc.perform(get("/customers/segments/" + id).with(signedIn(manager)))
                .andExpect(content().string(containsString("1 came and 1 left")));
    }

    @Test
    void nobodySeesThroughASegmentWhomTheyDoNotSeeOtherwise() throws Exception {
        database.sql("update role_access set level = 'OWN' where record_type = 'customer'")
                .update();
        Viewer seller = accounts.representative(company.id("team"));
        database.sql("update customer set owner_id = ? where id = ?")
                .params(seller.personId(), LARGE)
                .update();
        customer(990_004, "Warehouse", "Retail", 4_000, null);
        long id = create("Large retailers", "1000");
        refresh.refresh(id);
        assertThat(members(id, null)).containsExactlyInAnyOrder(LARGE, 990_004L);
        assertThat(rows(segments.members(seller, id, null).orElseThrow())).containsExactly(LARGE);
        mvc.perform(get("/customers/segments/" + id).with(signedIn(seller)))
                .andExpect(content().string(containsString("Department store")))
                .andExpect(content().string(not(containsString("Warehouse"))));
        mvc.perform(get("/customers/990004/segments").with(signedIn(seller))).andExpect(status().isNotFound());
        mvc.perform(asked(post("/customers/segments"), "Mine", "5")
                        .with(signedIn(seller))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(segments.members(accounts.nobody(), id, null)).isEmpty();
    }

    @Test
    void whatCannotBeReadStaysThereWithAMessageAtItsPlace() throws Exception {
        mvc.perform(asked(post("/customers/segments"), "Large", "many")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"many\"")))
                .andExpect(content().string(containsString("This can&#39;t be read.")));
        mvc.perform(post("/customers/segments")
                        .param("name", "Nothing")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("at least one thing that must hold")));
        mvc.perform(happened("x").with(signedIn(manager)).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("a whole number of days")));
    }

    @Test
    void theFormSaysHowManyFitWhileItIsFilledIn() throws Exception {
        mvc.perform(asked(post("/customers/segments/count"), "", "1000")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(content().string(containsString("1 customer")))
                .andExpect(content().string(containsString("Industry is Retail and Employees is at least 1,000")));
        mvc.perform(asked(post("/customers/segments/count"), "", "")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(content().string(containsString("Complete the conditions")));
        mvc.perform(post("/customers/segments/rows")
                        .param("segment", "0")
                        .param("when.conditions[0].field", "bought")
                        .param("when.conditions[0].comparison", "CONTAINS")
                        .param("act", "addGroup when")
                        .header("HX-Request", "true")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(content().string(containsString("name=\"when.conditions[0].days\"")))
                .andExpect(content().string(containsString("when.groups[0].conditions[0].field")));
    }

    @Test
    void aListKeepsWhomItWasFrozenWith() throws Exception {
        long id = create("Large retailers", "1000");
        refresh.refresh(id);
        long list = company.id("audience");
        mvc.perform(post("/marketing/audiences/" + list + "/segments")
                        .param("segmentId", String.valueOf(id))
                        .with(signedIn(accounts.administrator()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        database.sql("update customer set employees = 1 where id = ?")
                .param(LARGE)
                .update();
        refresh.refresh(id);
        assertThat(members(id, null)).isEmpty();
        assertThat(database.sql(
                                "select customer_id from audience_member where audience_id = ? and customer_id >= 990000")
                        .param(list)
                        .query(Long.class)
                        .list())
                .containsExactly(LARGE);
        mvc.perform(post("/marketing/audiences/" + list + "/segments")
                        .param("segmentId", String.valueOf(id))
                        .param("on", LocalDate.now(ZoneOffset.UTC).plusDays(2).toString())
                        .with(signedIn(accounts.administrator()))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("This day has not come yet.")));
    }

    @Test
    void whatAsksForAFieldThatIsGoneStaysAsItWas() throws Exception {
        long id = create("Large retailers", "1000");
        refresh.refresh(id);
        database.sql("update segment set conditions = replace(conditions, 'employees', 'field.gone') where id = ?")
                .param(id)
                .update();
        entities.clear();
        refresh.refresh(id);
        assertThat(members(id, null)).containsExactly(LARGE);
        mvc.perform(get("/customers/segments/" + id).with(signedIn(manager)))
                .andExpect(content().string(containsString("does not exist any more")));
    }

    private long create(String name, String employees) throws Exception {
        String location = mvc.perform(asked(post("/customers/segments"), name, employees)
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        return Long.parseLong(String.valueOf(location).replaceAll(".*/", ""));
    }

    private static MockHttpServletRequestBuilder asked(
            MockHttpServletRequestBuilder request, String name, String employees) {
        return request.param("name", name)
                .param("when.joining", "ALL")
                .param("when.conditions[0].field", "industry")
                .param("when.conditions[0].comparison", "IS")
                .param("when.conditions[0].value", "Retail")
                .param("when.conditions[1].field", "employees")
                .param("when.conditions[1].comparison", "AT_LEAST")
                .param("when.conditions[1].value", employees);
    }

    private static MockHttpServletRequestBuilder happened(String days) {
        return post("/customers/segments")
                .param("name", "Lately")
                .param("when.conditions[0].field", "bought")
                .param("when.conditions[0].comparison", "AT_LEAST")
                .param("when.conditions[0].value", "1")
                .param("when.conditions[0].days", days);
    }

    private void customer(long id, String name, String industry, int employees, @Nullable Long owner) {
        database.sql(
                        "insert into customer (id, name, industry, employees, owner_id, created_at, updated_at) values (?, ?, ?, ?, ?, now(), now())")
                .params(id, name, industry, employees, owner)
                .update();
    }

    private List<Long> members(long segment, @Nullable LocalDate on) {
        return rows(segments.members(manager, segment, on).orElseThrow()).stream()
                .filter(id -> id >= 990_000)
                .toList();
    }

    private List<Long> rows(MatchingRows rows) {
        return database.sql(rows.sql())
                .params(rows.parameters())
                .query(Long.class)
                .list();
    }
}
