package org.triviumcrm.customer.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.ArrayList;
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
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Lists are sorted by the names of the people and records in custom fields, page by page, whatever they are called later. */
@IntegrationTest
class SortingByNamesTests {

    private static final Pattern ROW = Pattern.compile("Sorted (\\d+)<");
    private static final Pattern NEXT = Pattern.compile("<a[^>]*rel=\"next\"[^>]*href=\"([^\"]*)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    FieldCatalogue catalogue;

    @Autowired
    FieldRenaming renaming;

    @Autowired
    SampleCompany company;

    @BeforeEach
    void sixtyCustomersOfThreePeople() {
        company.found();
        database.sql("delete from custom_choice").update();
        database.sql("delete from custom_field").update();
        database.sql("""
                        insert into custom_field (id, noun, key, kind, target, name, ready) values
                            (990001, 'customer', 'adviser', 'PERSON', null, 'Adviser', true),
                            (990002, 'customer', 'parent', 'RECORD', 'competitor', 'Parent', true)""").update();
        database.sql("""
                        insert into person (id, name, sign_in_name, created_at, updated_at)
                        select 990000 + n, chr(64 + n) || ' Adviser', 'adviser' || n, now(), now() from generate_series(1, 3) n""").update();
        database.sql("""
                        insert into competitor (id, name, created_at, updated_at)
                        select 990000 + n, chr(64 + n) || ' Parent', now(), now() from generate_series(1, 3) n""").update();
        database.sql("""
                        insert into customer (id, name, custom, created_at, updated_at)
                        select 990000 + n, 'Sorted ' || n, case when n > 57 then '{}'::jsonb else
                            jsonb_build_object('adviser', 990001 + n % 3, 'parent', 990001 + n % 3) end, now(), now()
                        from generate_series(1, 60) n""").update();
        catalogue.change();
    }

    @ParameterizedTest
    @CsvSource({"customAdviser, person", "customParent, competitor"})
    void byTheNameShown(String column, String table) throws Exception {
        assertThat(order(column)).as("A, B, C, then those without").isEqualTo(expected(List.of(0, 1, 2), false));
        assertThat(order("-" + column)).isEqualTo(expected(List.of(2, 1, 0), true));

        database.sql("update " + table + " set name = 'Z ' || name where id = 990001")
                .update();
        renaming.look();
        assertThat(order(column)).as("B, C, Z").isEqualTo(expected(List.of(1, 2, 0), false));
        assertThat(database.sql("select count(*) from custom_rename where record = 990001")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Some thousand a transaction: what is left is brought by the next step, and nothing is brought twice. */
    @Test
    void newNamesAreBroughtInSteps(@Autowired FieldNameRepository names) {
        database.sql("update person set name = 'Z Adviser' where id = 990001").update();
        FieldNameRepository.Renamed renamed = names.take().orElseThrow();
        assertThat(names.bring(renamed, 10)).isFalse();
        assertThat(named("Z Adviser")).isEqualTo(10);
        assertThat(names.bring(renamed, 10)).isTrue();
        assertThat(named("Z Adviser")).isEqualTo(19);
    }

    @Test
    void whatIsGoneIsSortedByNothing() {
        database.sql("delete from competitor where id = 990001").update();
        renaming.look();
        assertThat(database.sql("select count(*) from customer where custom_names ->> 'parent' = 'A Parent'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** The order is read from the field's index: no other table is asked, and nothing is sorted. */
    @Test
    void anIndexHoldsTheOrder() {
        for (String index : catalogue.of("customer").get(0).kind().indexes("adviser")) {
            database.sql("create index on customer using " + index).update();
        }
        database.sql("set local enable_seqscan = off").update();
        database.sql("set local enable_sort = off").update();
        assertThat(database.sql(
                                "explain select id from customer c where (c.custom_names ->> 'adviser') collate trivium_words is not null and ((c.custom_names ->> 'adviser') collate trivium_words, id) > ('B', 7) order by (c.custom_names ->> 'adviser') collate trivium_words, id limit 25")
                        .query(String.class)
                        .list()
                        .toString())
                .contains("Index")
                .doesNotContain("Sort");
    }

    private long named(String name) {
        return database.sql("select count(*) from customer where custom_names ->> 'adviser' = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    /** In the order of these people, who have 19 each; those without come last either way. */
    private static List<Integer> expected(List<Integer> people, boolean descending) {
        List<Integer> expected = new ArrayList<>();
        for (int person : people) {
            List<Integer> own = new ArrayList<>();
            for (int n = 1; n <= 57; n++) {
                if (n % 3 == person) {
                    own.add(descending ? 0 : own.size(), n);
                }
            }
            expected.addAll(own);
        }
        expected.addAll(descending ? List.of(60, 59, 58) : List.of(58, 59, 60));
        return expected;
    }

    private List<Integer> order(String sort) throws Exception {
        List<Integer> order = new ArrayList<>();
        String address = "/customers?f.name=sorted&columns=name,customAdviser,customParent&sort=" + sort;
        for (int pages = 0; address != null && pages < 5; pages++) {
            String page = mvc.perform(get(java.net.URI.create(address)).with(signedIn(company.administrator())))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            Matcher row = ROW.matcher(page);
            while (row.find()) {
                order.add(Integer.valueOf(row.group(1)));
            }
            Matcher next = NEXT.matcher(page);
            address = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        return order;
    }
}
