package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.customer.FieldCarrier;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleCompany;

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

    @Autowired
    SampleCompany company;

    @Autowired
    List<FieldCarrier> carriers;

    /**
     * A kind of record that a file can have.
     *
     * @param name the column that holds what it is called
     * @param head what else a row has to say, and what it says
     */
    record Kind(String noun, String name, String head, String row) {
        @Override
        public String toString() {
            return noun;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("customer", "name", "Company", "{}"),
                new Kind("contact", "name", "Name", "{}"),
                new Kind("lead", "full_name", "Name", "{}"),
                new Kind("campaign", "name", "Campaign name,Method,Date", "{},Event,2026-03-01"),
                new Kind("opportunity", "name", "Opportunity,Sales agent,Deal stage", "{},{person},Open"),
                new Kind("ticket", "name", "Subject,Created", "{},2026-03-01 10:00"));
    }

    @Test
    void noKindIsLeftOut() {
        assertThat(kinds().map(Kind::noun))
                .containsExactlyInAnyOrderElementsOf(
                        carriers.stream().map(FieldCarrier::noun).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fromTheFileToTheColumn(Kind kind) throws Exception {
        company.found();
        Viewer administrator = accounts.administrator();
        for (FieldKind field : FieldKind.values()) {
            add(administrator, kind, field);
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
                kind.noun(),
                kind.head()
                        + ",My text,My number,My money,My date,My choice,My choices,My yesno,My person,My record\n"
                        + row(kind, "Quay", person)
                        + ",By sea,1234.5,99.95,2026-05-04,Large,Small; Large,yes," + person + ",Harbour\n"
                        + row(kind, "Rail", person) + ",,,,,小,大,no,,\n"
                        + row(kind, "Road", person) + ",x,many,y,soon,Small,Small,perhaps,,\n")));
        assertThat(Objects.requireNonNull(done.summary()).created()).containsEntry(kind.noun(), 2L);
        assertThat(stored(kind, "Quay"))
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
        assertThat(stored(kind, "Rail"))
                .contains("\"myChoice\": \"small\"", "\"myChoices\": [\"large\"]", "\"myYesno\": false")
                .doesNotContain("myText", "myNumber");
        assertThat(database.sql("select count(*) from " + kind.noun() + " where " + kind.name() + " = 'Road'")
                        .query(Long.class)
                        .single())
                .as("refused with its row")
                .isZero();
    }

    private void add(Viewer administrator, Kind kind, FieldKind field) throws Exception {
        MockHttpServletRequestBuilder form = post("/administration/fields")
                .param("noun", kind.noun())
                .param("kind", field.name())
                .param("name", "My " + field.name().toLowerCase(Locale.ROOT).replace("_", ""))
                .param("active", "true")
                .param("position", "1")
                .with(signedIn(administrator))
                .with(csrf());
        if (field.isChosen()) {
            form.param("choices", "Small = 小\nLarge = 大");
        }
        if (field == FieldKind.RECORD) {
            form.param("target", "customer");
        }
        mvc.perform(form).andExpect(status().is3xxRedirection());
    }

    private static String row(Kind kind, String name, String person) {
        return kind.row().replace("{}", name).replace("{person}", person);
    }

    private String stored(Kind kind, String name) {
        return database.sql("select custom::text from " + kind.noun() + " where " + kind.name() + " = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
