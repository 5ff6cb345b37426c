package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.FieldMode;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What has caught other imports. */
@IntegrationTest
class ImportTrapsTests {

    @Autowired
    MoveIn moveIn;

    @Autowired
    ImportService imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    Viewer admin;

    @BeforeEach
    void administrator() {
        admin = accounts.administrator();
    }

    @Test
    void anEmptyCellInheritsNothingAndEmptiesNothing() {
        moveIn.text(admin, "customer", "name,email,city\nA,a@x.org,Rome\nB,,Oslo\n");
        assertThat(value("select coalesce(email, 'none') from customer where name = 'B'"))
                .isEqualTo("none");
        moveIn.text(admin, "customer", "name,email,city\nA,,Bern\nB,b@x.org,Oslo\n");
        assertThat(value("select email || city from customer where name = 'A'")).isEqualTo("a@x.orgBern");
    }

    @Test
    void badRowsAreRefusedAndTheOthersComeIn() {
        DataImport file = moveIn.text(
                admin,
                "customer",
                "name,email,employees\nA,a@x.org,5\nA,b@x.org,6\nB,no address,7\nC,c@x.org\nD,d@x.org,many\nE,e\u0000@x.org,1\nF,f@x.org,2\n");
        assertThat(file.summary()).isNotNull().satisfies(summary -> {
            assertThat(summary.createdCount()).isEqualTo(2);
            assertThat(summary.refused()).isEqualTo(5);
        });
    }

    @Test
    void aParentMayStandBelowItsSubsidiary() {
        moveIn.text(admin, "customer", "name,subsidiary_of\nSmall,Big\nBig,\n");
        assertThat(value("select p.name from customer c join customer p on p.id = c.parent_id where c.name = 'Small'"))
                .isEqualTo("Big");
    }

    @Test
    void whatWasChangedSinceStaysWhenTheImportIsTakenBack() {
        DataImport file = moveIn.text(admin, "customer", "name\nA\nB\n");
        jdbc.sql("update customer set city = 'Rome', version = version + 1 where name = 'A'")
                .update();
        moveIn.undo(admin, file.id());
        assertThat(jdbc.sql("select name from customer").query(String.class).list())
                .containsExactly("A");
    }

    @Test
    void aBrokenOffImportGoesOnWhereItStopped() {
        StringBuilder text = new StringBuilder("name\n");
        for (int at = 0; at < 5_000; at++) {
            text.append("Company ").append(at).append('\n');
        }
        long id = moveIn.checked(admin, "customer", text.toString());
        imports.run(admin, id);
        runner.step(id);
        runner.step(id);
        assertThat(imports.find(admin, id).cursor()).isEqualTo(ImportWriter.BATCH);
        runner.run(id);
        assertThat(jdbc.sql("select count(distinct name) = 5000 and count(*) = 5000 from customer")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void amountsInOtherCurrenciesAreConvertedByTheRateOfTheirDay() {
        jdbc.sql("insert into currency_rate (currency, valid_from, rate) values"
                        + " ('EUR', '2017-01-01', 1.10), ('EUR', '2017-06-01', 1.25)")
                .update();
        String head = "opportunity_id,sales_agent,deal_stage,close_date,close_value,currency\n";
        String agent = admin.name();
        DataImport file = moveIn.text(
                admin,
                "opportunity",
                head
                        + "A,%1$s,Won,2017-03-01,100,EUR\nB,%1$s,Won,2017-06-01,100.01,eur\nC,%1$s,Engaging,,100,EUR\n"
                                .formatted(agent)
                        + "D,%1$s,Won,2016-12-31,100,EUR\nE,%1$s,Won,2017-03-01,100,GBP\nF,%1$s,Won,2017-03-01,7,USD\n"
                                .formatted(agent));
        assertThat(file.summary())
                .isNotNull()
                .satisfies(summary -> assertThat(summary.refused()).isEqualTo(2));
        assertThat(bases()).containsExactly("A 110.00", "B 125.01", "C 125.00", "F 7.00");

        moveIn.text(
                admin, "opportunity", head + "A,%1$s,Won,2017-07-01,100,\nC,%1$s,Engaging,,200,\n".formatted(agent));
        assertThat(bases()).containsExactly("A 125.00", "B 125.01", "C 250.00", "F 7.00");
    }

    private List<String> bases() {
        return jdbc.sql("select reference || ' ' || base_amount from opportunity order by reference")
                .query(String.class)
                .list();
    }

    @Test
    void eachFieldIsKeptOverwrittenOrFilledAsChosen() {
        moveIn.text(admin, "customer", "account id,name,city,country,industry\n1,A,Rome,,Retail\n");
        String changed = "account id,name,city,country,industry\n1,B,Oslo,Norway,Banking\n";
        long id = imports.start(
                admin, "customer", "file.csv", new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)));
        MapColumns form = MapColumns.of(imports.find(admin, id).plan());
        form.getColumns().get(2).setMode(FieldMode.KEEP);
        form.getColumns().get(3).setMode(FieldMode.FILL_EMPTY);
        form.getColumns().get(4).setMode(FieldMode.FILL_EMPTY);
        imports.map(admin, id, form);
        runner.run(id);
        assertThat(moveIn.finish(admin, id).summary())
                .isNotNull()
                .satisfies(summary -> assertThat(summary.changedCount()).isEqualTo(1));
        String now = "select name || ',' || city || ',' || coalesce(country, '') || ',' || industry from customer";
        assertThat(value(now)).isEqualTo("B,Rome,Norway,Retail");

        moveIn.undo(admin, id);
        assertThat(value(now)).isEqualTo("A,Rome,,Retail");
    }

    private String value(String sql) {
        return (String) jdbc.sql(sql).query().singleValue();
    }

    @Test
    void theTrialKnowsWhichParentsTheFileItselfWillBring() {
        long id = moveIn.checked(
                admin,
                "customer",
                "name,email,subsidiary_of\nA,a@x.org,B\nB,b@x.org,\nC,c@x.org,Bad\nBad,no address,\nBad,d@x.org,\n");
        ImportSummary said = imports.find(admin, id).summary();
        ImportSummary done = moveIn.finish(admin, id).summary();
        assertThat(said).isEqualTo(done);
        assertThat(done).isNotNull();
        assertThat(done.refused()).as("the bad row, its double, and C's parent").isEqualTo(3);
        assertThat(value("select p.name from customer c join customer p on p.id = c.parent_id where c.name = 'A'"))
                .isEqualTo("B");
    }
}
