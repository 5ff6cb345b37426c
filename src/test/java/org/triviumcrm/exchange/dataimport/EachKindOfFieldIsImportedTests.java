package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** A file fills fields of each kind that a file can; what can't be read is refused with its row. */
@CommittingTest
class EachKindOfFieldIsImportedTests {

    @Autowired
    MoveIn moveIn;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void fromTheFileToTheColumn() throws Exception {
        Viewer administrator = accounts.administrator();
        for (String kind :
                new String[] {"TEXT", "NUMBER", "MONEY", "DATE", "CHOICE", "CHOICES", "YES_NO", "PERSON", "RECORD"}) {
            MockHttpServletRequestBuilder form = post("/administration/fields")
                    .param("noun", "customer")
                    .param("kind", kind)
                    .param(
                            "name",
                            "My " + kind.toLowerCase(java.util.Locale.ROOT).replace("_", ""))
                    .param("active", "true")
                    .param("position", "1")
                    .with(signedIn(administrator))
                    .with(csrf());
            if (kind.startsWith("CHOICE")) {
                form.param("choices", "Small = 小\nLarge = 大");
            }
            if (kind.equals("RECORD")) {
                form.param("target", "customer");
            }
            mvc.perform(form).andExpect(status().is3xxRedirection());
        }
        long parent = database.sql(
                        "insert into customer (id, name, created_at, updated_at) values (990001, 'Harbour', now(), now()) returning id")
                .query(Long.class)
                .single();
        String person = database.sql("select name from person where id = :id")
                .param("id", administrator.personId())
                .query(String.class)
                .single();
        // in one transaction, so that the job does not begin beside it
        DataImport done = Objects.requireNonNull(transaction.execute(status -> moveIn.text(
                administrator,
                "customer",
                "Company,My text,My number,My money,My date,My choice,My choices,My yesno,My person,My record\n"
                        + "Quay,By sea,1234.5,99.95,2026-05-04,Large,Small; Large,yes," + person + ",Harbour\n"
                        + "Rail,,,,,小,大,no,,\n"
                        + "Road,x,many,y,soon,Small,Small,perhaps,,\n")));
        assertThat(Objects.requireNonNull(done.summary()).createdCount()).isEqualTo(2);
        assertThat(stored("Quay"))
                .contains(
                        "\"myText\": \"By sea\"",
                        "\"myNumber\": 1234.5",
                        "\"myMoney\": 99.95",
                        "\"myDate\": \"2026-05-04\"",
                        "\"myChoice\": \"large\"",
                        "\"small\"",
                        "\"myYesno\": true",
                        "\"myPerson\": " + administrator.personId(),
                        "\"myRecord\": " + parent);
        assertThat(stored("Rail"))
                .contains("\"myChoice\": \"small\"", "\"myChoices\": [\"large\"]", "\"myYesno\": false")
                .doesNotContain("myText", "myNumber");
        assertThat(database.sql("select count(*) from customer where name = 'Road'")
                        .query(Long.class)
                        .single())
                .as("refused with its row")
                .isZero();
    }

    private String stored(String name) {
        return database.sql("select custom::text from customer where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
