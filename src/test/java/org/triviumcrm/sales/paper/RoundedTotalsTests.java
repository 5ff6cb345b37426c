package org.triviumcrm.sales.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.sales.quote.QuoteSample.line;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractLifeService;
import org.triviumcrm.sales.contract.ContractSample;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Totals are rounded to the step of their currency when they are saved, and stay as they were agreed on. */
@IntegrationTest
class RoundedTotalsTests {

    private static final String PAGE = "/administration/roundings";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ContractService contracts;

    @Autowired
    ContractLifeService life;

    @Autowired
    EntityManager entities;

    private Viewer administrator;
    private Viewer seller;
    private ContractSample sample;

    @BeforeEach
    void company() {
        administrator = accounts.administrator();
        database.sql("""
                        insert into company (name, currency, locale, time_zone, created_at, updated_at)
                        values ('Acme', 'USD', 'en', 'UTC', now(), now())""").update();
        events.publishEvent(new CompanySetUp("Acme", "USD", Locale.ENGLISH, ZoneId.of("UTC"), false, administrator));
        seller = accounts.representative(accounts.team("West", null));
        sample = new ContractSample(database, seller);
        sample.quotes().found();
    }

    @Test
    void whatIsSavedIsRoundedAndStaysSo() throws Exception {
        choose("USD", "0.05");
        assertThat(page(administrator, PAGE)).contains("0.05");
        long id = contracts.create(seller, sample.contract(line(null, "1", "100.01", null)));
        entities.flush();
        // 100.01 and 20.00 of tax
        assertThat(total(id)).isEqualByComparingTo("120.00");
        assertThat(paper(id)).contains("Net 100.01 USD", "20.00 USD", "Rounding − 0.01 USD", "Total 120.00 USD");
        assertThat(page(seller, "/sales/contracts/" + id)).contains("Rounding", "− $0.01");
        life.release(seller, id);
        entities.flush();

        mvc.perform(post(PAGE + "/removal")
                        .param("currency", "USD")
                        .with(csrf())
                        .with(signedIn(administrator)))
                .andExpect(header().string("Location", PAGE));
        assertThat(paper(id)).as("as it was agreed on").contains("Total 120.00 USD");
        var typed = contracts.page(seller, id).toInput(contracts.lines(seller, contracts.page(seller, id)));
        typed.setNote("Ask for Anna");
        contracts.update(seller, id, typed);
        entities.flush();
        assertThat(total(id)).isEqualByComparingTo("120.00");
        life.withdraw(seller, id);
        entities.flush();
        typed.setNote("Ask for Berg");
        typed.setVersion(contracts.page(seller, id).version());
        contracts.update(seller, id, typed);
        entities.flush();
        assertThat(total(id)).as("a draft that is saved anew").isEqualByComparingTo("120.01");
        assertThat(paper(id)).doesNotContain("Rounding");
    }

    @Test
    void aStepIsAMultipleOfTheSmallestUnit() throws Exception {
        for (String step : new String[] {"0.005", "0", "-1", "x", ""}) {
            mvc.perform(post(PAGE)
                            .param("currency", "CHF")
                            .param("step", step)
                            .with(csrf())
                            .with(signedIn(administrator)))
                    .andExpect(status().isUnprocessableContent());
        }
        mvc.perform(post(PAGE)
                        .param("currency", "JPY")
                        .param("step", "0.5")
                        .with(csrf())
                        .with(signedIn(administrator)))
                .andExpect(status().isUnprocessableContent());
        choose("CHF", "0.05");
        choose("CHF", "0.1");
        assertThat(database.sql("select step from currency_rounding")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("0.1");
        mvc.perform(get(PAGE).with(signedIn(seller))).andExpect(status().isForbidden());
    }

    private void choose(String currency, String step) throws Exception {
        mvc.perform(post(PAGE)
                        .param("currency", currency)
                        .param("step", step)
                        .with(csrf())
                        .with(signedIn(administrator)))
                .andExpect(header().string("Location", PAGE));
    }

    private BigDecimal total(long id) {
        return contracts.page(seller, id).total();
    }

    private String paper(long id) throws Exception {
        return page(seller, "/sales/contracts/" + id + "/paper")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private String page(Viewer who, String url) throws Exception {
        return mvc.perform(get(url).header("Accept-Language", "en").with(signedIn(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
