package org.triviumcrm.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** What was changed in a record, by whom, from what to what: read on its page by those who see it. */
@CommittingTest
class RecordHistoryTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    private Viewer representative;
    private Viewer colleague;
    private Viewer administrator;

    @BeforeEach
    void company() {
        long team = accounts.team("West", null);
        representative = accounts.representative(team);
        colleague = accounts.representative(team);
        administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
    }

    @Test
    void tellsWhoChangedAnOpportunityFromWhatToWhat() throws Exception {
        String page = opportunity();
        sent(post(page).param("name", "Second name").param("currency", "USD").param("version", "0"), representative);

        String history = text(get(page + "/history"), representative);
        assertThat(history)
                .contains(representative.name())
                .contains("changed")
                .containsSubsequence("First name", "→", "Second name", "created");
        database.sql("update person set locale = 'zh-CN'").update();
        assertThat(text(get(page + "/history"), representative)).contains("修改");
    }

    @Test
    void isNotThereForWhoDoesNotSeeTheRecord() throws Exception {
        String page = opportunity();
        mvc.perform(get(page + "/history").with(signedIn(colleague))).andExpect(status().isNotFound());
        mvc.perform(get(page + "/history").with(signedIn(representative))).andExpect(status().isOk());
    }

    @Test
    void isThereForCustomersAndContacts() throws Exception {
        String customer = sent(
                post("/customers")
                        .param("name", "Globex")
                        .param("currency", "USD")
                        .param("version", "0"),
                representative);
        sent(
                post(customer)
                        .param("name", "Globex International")
                        .param("currency", "USD")
                        .param("version", "0"),
                representative);
        assertThat(text(get(customer + "/history"), colleague))
                .containsSubsequence("Globex", "→", "Globex International")
                .contains(representative.name());

        String contact = sent(post("/contacts").param("name", "Okafor").param("version", "0"), representative);
        sent(post(contact).param("name", "Adeyemi").param("version", "0"), colleague);
        assertThat(text(get(contact + "/history"), representative))
                .containsSubsequence(colleague.name(), "Okafor", "→", "Adeyemi");
    }

    @Test
    void showsTheAdministratorEveryChange() throws Exception {
        opportunity();
        assertThat(text(get("/administration/log/changes"), administrator))
                .contains("First name", representative.name());
    }

    private String opportunity() throws Exception {
        long stage = database.sql("select min(id) from stage").query(Long.class).single();
        return sent(
                post("/sales/opportunities")
                        .param("name", "First name")
                        .param("currency", "USD")
                        .param("stageId", "" + stage),
                representative);
    }

    private String sent(MockHttpServletRequestBuilder request, Viewer viewer) throws Exception {
        return mvc.perform(request.with(signedIn(viewer)).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private String text(MockHttpServletRequestBuilder request, Viewer viewer) throws Exception {
        return mvc.perform(request.with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("<[^>]*>", " ");
    }
}
