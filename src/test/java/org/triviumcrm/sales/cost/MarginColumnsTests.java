package org.triviumcrm.sales.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.sales.quote.QuoteSample.SERVER;
import static org.triviumcrm.sales.quote.QuoteSample.line;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractSample;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.contract.SaveContract;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.quote.SaveQuote;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Who may see what products cost has the margin in lists; for others there is no such column, however they ask. */
@IntegrationTest
class MarginColumnsTests {

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
    ContractService contracts;

    @Autowired
    EntityManager entities;

    private Viewer seller;

    @BeforeEach
    void quotesAndContracts() {
        company.found();
        seller = accounts.representative(accounts.team("West", null));
        ContractSample sample = new ContractSample(database, seller);
        sample.quotes().found();
        for (String[] one : new String[][] {{"Dear", "95"}, {"Cheap", "75"}, {"Given", "0"}}) {
            SaveQuote quote = sample.quotes().quote(line(SERVER, "2", one[1], null));
            quote.setName(one[0]);
            quotes.create(seller, quote);
            SaveContract contract = sample.contract(line(SERVER, "2", one[1], null));
            contract.setName(one[0]);
            contracts.create(seller, contract);
        }
        entities.flush();
    }

    @Test
    void whoMaySeeCostsSortsAndFiltersByTheMargin() throws Exception {
        Viewer boss = company.administrator();
        for (String noun : new String[] {"quote", "contract"}) {
            String file = "/lists/" + noun + "/export.csv?columns=name,marginPercent&f.owner=" + seller.personId();
            assertThat(text(boss, file + "&sort=-marginPercent").lines().skip(1))
                    .as("cost 60")
                    .containsExactly("Dear,36.8", "Cheap,20.0", "Given,");
            assertThat(text(boss, file + "&f.marginPercent.to=30").lines())
                    .as("given away, it is below all of them")
                    .containsExactlyInAnyOrder("Subject,Margin", "Cheap,20.0", "Given,");
            assertThat(text(boss, file + "&f.marginPercent.from=30").lines().skip(1))
                    .containsExactly("Dear,36.8");
            assertThat(text(boss, file + "&f.marginPercent.empty=").lines().skip(1))
                    .as("its cost is known")
                    .isEmpty();
            assertThat(text(boss, "/sales/" + noun + "s?columns=name,marginPercent"))
                    .contains("Margin", "36.8");
        }
    }

    @Test
    void forOthersThereIsNone() throws Exception {
        assertThat(seller.can("sales.cost.view")).isFalse();
        for (String noun : new String[] {"quote", "contract"}) {
            String page = text(
                    seller,
                    "/sales/" + noun + "s?columns=name,marginPercent&sort=-marginPercent&f.marginPercent.to=30");
            assertThat(page).contains("Dear", "Cheap").doesNotContain("36.8").doesNotContain("f.marginPercent");
            String file = "/lists/" + noun + "/export.csv?columns=name,marginPercent&f.marginPercent.to=30";
            Viewer boss = company.administrator();
            assertThat(text(boss, file)).contains("Margin").doesNotContain("Dear");
            assertThat(text(seller, file)).doesNotContain("Margin", "36.8");
        }
    }

    private String text(Viewer viewer, String url) throws Exception {
        return mvc.perform(get(url).header("Accept-Language", "en").with(signedIn(viewer)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
