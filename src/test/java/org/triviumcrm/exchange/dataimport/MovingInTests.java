package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The sample company moves in with its four files. */
@IntegrationTest
class MovingInTests {

    private static final List<List<String>> FILES = List.of(
            List.of("person", "sales_teams.csv"),
            List.of("product", "products.csv"),
            List.of("customer", "accounts.csv"),
            List.of("opportunity", "sales_pipeline.csv"));

    @Autowired
    MoveIn moveIn;

    @Autowired
    ImportService imports;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    Viewer admin;
    long peopleBefore;

    @BeforeEach
    void administrator() {
        admin = accounts.administrator();
        peopleBefore = number("select count(*) from person");
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private Map<String, Object> row(String sql) {
        return jdbc.sql(sql).query().singleRow();
    }

    /** From the first file to the last trace, in one go: each move takes some seconds. */
    @Test
    void theFilesMoveInOnceAndOutAgain() {
        List<Long> moved = asTheTrialSaid();
        theFilesSayTheSameAfterwards();
        officesAndAgentsHaveWonWhatTheFileSays();
        aWonOpportunityStayedInTheLastOpenStageFromEngagingToClosing();
        aSecondImportChangesNothing();
        undoneInReverseNothingIsLeft(moved);
    }

    private void theFilesSayTheSameAfterwards() {
        assertThat(number("select count(*) from customer")).isEqualTo(85);
        assertThat(number("select count(*) from customer where parent_id is not null"))
                .isEqualTo(15);
        assertThat(number("select count(*) from product")).isEqualTo(7);
        assertThat(number("select count(*) from person") - peopleBefore).isEqualTo(41);
        assertThat(number("select count(*) from team where parent_id is null")).isEqualTo(3);
        assertThat(number("select count(*) from team where parent_id is not null and manager_id is not null"))
                .isEqualTo(6);
        assertThat(number("select count(*) from opportunity")).isEqualTo(8_800);
        assertThat(number("select count(*) from opportunity where customer_id is null"))
                .isEqualTo(1_425);
        assertThat(row("select count(*) as n, sum(amount) as s from opportunity where state = 'WON'"))
                .containsEntry("n", 4_238L)
                .containsEntry("s", new BigDecimal("10005534.00"));
        assertThat(number("select count(*) from opportunity where state = 'LOST'"))
                .isEqualTo(2_473);
        assertThat(
                        number(
                                "select count(*) from opportunity o join stage s on s.id = o.stage_id where s.name = 'Engaging'"))
                .isEqualTo(1_589);
        assertThat(
                        number(
                                "select count(*) from opportunity o join stage s on s.id = o.stage_id where s.name = 'Prospecting'"))
                .isEqualTo(500);
        assertThat(
                        number(
                                "select count(*) from opportunity o join product p on p.id = o.product_id where p.name = 'GTX Pro'"))
                .isEqualTo(1_480);
    }

    private void officesAndAgentsHaveWonWhatTheFileSays() {
        List<String> offices = jdbc.sql("""
                        select office.name || ' ' || sum(o.amount)::bigint from opportunity o
                        join team t on t.id = o.team_id join team office on office.id = t.parent_id
                        where o.state = 'WON' group by office.name order by sum(o.amount) desc
                        """).query(String.class).list();
        assertThat(offices).containsExactly("West 3568647", "Central 3346293", "East 3090594");
        assertThat(jdbc.sql("""
                        select p.name || ' ' || sum(o.amount)::bigint from opportunity o join person p on p.id = o.owner_id
                        where o.state = 'WON' group by p.name order by sum(o.amount) desc limit 1
                        """).query(String.class).single()).isEqualTo("Darcel Schlecht 1153214");
    }

    private void aWonOpportunityStayedInTheLastOpenStageFromEngagingToClosing() {
        List<Map<String, Object>> history = jdbc.sql("""
                        select f.name as "from", t.name as "to", c.stayed_seconds / 86400 as days from stage_change c
                        join opportunity o on o.id = c.opportunity_id left join stage f on f.id = c.from_stage_id
                        join stage t on t.id = c.to_stage_id where o.reference = '1C1I7A6R' order by c.at
                        """).query().listOfRows();
        assertThat(history).extracting(row -> row.get("to")).containsExactly("Engaging", "Won");
        assertThat(history.get(1)).containsEntry("from", "Engaging").containsEntry("days", 132L);
        assertThat(number("select count(*) from stage_change")).isEqualTo(8_800 + 4_238 + 2_473);
    }

    private void aSecondImportChangesNothing() {
        for (List<String> file : FILES) {
            DataImport again = moveIn.resource(admin, file.get(0), file.get(1));
            assertThat(again.state()).as(file.get(1)).isEqualTo(ImportState.DONE);
            assertThat(again.summary()).as(file.get(1)).isNotNull().satisfies(summary -> {
                assertThat(summary.createdCount()).isZero();
                assertThat(summary.changedCount()).isZero();
                assertThat(summary.refused()).isZero();
            });
        }
        assertThat(number("select count(*) from opportunity")).isEqualTo(8_800);
        assertThat(number("select count(*) from stage_change")).isEqualTo(8_800 + 4_238 + 2_473);
    }

    private void undoneInReverseNothingIsLeft(List<Long> moved) {
        for (int last = moved.size() - 1; last >= 0; last--) {
            assertThat(moveIn.undo(admin, moved.get(last)).state()).isEqualTo(ImportState.UNDONE);
        }
        for (String table :
                List.of("opportunity", "customer", "product", "team", "stage", "pipeline", "stage_change")) {
            assertThat(number("select count(*) from " + table)).as(table).isZero();
        }
        assertThat(number("select count(*) from person")).isEqualTo(peopleBefore);
    }

    private List<Long> asTheTrialSaid() {
        List<Long> moved = new ArrayList<>();
        for (List<String> file : FILES) {
            long id = moveIn.ready(admin, moveIn.upload(admin, file.get(0), file.get(1)));
            ImportSummary said = imports.find(admin, id).summary();
            assertThat(said).as(file.get(1)).isNotNull();
            assertThat(moveIn.finish(admin, id).summary()).as(file.get(1)).isEqualTo(said);
            moved.add(id);
        }
        assertThat(number("select count(*) from pipeline")).isEqualTo(1);
        return moved;
    }
}
