package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.Accounts;
import org.triviumcrm.support.IntegrationTest;

/** What has caught other imports. */
@IntegrationTest
@Import(MoveIn.class)
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

    private String value(String sql) {
        return (String) jdbc.sql(sql).query().singleValue();
    }
}
