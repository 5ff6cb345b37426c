package org.triviumcrm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
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
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Customers, contacts and their timeline through the pages. */
@IntegrationTest
class CustomerPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Autowired
    Accounts accounts;

    private Viewer representative;

    @BeforeEach
    void people() {
        representative = accounts.representative(accounts.team("West", null));
    }

    @Test
    void addsChangesAndShowsACustomer() throws Exception {
        long id = customer("Acme Foods");
        perform(post("/customers/" + id)
                        .param("name", "Acme Foods Ltd")
                        .param("website", "acme.example")
                        .param("employees", "120")
                        .param("annualRevenue", "5000000")
                        .param("currency", "USD")
                        .param("version", "0")
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(redirectedUrl("/customers/" + id));
        perform(get("/customers/" + id).with(signedIn(representative)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Acme Foods Ltd")))
                .andExpect(content().string(containsString("https://acme.example")));
        perform(get("/customers").with(signedIn(representative)))
                .andExpect(content().string(containsString("Acme Foods Ltd")));
        perform(get("/customers/choices").param("q", "acme f").with(signedIn(representative)))
                .andExpect(content().string(containsString("Acme Foods Ltd")));
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrong() throws Exception {
        perform(post("/customers")
                        .param("name", " ")
                        .param("email", "no address")
                        .param("employees", "many")
                        .param("city", "Leeds")
                        .param("version", "0")
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("no address")))
                .andExpect(content().string(containsString("many")))
                .andExpect(content().string(containsString("Leeds")))
                .andExpect(content().string(containsString("Please enter a whole number.")));
    }

    @Test
    void tellsASecondEditorWhatWasSaved() throws Exception {
        long id = customer("Contended");
        update(id, "First", 0).andExpect(redirectedUrl("/customers/" + id));
        update(id, "Second", 0)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("First")))
                .andExpect(content().string(containsString("Second")));
    }

    @Test
    void refusesACircleOfParents() throws Exception {
        long parent = customer("Parent");
        long child = customer("Child");
        database.sql("update customer set parent_id = " + parent + " where id = " + child)
                .update();
        entities.clear();
        perform(post("/customers/" + parent)
                        .param("name", "Parent")
                        .param("parentId", "" + child)
                        .param("version", "0")
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void isNotThereForWhoSeesNoCustomers() throws Exception {
        long id = customer("Hidden");
        Viewer nobody = accounts.nobody();
        perform(get("/customers/" + id).with(signedIn(nobody))).andExpect(status().isForbidden());
        perform(get("/activities").param("about", "customer:" + id).with(signedIn(nobody)))
                .andExpect(status().isNotFound());
        perform(get("/customers/choices").param("q", "Hid").with(signedIn(nobody)))
                .andExpect(content().string(not(containsString("Hidden"))));
    }

    @Test
    void logsOnTheTimelineAndCompletesATask() throws Exception {
        long id = customer("Talkative");
        perform(post("/activities")
                        .param("about", "customer:" + id)
                        .param("kind", "CALL")
                        .param("subject", "Asked for a price")
                        .param("minutes", "12")
                        .header("HX-Request", "true")
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Asked for a price")))
                .andExpect(content().string(not(containsString("<html"))));
        assertThat(database.sql("select last_activity_at is not null from customer where id = " + id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        perform(post("/activities")
                .param("about", "customer:" + id)
                .param("kind", "TASK")
                .param("subject", "Send the price")
                .with(signedIn(representative))
                .with(csrf()));
        perform(get("/tasks").with(signedIn(representative)))
                .andExpect(content().string(containsString("Send the price")));
        long task = database.sql("select id from activity where kind = 'TASK'")
                .query(Long.class)
                .single();
        perform(post("/tasks/" + task + "/completion")
                        .with(signedIn(accounts.representative(null)))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        perform(post("/tasks/" + task + "/completion")
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(redirectedUrl("/tasks"));
        perform(get("/tasks").with(signedIn(representative)))
                .andExpect(content().string(not(containsString("/tasks/" + task + "/completion"))));
        perform(post("/activities")
                        .param("about", "customer:" + id)
                        .param("kind", "CALL")
                        .param("subject", "")
                        .param("body", "typed body")
                        .header("HX-Request", "true")
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("typed body")));
    }

    @Test
    void addsAContactToACustomer() throws Exception {
        long id = customer("With people");
        perform(get("/contacts/new").param("customerId", "" + id).with(signedIn(representative)))
                .andExpect(content().string(containsString("With people")));
        perform(post("/contacts")
                        .param("name", "Grace Shaw")
                        .param("customerId", "" + id)
                        .param("birthday", "1980-02-03")
                        .param("version", "0")
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        perform(get("/customers/" + id).with(signedIn(representative)))
                .andExpect(content().string(containsString("Grace Shaw")));
    }

    private long customer(String name) throws Exception {
        String location = perform(post("/customers")
                        .param("name", name)
                        .param("version", "0")
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    private ResultActions update(long id, String name, int version) throws Exception {
        return perform(post("/customers/" + id)
                .param("name", name)
                .param("version", "" + version)
                .with(signedIn(representative))
                .with(csrf()));
    }

    /** Each request ends as its transaction would: written, and read anew by the next. */
    private ResultActions perform(RequestBuilder request) throws Exception {
        ResultActions result = mvc.perform(request);
        entities.flush();
        entities.clear();
        return result;
    }
}
