package org.triviumcrm.customer.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Saving, sharing and changing views, and who may. */
@IntegrationTest
class SavedViewTests {

    private static final String VIEWS = "/lists/customer/views";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    private Viewer representative;
    private Viewer administrator;

    @BeforeEach
    void people() {
        representative = accounts.representative(null);
        administrator = accounts.administrator();
        for (int i = 0; i < 3; i++) {
            jdbc.sql("insert into customer (id, name, industry, created_at, updated_at) values (?, ?, ?, now(), now())")
                    .params(920_000_000L + i, "Customer " + i, i == 0 ? "Retail" : "Banking")
                    .update();
        }
    }

    @Test
    void aViewKeepsFiltersOrderAndColumns() throws Exception {
        long id = save(representative, "Banks", "f.industry=Banking&sort=-name&columns=name,city", false);
        mvc.perform(get("/customers?view=" + id).with(signedIn(representative)))
                .andExpect(content().string(containsString("2 rows")))
                .andExpect(content().string(containsString("Banks")));
    }

    @Test
    void aListOpensWithTheChosenViewAndWithAllWhenAskedFor() throws Exception {
        long id = save(representative, "Banks", "f.industry=Banking", false);
        perform(representative, post(VIEWS + "/first").param("view", "" + id)).andExpect(status().isSeeOther());
        mvc.perform(get("/customers").with(signedIn(representative)))
                .andExpect(content().string(containsString("2 rows")));
        mvc.perform(get("/customers?view=0").with(signedIn(representative)))
                .andExpect(content().string(containsString("3 rows")));
    }

    @Test
    void aNameIsNeededAndMayBeUsedOnce() throws Exception {
        save(representative, "Banks", "", false);
        perform(representative, post(VIEWS).param("name", "banks").param("query", "sort=name"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("You already have a view of this name.")))
                .andExpect(content().string(containsString("value=\"sort=name\"")));
        perform(representative, post(VIEWS).param("name", " "))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please give the view a name.")));
    }

    @Test
    void sharingNeedsThePermission() throws Exception {
        perform(representative, post(VIEWS).param("name", "Ours").param("shared", "true"))
                .andExpect(status().isForbidden());
        long id = save(administrator, "Ours", "f.industry=Retail", true);
        mvc.perform(get("/customers?view=" + id).with(signedIn(representative)))
                .andExpect(content().string(containsString("1 row")));
        perform(representative, post(VIEWS + "/" + id + "/deletion")).andExpect(status().isNotFound());
        perform(representative, post(VIEWS + "/" + id + "/content").param("query", ""))
                .andExpect(status().isNotFound());
    }

    @Test
    void aStrangersViewIsNotFound() throws Exception {
        long id = save(administrator, "Mine", "f.industry=Retail", false);
        mvc.perform(get(VIEWS + "/" + id).with(signedIn(representative))).andExpect(status().isNotFound());
        mvc.perform(get("/customers?view=" + id).with(signedIn(representative)))
                .andExpect(content().string(containsString("3 rows")));
    }

    @Test
    void viewsAreRenamedOverwrittenAndDeleted() throws Exception {
        long id = save(representative, "Banks", "f.industry=Banking", false);
        mvc.perform(get(VIEWS + "/" + id).with(signedIn(representative)))
                .andExpect(content().string(containsString("value=\"Banks\"")));
        perform(representative, post(VIEWS + "/" + id).param("name", "Shops"))
                .andExpect(redirectedUrl("/customers?view=" + id));
        perform(representative, post(VIEWS + "/" + id + "/content").param("query", "f.industry=Retail&sort=-name"))
                .andExpect(status().isSeeOther());
        assertThat(jdbc.sql("select name || '|' || query from saved_view where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("Shops|f.industry=Retail&sort=-name");
        perform(representative, post(VIEWS + "/" + id + "/deletion")).andExpect(redirectedUrl("/customers?view=0"));
        assertThat(jdbc.sql("select count(*) from saved_view where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void columnsAreChosenAndOrdered() throws Exception {
        perform(
                        representative,
                        post("/lists/customer/columns")
                                .param("column", "name", "city", "phone", "nonsense")
                                .param("place.city", "1")
                                .param("place.name", "2")
                                .param("place.phone", "3")
                                .param("size", "100")
                                .param("query", "f.industry=Retail&sort=name"))
                .andExpect(redirectedUrl("/customers?f.industry=Retail&sort=name"));
        assertThat(jdbc.sql("select columns || '|' || page_size from list_preference where person_id = ?")
                        .param(representative.personId())
                        .query(String.class)
                        .single())
                .isEqualTo("city,name,phone|100");
    }

    private long save(Viewer viewer, String name, String query, boolean shared) throws Exception {
        String href = perform(
                        viewer,
                        post(VIEWS).param("name", name).param("query", query).param("shared", "" + shared))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(String.valueOf(href).replaceAll("\\D", ""));
    }

    private ResultActions perform(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
        ResultActions done = mvc.perform(request.with(signedIn(viewer)).with(csrf()));
        entities.flush();
        return done;
    }
}
