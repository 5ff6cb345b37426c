package org.triviumcrm.messaging.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.RecordsGiven;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Who is told when records change hands: the new owner, once for all of them, and nobody of the own doing. */
@IntegrationTest
class FirstNoticesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    NoticeRepository notices;

    @Autowired
    NoticeTexts texts;

    @Autowired
    GivenRecords given;

    private Viewer giver;
    private long owner;

    @BeforeEach
    void found() {
        company.found();
        giver = company.administrator();
        owner = company.id("person");
        database.sql("delete from notice").update();
    }

    @Test
    void manyAtOnceAreOneNotice() throws Exception {
        company.grow(3);
        database.sql("delete from notice").update();
        give(database.sql("select id from customer").query(String.class).list().toArray(String[]::new));
        assertThat(told(owner)).containsExactly(giver.name() + " gave you 4 customers");
        assertThat(notices.page(owner, false, null, 1).get(0).link()).isEqualTo("/customers?f.owner=me");
        assertThat(told(giver.personId())).isEmpty();

        give("" + company.id("customer"));
        assertThat(told(owner)).as("they were the owner's already").hasSize(1);
        mvc.perform(post("/bulk-runs/"
                                + database.sql("select min(id) from bulk_run where done = 4")
                                        .query(Long.class)
                                        .single()
                                + "/undo")
                        .with(csrf())
                        .with(signedIn(giver)))
                .andExpect(status().isFound());
        assertThat(told(owner)).as("nothing is given by taking back").hasSize(1);
    }

    @Test
    void oneOpportunityLeadsToItself() throws Exception {
        String page = "/sales/opportunities/" + company.id("opportunity");
        transfer(page, owner);
        assertThat(told(owner)).containsExactly(giver.name() + " gave you the opportunity “Sample deal”");
        long notice = notices.page(owner, false, null, 1).get(0).id();
        mvc.perform(get("/notices/" + notice).with(signedIn(accountOf(owner)))).andExpect(redirectedUrl(page));

        transfer(page, owner);
        assertThat(told(owner)).as("nothing has changed").hasSize(1);
        transfer(page, giver.personId());
        assertThat(told(giver.personId())).as("of the own doing").isEmpty();
    }

    @Test
    void whoMayNotSeeTheListIsLedHome() {
        long nobody = accounts.nobody().personId();
        given.tell(new RecordsGiven("customer", giver.personId(), nobody, 1));
        assertThat(told(nobody)).containsExactly(giver.name() + " gave you 1 customer");
        assertThat(notices.page(nobody, false, null, 1).get(0).link()).isEqualTo("/");
    }

    private void give(String... ids) throws Exception {
        mvc.perform(post("/lists/customer/bulk/transfer/runs")
                        .param("ids", ids)
                        .param("ownerId", "" + owner)
                        .with(csrf())
                        .with(signedIn(giver)))
                .andExpect(status().is3xxRedirection());
    }

    private void transfer(String page, long to) throws Exception {
        mvc.perform(post(page + "/transfer")
                        .param("ownerId", "" + to)
                        .with(csrf())
                        .with(signedIn(giver)))
                .andExpect(status().is3xxRedirection());
    }

    private Viewer accountOf(long person) {
        return new Viewer(
                person, "", null, List.of(), java.util.Set.of(), java.util.Map.of(), Locale.ENGLISH, giver.zone());
    }

    private List<String> told(long person) {
        return notices.page(person, false, null, 100).stream()
                .map(row -> texts.line(row.message(), row.arguments(), Locale.ENGLISH, giver.zone()))
                .toList();
    }
}
