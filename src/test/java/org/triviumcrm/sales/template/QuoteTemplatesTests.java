package org.triviumcrm.sales.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.sales.quote.QuoteSample.CUSTOMER;
import static org.triviumcrm.sales.quote.QuoteSample.SERVER;
import static org.triviumcrm.sales.quote.QuoteSample.line;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.quote.QuoteSample;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.quote.SaveQuote;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** A good quote is kept, and others begin with it. */
@IntegrationTest
class QuoteTemplatesTests {

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

    private Viewer manager;
    private Viewer seller;
    private QuoteSample sample;

    @BeforeEach
    void company() {
        company.found();
        long team = accounts.team("West", null);
        manager = accounts.person("sales_manager", team);
        seller = accounts.representative(team);
        sample = new QuoteSample(database, seller);
        sample.found();
        database.sql("delete from quote_template").update();
    }

    @Test
    void whatIsKeptIsOfferedAtThePriceOfTheDay() throws Exception {
        long template = kept("Server set");
        database.sql("update product set list_price = 120 where id = " + SERVER).update();

        assertThat(page(seller, "/sales/quotes/new")).contains("Server set", "templateId=" + template);
        String form = page(seller, "/sales/quotes/new?customerId=" + CUSTOMER + "&templateId=" + template);
        assertThat(form)
                .contains("Thank you", "30 days net", "Product " + SERVER, "Installation")
                .as("the product has the price of the day, and its discount")
                .containsPattern("name=\"lines\\[0].price\"[^>]*value=\"120\"")
                .containsPattern("name=\"lines\\[0].discount\"[^>]*value=\"10\"")
                .as("what is no product has the price that it was kept with")
                .containsPattern("name=\"lines\\[1].price\"[^>]*value=\"450\"")
                .containsPattern("name=\"discountValue\"[^>]*value=\"5\"");
    }

    @Test
    void pricesOfAnotherCurrencyAreNotCarriedOver() throws Exception {
        long template = kept("Server set");
        database.sql("insert into currency_rate (currency, valid_from, rate) values ('CNY', '2020-01-01', 0.14)")
                .update();
        long opportunity = company.id("opportunity");
        database.sql("""
                        update opportunity set currency = 'CNY', customer_id = :customer, contact_id = null, owner_id = :owner, team_id = :team
                        where id = :id""")
                .param("customer", CUSTOMER)
                .param("owner", seller.personId())
                .param("team", seller.teamId())
                .param("id", opportunity)
                .update();
        String form = page(seller, "/sales/quotes/new?opportunityId=" + opportunity + "&templateId=" + template);
        assertThat(form)
                .containsPattern("<option value=\"CNY\" selected")
                .containsPattern("name=\"lines\\[1].price\"[^>]*value=\"\"");
    }

    @Test
    void aQuoteValidForYearsIsKeptForAsLongAsTemplatesMayBe() throws Exception {
        long id = quotes.create(seller, sample.quote(line(null, "7", "12", null)));
        entities.flush();
        database.sql("update quote set valid_until = quoted_on + 1095 where id = :id")
                .param("id", id)
                .update();
        entities.clear();
        assertThat(keep(id, Map.of("name", "Frame")).getStatus()).isEqualTo(302);
        assertThat(database.sql("select valid_days from quote_template")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1000);
    }

    @Test
    void anotherQuoteTakesItsPlaceAndTheNameStays() throws Exception {
        long template = kept("Server set");
        SaveQuote other = sample.quote(line(null, "7", "12", null));
        long id = quotes.create(seller, other);
        assertThat(keep(id, Map.of("templateId", String.valueOf(template), "name", "Ignored"))
                        .getStatus())
                .isEqualTo(302);
        entities.flush();
        entities.clear();
        assertThat(database.sql("select name from quote_template")
                        .query(String.class)
                        .list())
                .containsExactly("Server set");
        assertThat(database.sql("select quantity from quote_template_line")
                        .query(BigDecimal.class)
                        .list())
                .singleElement()
                .satisfies(quantity -> assertThat(quantity).isEqualByComparingTo("7"));
    }

    @Test
    void aNameIsNeededAndNobodyElsesAndRetiredOnesAreNotOffered() throws Exception {
        long template = kept("Server set");
        long id = quotes.create(seller, sample.quote(line(SERVER, "1", "95", null)));
        assertThat(keep(id, Map.of("name", " ")).getStatus()).isEqualTo(422);
        assertThat(keep(id, Map.of("name", "server SET")).getContentAsString())
                .contains("There is a template of that name already.", "value=\"server SET\"");
        database.sql("update quote_template set active = false").update();
        entities.clear();
        assertThat(page(seller, "/sales/quotes/new")).doesNotContain("Server set");
        assertThat(answer(seller, "/sales/quotes/new?templateId=" + template).getStatus())
                .isEqualTo(404);
        assertThat(answer(seller, "/sales/quotes/" + id + "/template").getStatus())
                .as("a representative begins with them, and keeps none")
                .isEqualTo(403);
    }

    private long kept(String name) throws Exception {
        SaveQuote quote = sample.quote(line(SERVER, "2", "95", "10"), line(null, "1", "450", null));
        quote.setIntroduction("Thank you");
        quote.setTerms("30 days net");
        quote.setDiscountValue(new BigDecimal("5"));
        long id = quotes.create(seller, quote);
        entities.flush();
        assertThat(keep(id, Map.of("name", name)).getStatus()).isEqualTo(302);
        entities.flush();
        return database.sql("select id from quote_template").query(Long.class).single();
    }

    @Test
    void whatWaitsForAnApprovalIsNotCopiedThisWayEither() throws Exception {
        long id = quotes.create(seller, sample.quote(line(SERVER, "1", "80", null)));
        entities.flush();
        long waiting = database.sql("""
                        insert into approval_case (flow_version_id, subject_type, subject_id, trigger_key, title, url, submitter_id, state,
                            facts, snapshot, action_kind, action, fingerprint, submitted_at)
                        values (:version, 'quote', :id, 'RELEASE', 'Sample', '/', :by, 'RUNNING', '{}', '{"lines": []}', 'RELEASE', '{}', '', now())
                        returning id""")
                .param("version", company.id("approval_flow_version"))
                .param("id", id)
                .param("by", seller.personId())
                .query(Long.class)
                .single();
        database.sql("select set_config('session_replication_role', 'replica', true)")
                .query(String.class)
                .single();
        database.sql("update quote set state = 'SUBMITTED', approval_case_id = ? where id = ?")
                .params(waiting, id)
                .update();
        database.sql("select set_config('session_replication_role', 'origin', true)")
                .query(String.class)
                .single();
        entities.clear();
        keep(id, Map.of("name", "Round the approval"));
        assertThat(database.sql("select count(*) from quote_template where name = 'Round the approval'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(mvc.perform(get("/sales/quotes/{id}", id).with(signedIn(manager)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .as("nor offered")
                .doesNotContain("/sales/quotes/" + id + "/template");
    }

    private MockHttpServletResponse keep(long quote, Map<String, String> typed) throws Exception {
        var request = post("/sales/quotes/{id}/template", quote)
                .header("Accept-Language", "en")
                .with(csrf())
                .with(signedIn(manager));
        typed.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private String page(Viewer viewer, String url) throws Exception {
        return answer(viewer, url).getContentAsString();
    }

    private MockHttpServletResponse answer(Viewer viewer, String url) throws Exception {
        return mvc.perform(get(url).header("Accept-Language", "en").with(signedIn(viewer)))
                .andReturn()
                .getResponse();
    }
}
