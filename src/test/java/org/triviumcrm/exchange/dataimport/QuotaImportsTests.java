package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Quotas come from a file, as people write periods and measures, and each of them once. */
@IntegrationTest
class QuotaImportsTests {

    @Autowired
    MoveIn moveIn;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private Viewer admin;
    private Viewer seller;
    private Viewer west;

    @BeforeEach
    void people() {
        jdbc.sql("delete from quota").update();
        admin = accounts.administrator();
        long team = accounts.team("West", null);
        seller = accounts.representative(team);
        west = accounts.manager(team);
    }

    @Test
    void quotasAreMadeAndChangedAndTakenBack() {
        String file = """
                person,team,measure,period,amount
                %1$s,,,2027-03,1000.50
                %1$s,,signed,Q2 2027,2000
                ,West,回款,2027年,9000
                ,West,won,2027年第三季度,3000
                """.formatted(seller.name());
        DataImport first = moveIn.text(admin, "quota", file);
        assertThat(first.summary()).isNotNull().satisfies(summary -> {
            assertThat(summary.createdCount()).isEqualTo(4);
            assertThat(summary.refused()).isZero();
        });
        String person = "person " + seller.personId();
        assertThat(quotas())
                .containsExactly(
                        "team RECEIVED 2027-01-01 12 9000.00",
                        person + " WON 2027-03-01 1 1000.50",
                        person + " SIGNED 2027-04-01 3 2000.00",
                        "team WON 2027-07-01 3 3000.00");
        assertThat(texts("select distinct set_by || '' from quota")).containsExactly(admin.personId() + "");

        moveIn.text(admin, "quota", file);
        assertThat(texts("select distinct version || '' from quota"))
                .as("nothing changes by the same file")
                .containsExactly("0");
        DataImport other = moveIn.text(west, "quota", "销售,口径,月份,目标金额\n%s,won,2027/3,1500\n".formatted(seller.name()));
        assertThat(quotas()).contains(person + " WON 2027-03-01 1 1500.00").hasSize(4);
        moveIn.undo(west, other.id());
        assertThat(quotas()).contains(person + " WON 2027-03-01 1 1000.50");
        moveIn.undo(admin, first.id());
        assertThat(quotas()).as("what was changed since stays").hasSize(1);
    }

    @Test
    void thatOfAPipelineIsAnother() {
        jdbc.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (990001, 'P', 1, now(), now())")
                .update();
        jdbc.sql("""
                        insert into quota (id, measure, starts_on, months, person_id, pipeline_id, amount, set_at)
                        values (990001, 'WON', date '2027-03-01', 1, ?, 990001, 77, now())""").param(seller.personId()).update();
        moveIn.text(admin, "quota", "person,period,amount\n%s,2027-03,1000\n".formatted(seller.name()));
        assertThat(texts("select amount || '' from quota order by amount")).containsExactly("77.00", "1000.00");
    }

    @Test
    void whatCanNotBeIsRefusedRowByRow() {
        Viewer east = accounts.representative(accounts.team("East", null));
        DataImport file = moveIn.text(west, "quota", """
                person,team,measure,period,amount
                %1$s,,,2027-03,1000
                %1$s,,won,2027-03,2000
                %1$s,West,,2027-04,1000
                ,,,2027-04,1000
                %1$s,,,spring,1000
                %1$s,,,2027-13,1000
                %1$s,,,2027-05,0
                %1$s,,,2027-05,-5
                %2$s,,,2027-03,1000
                ,East,,2027-03,1000
                %1$s,,,,1000
                """.formatted(seller.name(), east.name()));
        assertThat(file.summary()).isNotNull().satisfies(summary -> {
            assertThat(summary.createdCount()).isEqualTo(1);
            assertThat(summary.refused()).isEqualTo(10);
        });
        assertThat(quotas()).containsExactly("person " + seller.personId() + " WON 2027-03-01 1 1000.00");
    }

    private List<String> quotas() {
        return texts("""
                select coalesce('person ' || person_id, case when team_id is null then 'company' else 'team' end) || ' ' || measure || ' '
                       || starts_on || ' ' || months || ' ' || amount
                from quota order by starts_on""");
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
