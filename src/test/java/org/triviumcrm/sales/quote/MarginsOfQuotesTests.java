package org.triviumcrm.sales.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.sales.quote.QuoteSample.SERVER;
import static org.triviumcrm.sales.quote.QuoteSample.SUPPORT;
import static org.triviumcrm.sales.quote.QuoteSample.line;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractLifeService;
import org.triviumcrm.sales.contract.ContractSample;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.line.SaveLine;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleFlows;

/** Margins at their ends: just below a number, far below zero, and of what is given away; and sums that nobody can keep. */
@CommittingTest
class MarginsOfQuotesTests {

    private static final ConditionGroup BELOW_30 =
            ConditionGroup.all(new Condition("margin", Comparison.LESS_THAN, "30"));

    @Autowired
    QuoteService quotes;

    @Autowired
    QuoteLifeService life;

    @Autowired
    ContractService contracts;

    @Autowired
    ContractLifeService contractLife;

    @Autowired
    SampleFlows flows;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    private ContractSample sample;
    private Viewer seller;

    @BeforeEach
    void company() {
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        long team = accounts.team("West", null);
        seller = accounts.representative(team);
        sample = new ContractSample(database, seller);
        sample.quotes().found();
        for (String type : new String[] {"quote", "contract"}) {
            flows.active(type, "RELEASE", null, BELOW_30, SampleFlows.anyOf(accounts.manager(team)));
        }
    }

    /** A server costs 60. */
    @Test
    void areComparedAsTheyAre() {
        asks(line(SERVER, "1", "85.67", null)); // 29.96 %, shown as 30.0 %
        asks(line(SERVER, "1", "85.71", null)); // 29.9965 %
        doesNotAsk(line(SERVER, "1", "85.72", null)); // 30.005 %
        doesNotAsk(line(SERVER, "3", "100", "14.28")); // 30.005 % of three
        asks(line(SERVER, "3", "100", "14.29"));
    }

    @Test
    void ofWhatIsGivenAwayAreBelowAllNumbers() {
        asks(line(SERVER, "1", "100", "100"));
        asks(line(SERVER, "1", "0", null));
        asks(line(SERVER, "1", "0", null), line(SUPPORT, "1", "500", null)); // nobody knows what support costs
        doesNotAsk(line(SUPPORT, "1", "0", null));
        SaveLine option = line(SERVER, "1", "0", null);
        option.setOptional(true);
        long optional = quotes.create(seller, sample.quotes().quote(line(SUPPORT, "1", "20", null), option));
        assertThatThrownBy(() -> life.release(seller, optional))
                .as("somebody may choose it")
                .isInstanceOf(ApprovalNeeded.class);
        database.sql("update product_cost set cost = 0").update();
        doesNotAsk(line(SERVER, "1", "0", null));
    }

    @Test
    void ofSymbolicPricesAreKept() {
        database.sql("update product_cost set cost = 12000").update();
        long quote = quotes.create(seller, sample.quotes().quote(line(SERVER, "1", "1", null)));
        assertThat(quotes.page(seller, quote).marginPercent()).isEqualByComparingTo("-1199900");
        database.sql("update product_cost set cost = 999999999999").update();
        SaveLine cent = line(SERVER, "100", "0.0001", null);
        quote = quotes.create(seller, sample.quotes().quote(cent));
        assertThat(quotes.page(seller, quote).marginPercent()).isEqualByComparingTo("-999999999998999900");
        contracts.create(seller, sample.contract(cent));
    }

    @Test
    void whatNobodyCanKeepIsRefusedAtItsLineAndWhatWasTypedStays() throws Exception {
        for (String quantity : new String[] {"1000000", "999999999999.999"}) {
            assertThatThrownBy(() -> quotes.create(
                            seller,
                            sample.quotes()
                                    .quote(line(SERVER, "1", "5", null), line(null, quantity, "1000000000", null))))
                    .hasMessage("sales.quote.error.tooLarge")
                    .extracting("field")
                    .isEqualTo("lines[1].quantity");
        }
        database.sql("update product_cost set cost = 2000").update();
        assertThatThrownBy(() -> quotes.create(
                        seller,
                        sample.quotes()
                                .quote(line(null, "1", "900", null), line(SERVER, "999999999999", "0.01", null))))
                .as("what it costs")
                .hasMessage("sales.quote.error.tooLarge")
                .extracting("field")
                .isEqualTo("lines[1].quantity");
        // the most that can be typed and kept
        long most = quotes.create(seller, sample.quotes().quote(line(null, "800000", "1000000000", null)));
        assertThat(quotes.page(seller, most).total()).isEqualByComparingTo("960000000000000");
        contracts.create(seller, sample.contract(line(null, "800000", "1000000000", null)));

        MockHttpServletResponse answer = mvc.perform(post("/sales/quotes")
                        .header("Accept-Language", "en")
                        .param("name", "Typed name")
                        .param("customerId", "" + QuoteSample.CUSTOMER)
                        .param("language", "en")
                        .param("currency", "USD")
                        .param("quotedOn", LocalDate.now().toString())
                        .param("validUntil", LocalDate.now().plusDays(3).toString())
                        .param("ownerId", "" + seller.personId())
                        .param("lines[0].kind", "ITEM")
                        .param("lines[1].kind", "ITEM")
                        .param("lines[1].words", "Typed words")
                        .param("lines[1].quantity", "7000000")
                        .param("lines[1].price", "1000000001")
                        .with(csrf())
                        .with(signedIn(seller)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("This comes to more than can be kept", "Typed name", "Typed words", "7000000", "1000000001");
    }

    private void asks(SaveLine... lines) {
        long quote = quotes.create(seller, sample.quotes().quote(lines));
        assertThatThrownBy(() -> life.release(seller, quote)).isInstanceOf(ApprovalNeeded.class);
        long contract = contracts.create(seller, sample.contract(lines));
        assertThatThrownBy(() -> contractLife.release(seller, contract)).isInstanceOf(ApprovalNeeded.class);
    }

    private void doesNotAsk(SaveLine... lines) {
        long quote = quotes.create(seller, sample.quotes().quote(lines));
        assertThatCode(() -> life.release(seller, quote)).doesNotThrowAnyException();
        long contract = contracts.create(seller, sample.contract(lines));
        assertThatCode(() -> contractLife.release(seller, contract)).doesNotThrowAnyException();
    }
}
