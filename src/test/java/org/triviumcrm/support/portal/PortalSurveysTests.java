package org.triviumcrm.support.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.shared.list.ListLink;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Customers see what they were asked themselves, and can answer it; accounts are found at a million of them. */
@IntegrationTest
class PortalSurveysTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    SampleCompany company;

    private PortalGuests guests;
    private PortalGuests.Guest ann;
    private PortalGuests.Guest bob;

    @BeforeEach
    void twoOfOneCustomer() {
        company.found();
        guests = new PortalGuests(database);
        guests.open();
        long customer = guests.customer("Acme pumps");
        ann = guests.guest("Ann Lee", customer, true);
        bob = guests.guest("Bob Ray", customer, true);
        database.sql(
                        "update survey set state = 'OPEN', opens_on = null, closes_on = null, quota = null, title_en = 'How are we doing', title_zh = null where id = ?")
                .param(company.id("survey"))
                .update();
    }

    @Test
    void eachSeesTheirOwnAndCanAnswerWhatIsOpen() throws Exception {
        long open = asked(ann, "now() + interval '3 days'", "null");
        asked(ann, "now() + interval '3 days'", "now()");
        asked(ann, "now() - interval '3 days'", "null");
        String page = page(ann);
        assertThat(page).contains("To be answered", "Answered", "Closed");
        Matcher link = Pattern.compile("href=\"(/survey/[^\"]+)\"").matcher(page);
        assertThat(link.find()).isTrue();
        String path = link.group(1);
        assertThat(path).startsWith("/survey/" + Long.toString(open, Character.MAX_RADIX) + ".");
        assertThat(link.find()).as("only what is open can be answered").isFalse();
        mvc.perform(get(path)).andExpect(status().is3xxRedirection());
        mvc.perform(get("/survey/en/" + path.substring("/survey/".length())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("How are we doing")));
        assertThat(page(bob)).contains("We have not asked you anything yet.").doesNotContain("How are we doing");
        database.sql("update survey set state = 'CLOSED' where id = ?")
                .param(company.id("survey"))
                .update();
        assertThat(page(ann)).doesNotContain("/survey/" + Long.toString(open, Character.MAX_RADIX));
    }

    @Test
    void nobodyElseGetsThere() throws Exception {
        asked(ann, "now() + interval '3 days'", "null");
        mvc.perform(get("/portal/surveys").accept("text/html")).andExpect(status().is3xxRedirection());
        mvc.perform(get("/portal/surveys").accept("text/html").with(signedIn(company.administrator())))
                .andExpect(content().string(not(containsString("How are we doing"))));
    }

    @Test
    void theListOfAccountsSaysStateAndSignInAndUsesItsIndexes() throws Exception {
        database.sql("update portal_account set state = 'REVOKED' where id = ?")
                .param(bob.account())
                .update();
        mvc.perform(get("/support/portal-accounts").with(signedIn(company.administrator())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ann Lee")))
                .andExpect(content().string(containsString("Bob Ray")));
        mvc.perform(get(ListLink.to("/support/portal-accounts")
                                .is("state", "REVOKED")
                                .toString())
                        .with(signedIn(company.administrator())))
                .andExpect(content().string(containsString("Bob Ray")))
                .andExpect(content().string(not(containsString("Ann Lee"))));
        database.sql("set local enable_seqscan = off").update();
        database.sql("set local enable_sort = off").update();
        for (String order : new String[] {
            "a.invited_at desc, a.id desc", "a.name collate trivium_words, a.id", "a.last_sign_in_at desc, a.id desc"
        }) {
            assertThat(String.join(
                            "\n",
                            database.sql("explain select a.id from portal_account a order by " + order + " limit 50")
                                    .query(String.class)
                                    .list()))
                    .as(order)
                    .contains("Index")
                    .doesNotContain("Sort");
        }
    }

    private String page(PortalGuests.Guest guest) throws Exception {
        return mvc.perform(get("/portal/surveys").with(guest.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private long asked(PortalGuests.Guest guest, String until, String answered) {
        return database.sql("""
                        insert into survey_invitation (survey_id, customer_id, contact_id, address, name, created_at, expires_at, answered_at)
                        values (?, ?, ?, ?, 'Ann', now() - interval '4 days', %s, %s) returning id""".formatted(until, answered))
                .params(company.id("survey"), guest.customer(), guest.contact(), guest.email())
                .query(Long.class)
                .single();
    }
}
