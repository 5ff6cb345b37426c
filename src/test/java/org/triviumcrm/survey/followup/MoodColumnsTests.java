package org.triviumcrm.survey.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Lists tell of the customers who were not content when last asked, and find them. */
@IntegrationTest
class MoodColumnsTests {

    @Autowired
    JdbcClient database;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc mvc;

    private Viewer administrator;
    private long customer;

    @BeforeEach
    void found() {
        company.found();
        administrator = company.administrator();
        customer = company.id("customer");
        database.sql("delete from survey_response").update();
    }

    @ParameterizedTest
    @CsvSource({
        "6,,DISCONTENT",
        "7,,BETWEEN",
        "8,,BETWEEN",
        "9,,CONTENT",
        ",2,DISCONTENT",
        ",3,BETWEEN",
        ",4,CONTENT",
        "10,2,DISCONTENT",
        "6,5,DISCONTENT",
        "9,3,BETWEEN",
        "10,5,CONTENT"
    })
    void isThatOfTheLastAnswer(@Nullable Integer nps, @Nullable Integer csat, Mood mood) {
        said(nps, csat, 1);
        said(nps != null && nps > 6 ? 0 : 10, null, 2);
        said(null, null, 0);
        assertThat(mood()).isEqualTo(mood.name());
        assertThat(new CustomerMood.Answer(1, 1, "", null, Instant.EPOCH, nps, csat).isBad())
                .as("as the warning of an opportunity has it")
                .isEqualTo(mood == Mood.DISCONTENT);
    }

    @Test
    void followsWhatIsTakenBackOrMoved() {
        said(10, null, 2);
        said(3, null, 1);
        assertThat(mood()).isEqualTo("DISCONTENT");
        database.sql("update survey_response set customer_id = null where nps = 3")
                .update();
        assertThat(mood()).isEqualTo("CONTENT");
        database.sql("delete from survey_response").update();
        assertThat(mood()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/customers,customer",
        "/contacts,contact",
        "/sales/opportunities,opportunity",
        "/support/tickets,ticket"
    })
    void listsShowItAndAskForIt(String list, String noun) throws Exception {
        database.sql("update ticket set customer_id = :customer")
                .param("customer", customer)
                .update();
        said(3, null, 1);
        String record = list + "/" + company.id(noun) + "\"";
        assertThat(page(administrator, list + "?f.lastSaid=DISCONTENT&view=0")).contains(record);
        assertThat(page(administrator, list + "?f.lastSaid=CONTENT&view=0")).doesNotContain(record);
        assertThat(page(administrator, list + "?f.lastSaid.empty=&view=0")).doesNotContain(record);
        assertThat(page(administrator, list + "?f.lastSaidAt=last-7-days&view=0"))
                .contains(record);
        assertThat(page(administrator, list + "?f.lastSaidAt=..2020-01-01&view=0"))
                .doesNotContain(record);
        assertThat(page(administrator, "/lists/" + noun + "/export.csv?f.lastSaid=DISCONTENT&columns=name,lastSaid"))
                .contains("not content");
    }

    @Test
    void whoReadsNoSurveysReadsNoMoods() throws Exception {
        said(3, null, 1);
        database.sql("delete from role_permission where permission = 'survey.survey.view'")
                .update();
        Viewer other = accounts.representative(null);
        assertThat(page(other, "/customers?f.lastSaid=CONTENT"))
                .as("the filter is none for them")
                .contains("/customers/" + customer + "\"");
    }

    private void said(@Nullable Integer nps, @Nullable Integer csat, int daysAgo) {
        database.sql(
                        "insert into survey_response (survey_id, language, at, customer_id, nps, csat)"
                                + " select min(id), 'EN', now() - make_interval(days => :days), :customer, :nps::smallint, :csat::smallint from survey")
                .param("days", daysAgo)
                .param("customer", customer)
                .param("nps", nps)
                .param("csat", csat)
                .update();
    }

    private @Nullable String mood() {
        return database.sql("select mood from customer_mood where customer_id = :customer")
                .param("customer", customer)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private String page(Viewer viewer, String address) throws Exception {
        return mvc.perform(get(address).with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
