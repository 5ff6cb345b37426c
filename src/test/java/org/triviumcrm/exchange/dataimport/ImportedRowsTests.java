package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What an import brought in or changed is found in the list, with its columns, order and export. */
@IntegrationTest
class ImportedRowsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    MoveIn moveIn;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    Viewer admin;
    long first;
    long second;

    @BeforeEach
    void twoImports() {
        admin = accounts.administrator();
        first = moveIn.text(admin, "customer", "name,city\nAlpha,Rome\nBeta,Oslo\n")
                .id();
        second = moveIn.text(admin, "customer", "name,city\nBeta,Bern\nGamma,Bonn\n")
                .id();
    }

    @Test
    void theListShowsWhatAnImportCreatedAndChanged() throws Exception {
        assertThat(names("/customers?f.import=" + first)).containsExactly("Alpha", "Beta");
        assertThat(names("/customers?f.import=" + second + "&sort=-name")).containsExactly("Gamma", "Beta");
        assertThat(names("/customers?f.import=" + first + "&f.import=" + second))
                .containsExactly("Alpha", "Beta", "Gamma");
        assertThat(names("/customers?f.import=" + first + "&f.city=Rome")).containsExactly("Alpha");
        assertThat(names("/customers?f.import=0")).isEmpty();
        assertThat(page("/customers?f.import=everything")).contains("chip-wrong");
        assertThat(names("/customers?f.import=everything")).isEmpty();
    }

    @Test
    void theImportLeadsThere() throws Exception {
        assertThat(page("/imports/" + first)).contains("href=\"/customers?f.import=" + first + "\"");
        String list = page("/customers?f.import=" + first);
        assertThat(list).containsPattern("chip-title\">Import</span>\\s*<span>#" + first + "</span>");
        assertThat(list).doesNotContain("name=\"column\" value=\"import\"");
    }

    @Test
    void theFilterFormKeepsItAndOffersItOnlyThen() throws Exception {
        assertThat(page("/customers?filters&f.import=" + first))
                .containsPattern("name=\"f.import\"[^>]*>\\s*<option value=\"" + first + "\" selected");
        assertThat(page("/customers?filters")).doesNotContain("f.import");
    }

    @Test
    void theExportHoldsTheSameRows() throws Exception {
        String file = page("/lists/customer/export.csv?f.import=" + second + "&columns=name,import,city");
        assertThat(file.lines().skip(1)).containsExactly("Beta,Bern", "Gamma,Bonn");
    }

    @Test
    void nobodySeesMoreThanOtherwise() throws Exception {
        moveIn.resource(admin, "person", "sales_teams.csv");
        moveIn.resource(admin, "product", "products.csv");
        long deals = moveIn.text(
                        admin, "opportunity", "opportunity_id,sales_agent,deal_stage\nA1," + admin.name() + ",Open\n")
                .id();
        assertThat(names("/sales/opportunities?f.import=" + deals)).containsExactly("A1");
        mvc.perform(get("/sales/opportunities?f.import=" + deals).with(signedIn(accounts.representative(null))))
                .andExpect(status().isOk())
                .andExpect(result -> assertThat(result.getResponse().getContentAsString())
                        .doesNotContain("/sales/opportunities/" + deals)
                        .doesNotContain(">A1<"));
    }

    /** An import of everything is counted and shown along its own index, whatever the size of the table. */
    @Test
    void readsTheIndexOfWhatImportsTouched() {
        jdbc.sql("""
                        insert into import_effect (import_id, record_type, record_id, position, version)
                        select :id, 'customer', -n, n, 0 from generate_series(1, 30000) n
                        """).param("id", second).update();
        jdbc.sql("analyze import_effect").update();
        String plan = String.join(
                "\n", jdbc.sql("""
                        explain select c.* from customer c
                        where c.id in (select e.record_id from import_effect e
                                       where e.record_type = 'customer' and e.import_id in (%d)) order by c.id limit 10001
                        """.formatted(first)).query(String.class).list());
        assertThat(plan).contains("import_effect_pkey").doesNotContain("Seq Scan on import_effect");
    }

    private Stream<String> names(String path) throws Exception {
        return Pattern.compile("card-title-cell\"[^>]*>\\s*<a href=\"[^\"]*\">([^<]*)</a")
                .matcher(page(path))
                .results()
                .map((MatchResult found) -> found.group(1));
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(signedIn(admin)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
