package org.triviumcrm.support.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.sales.quote.QuoteSample.line;
import static org.triviumcrm.testing.Accounts.signedIn;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractSample;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.contract.SaveContract;
import org.triviumcrm.sales.quote.QuoteSample;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.quote.SaveQuote;
import org.triviumcrm.support.portal.PortalGuests;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.MailServerTest;
import org.triviumcrm.testing.SampleCompany;

/** Who can sign in to the portal is told in the e-mail where the quote is. */
class LettersLeadToThePortalTests extends MailServerTest {

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

    @Test
    void onlyWhoHasAnAccountReadsTheAddressOfThePage() throws Exception {
        company.found();
        Viewer seller = accounts.representative(accounts.team("West", null));
        QuoteSample sample = new QuoteSample(database, seller);
        sample.found();
        PortalGuests guests = new PortalGuests(database);
        guests.open();
        SaveQuote quote = sample.quote(line(QuoteSample.SERVER, "2", "95", null));
        long id = quotes.create(seller, quote);
        quote.setContactId(guests.guest("Ann Lee", QuoteSample.CUSTOMER, true).contact());
        quote.setLanguage("zh-CN");
        long other = quotes.create(seller, quote);

        assertThat(proposed(seller, id)).contains("Dear Anna Berg").doesNotContain("/portal/");
        assertThat(proposed(seller, other)).contains("您也可以在这里查看并确认：\nhttps://crm.example.com/portal/quotes/" + other);

        SaveContract contract =
                new ContractSample(database, seller).contract(line(QuoteSample.SERVER, "2", "95", null));
        long unread = contracts.create(seller, contract);
        contract.setContactId(quote.getContactId());
        long read = contracts.create(seller, contract);
        assertThat(text(seller, "/sales/contracts/{id}/letters/new", unread))
                .contains("Dear Anna Berg")
                .doesNotContain("/portal/");
        assertThat(text(seller, "/sales/contracts/{id}/letters/new", read))
                .contains("You can also read it here:\nhttps://crm.example.com/portal/contracts/" + read);
    }

    private String proposed(Viewer seller, long id) throws Exception {
        return text(seller, "/sales/quotes/{id}/letters/new", id);
    }

    private String text(Viewer seller, String url, long id) throws Exception {
        return mvc.perform(get(url, id).header("Accept-Language", "en").with(signedIn(seller)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
