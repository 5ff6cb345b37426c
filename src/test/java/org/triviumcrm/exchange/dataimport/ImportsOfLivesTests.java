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

/** A file changes no life that has ended, wakes nothing that sleeps, and what it decides stands in the history of states. */
@IntegrationTest
class ImportsOfLivesTests {

    private static final String HEAD = "opportunity_id,sales_agent,deal_stage,close_value\n";

    @Autowired
    MoveIn moveIn;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private Viewer admin;

    @BeforeEach
    void fourDeals() {
        admin = accounts.administrator();
        StringBuilder file = new StringBuilder(HEAD);
        for (String row : new String[] {"A1,%s,Open,10", "A2,%s,Open,10", "A3,%s,Won,10", "A4,%s,Lost,10"}) {
            file.append(row.formatted(admin.name())).append('\n');
        }
        moveIn.text(admin, "opportunity", file.toString());
        jdbc.sql(
                        "update opportunity set state = 'SUSPENDED', suspended_until = date '2090-01-01' where reference = 'A2'")
                .update();
        jdbc.sql("update opportunity set finish = 'CLOSED' where reference = 'A3'")
                .update();
        jdbc.sql("update opportunity set state = 'TERMINATED' where reference = 'A4'")
                .update();
    }

    @Test
    void refusesWhatTheLifeDoesNotAllow() {
        DataImport second = moveIn.text(
                admin,
                "opportunity",
                HEAD + "A1,%1$s,Won,20\nA2,%1$s,Won,20\nA3,%1$s,Won,20\nA4,%1$s,Open,20\n".formatted(admin.name()));
        assertThat(deals())
                .containsExactly(
                        "A1 WON NONE 20.00",
                        "A2 SUSPENDED NONE 10.00",
                        "A3 WON CLOSED 10.00",
                        "A4 TERMINATED NONE 10.00");
        assertThat(turns()).containsExactly("A1 OPEN WON");

        moveIn.undo(admin, second.id());
        assertThat(deals().get(0)).isEqualTo("A1 OPEN NONE 10.00");
        assertThat(turns()).isEmpty();
    }

    @Test
    void aSuspendedOneStaysSoWhereItsStageDoes() {
        moveIn.text(admin, "opportunity", HEAD + "A2,%s,Open,30\n".formatted(admin.name()));
        assertThat(deals().get(1)).isEqualTo("A2 SUSPENDED NONE 30.00");
    }

    private List<String> deals() {
        return jdbc.sql(
                        "select reference || ' ' || state || ' ' || finish || ' ' || amount from opportunity order by 1")
                .query(String.class)
                .list();
    }

    private List<String> turns() {
        return jdbc.sql("select o.reference || ' ' || c.from_state || ' ' || c.to_state from state_change c"
                        + " join opportunity o on o.id = c.opportunity_id order by 1")
                .query(String.class)
                .list();
    }
}
