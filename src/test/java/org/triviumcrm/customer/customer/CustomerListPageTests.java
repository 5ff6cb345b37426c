package org.triviumcrm.customer.customer;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The page of the list in the browser's eyes. */
@IntegrationTest
class CustomerListPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    private Viewer viewer;

    @BeforeEach
    void rows() {
        viewer = accounts.representative(null);
        for (int i = 0; i < 60; i++) {
            jdbc.sql(
                            "insert into customer (id, name, industry, employees, annual_revenue, currency, website, email, phone,"
                                    + " owner_id, founded_year, last_activity_at, created_at, updated_at) values (?, ?, 'Retail', ?,"
                                    + " 1234.5, 'USD', 'https://example.org', 'a@example.org', '+1 2', ?, 1999, now(), now(), now())")
                    .params(910_000_000L + i, "Acme <" + (char) ('a' + i % 26) + i + ">", i, viewer.personId())
                    .update();
        }
    }

    @Test
    void showsAPageOfRowsWithLinksToTheNext() throws Exception {
        mvc.perform(get("/customers").with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Acme &lt;a0&gt;")))
                .andExpect(content().string(containsString("60 rows")))
                .andExpect(content().string(containsString("rel=\"next\"")))
                .andExpect(content().string(not(containsString("rel=\"prev\""))));
    }

    @Test
    void everyColumnCanBeShownAndEveryFilterOpened() throws Exception {
        mvc.perform(get(
                                "/customers?filters=open&f.name=acme&f.owner=me&f.employees=1..&f.createdAt=this-year&columns={all}",
                                "name,employees,annualRevenue,foundedYear,phone,email,website,parent,owner,team,lastActivityAt")
                        .with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("begins with “acme”")))
                .andExpect(content().string(containsString("name=\"f.annualRevenue.from\"")))
                .andExpect(content().string(containsString("59 rows")));
    }

    @Test
    void aFilterThatCanNotBeReadMatchesNothingAndSaysSo() throws Exception {
        mvc.perform(get("/customers?f.employees=many").with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("can not be understood")))
                .andExpect(content().string(containsString("No rows match")));
    }

    @Test
    void isRefusedWithoutThePermission() throws Exception {
        mvc.perform(get("/customers").with(signedIn(accounts.nobody()))).andExpect(status().isForbidden());
    }

    @Test
    void contactsHaveTheSamePage() throws Exception {
        mvc.perform(get("/contacts?filters=open&sort=-birthday").with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No contacts yet")));
    }
}
