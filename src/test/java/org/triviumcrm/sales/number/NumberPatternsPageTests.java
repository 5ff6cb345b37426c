package org.triviumcrm.sales.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.sales.quote.QuoteSample.SERVER;
import static org.triviumcrm.sales.quote.QuoteSample.line;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.quote.QuoteSample;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** An administrator chooses how papers are numbered. */
@IntegrationTest
class NumberPatternsPageTests {

    private static final String YEAR = String.valueOf(LocalDate.now().getYear());

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    QuoteService quotes;

    @Autowired
    EntityManager entities;

    private Viewer administrator;
    private Viewer seller;
    private QuoteSample sample;

    @BeforeEach
    void company() {
        company.found();
        administrator = accounts.administrator();
        seller = accounts.representative(accounts.team("West", null));
        sample = new QuoteSample(database, seller);
        sample.found();
        database.sql("delete from number_counter").update();
    }

    @Test
    void theNextPaperHasTheNumberThatThePageSays() throws Exception {
        assertThat(page()).contains("The next one will be Q-" + YEAR + "-00001");
        assertThat(number()).isEqualTo("Q-" + YEAR + "-00001");
        assertThat(save("  AN{yy}/{nnn} ").getStatus()).isEqualTo(302);
        assertThat(page()).contains("AN" + YEAR.substring(2) + "/002");
        assertThat(number()).isEqualTo("AN" + YEAR.substring(2) + "/002");
    }

    @Test
    void aNumberThatAnOlderPatternHasGivenAwayIsPassedOver() throws Exception {
        save("Q{nn}");
        assertThat(number()).isEqualTo("Q01");
        assertThat(number()).isEqualTo("Q02");
        database.sql("delete from number_counter").update();
        assertThat(page()).contains("The next one will be Q03");
        assertThat(number()).isEqualTo("Q03");
        assertThat(number()).isEqualTo("Q04");
    }

    @Test
    void whatCountsNothingIsRefusedAtItsFieldAndStaysThere() throws Exception {
        MockHttpServletResponse refused = save("Q-{yyyy}");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("value=\"Q-{yyyy}\"", "Please write exactly one counter such as {nnnnn}");
        assertThat(save(" ").getContentAsString()).contains("Please write exactly one counter");
        assertThat(number()).isEqualTo("Q-" + YEAR + "-00001");
    }

    private String number() {
        long id = quotes.create(seller, sample.quote(line(SERVER, "1", "95", null)));
        entities.flush();
        return database.sql("select number from quote where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private MockHttpServletResponse save(String pattern) throws Exception {
        return mvc.perform(post("/administration/numbers")
                        .param("patterns[QUOTE]", pattern)
                        .header("Accept-Language", "en")
                        .with(csrf())
                        .with(signedIn(administrator)))
                .andReturn()
                .getResponse();
    }

    private String page() throws Exception {
        return mvc.perform(get("/administration/numbers")
                        .header("Accept-Language", "en")
                        .with(signedIn(administrator)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
