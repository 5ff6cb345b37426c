package org.triviumcrm.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** A customer's page shows the first few of what belongs to it, says how many there are, and leads to all of them. */
@IntegrationTest
class RelatedRecordsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    private Viewer administrator;

    @BeforeEach
    void company() {
        company.found();
        administrator = company.administrator();
    }

    @ParameterizedTest
    @CsvSource({
        "/customers/{id},/contacts/,contacts,13",
        "/customers/{id},/customers/,subsidiaries,12",
        "/sales/customers/{id}/opportunities,/sales/opportunities/,opportunities,13",
    })
    void tenAreShownAndTheirNumberLeadsToAll(String page, String path, String what, int all) throws Exception {
        company.grow(12);
        String html = open(administrator, page);
        assertThat(links(html, path)).hasSize(10);
        String list = all(html, what, String.valueOf(all));
        assertThat(links(open(administrator, list), path)).hasSize(all);
    }

    @Test
    void thereAreNoMoreThanOneMaySee() throws Exception {
        company.grow(12);
        Viewer representative = accounts.representative(null);
        database.sql(
                        "update opportunity set owner_id = ? where id in (select max(id) from opportunity where customer_id = ?)")
                .params(representative.personId(), company.id("customer"))
                .update();
        String html = open(representative, "/sales/customers/{id}/opportunities");
        assertThat(links(html, "/sales/opportunities/")).hasSize(1);
        assertThat(links(open(representative, all(html, "opportunities", "1")), "/sales/opportunities/"))
                .hasSize(1);
    }

    @Test
    void veryManyAreNotCountedToTheEnd() throws Exception {
        database.sql("insert into contact (id, name, customer_id, created_at, updated_at)"
                        + " select 970000000 + n, 'Many ' || n, ?, now(), now() from generate_series(1, 1000) n")
                .param(company.id("customer"))
                .update();
        all(open(administrator, "/customers/{id}"), "contacts", "1,000+");
    }

    @Test
    void openOpportunitiesComeFirst() throws Exception {
        company.grow(11);
        long open = company.id("opportunity");
        database.sql("update opportunity set state = 'LOST', closed_on = current_date where id <> ?")
                .param(open)
                .update();
        database.sql("update opportunity set stage_entered_at = now() - interval '1 year' where id = ?")
                .param(open)
                .update();
        String html = open(administrator, "/sales/customers/{id}/opportunities");
        assertThat(links(html, "/sales/opportunities/").get(0)).isEqualTo("/sales/opportunities/" + open);
    }

    @Test
    void whatIsNotThereHasNoWayToIt() throws Exception {
        assertThat(open(administrator, "/customers/{id}")).doesNotContain("subsidiaries");
        database.sql("update opportunity set customer_id = null").update();
        assertThat(open(administrator, "/sales/customers/{id}/opportunities"))
                .contains("No opportunities yet")
                .doesNotContain("related-all");
    }

    private String all(String html, String what, String number) {
        Matcher link = Pattern.compile(
                        "<a class=\"related-all\" href=\"([^\"]+)\">All " + Pattern.quote(number) + " " + what + "</a>")
                .matcher(html);
        assertThat(link.find()).as("All %s %s", number, what).isTrue();
        return link.group(1);
    }

    /** To records of a kind, others than the customer itself. */
    private List<String> links(String html, String path) {
        return Pattern.compile("href=\"(" + path + "(\\d+))\"")
                .matcher(html)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.equals("/customers/" + company.id("customer")))
                .distinct()
                .toList();
    }

    private String open(Viewer viewer, String address) throws Exception {
        String path =
                address.replace("{id}", String.valueOf(company.id("customer"))).replace("&amp;", "&");
        return mvc.perform(get(URI.create(path)).with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
