package org.triviumcrm.shared.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.Plans;

/** An index of numbers is of the very text that is searched; else the database would not use it. */
@IntegrationTest
class SearchingNumbersTests {

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<SearchTarget> targets;

    @Test
    void numbersAreFoundByTheirIndex() {
        Plans plans = new Plans(database);
        SearchRepository search = new SearchRepository(JdbcClient.create(plans));
        // where there are hardly any rows, reading all of them by another index costs no more
        jdbc.sql("set local enable_seqscan = off").update();
        jdbc.sql("set local enable_indexscan = off").update();
        List<SearchTarget> numbered =
                targets.stream().filter(SearchTarget::numbered).toList();
        assertThat(numbered)
                .extracting(SearchTarget::noun)
                .contains("customer", "contact", "opportunity", "lead", "ticket", "quote");
        for (SearchTarget target : numbered) {
            search.find(target, SearchWords.of("487 654"), new Scope.Everything(), 5);
            assertThat(plans.take()).singleElement().asString().containsPattern("Bitmap Index Scan on \\w*numbers");
            search.find(target, SearchWords.of("Acme 654"), new Scope.Everything(), 5);
            assertThat(plans.take())
                    .singleElement()
                    .asString()
                    .doesNotContainPattern("Bitmap Index Scan on \\w*numbers");
        }
    }
}
