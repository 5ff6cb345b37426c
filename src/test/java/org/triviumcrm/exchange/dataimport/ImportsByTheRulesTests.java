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

/** A file moves opportunities as the rules of their pipeline allow, and brings what a stage asks for. */
@IntegrationTest
class ImportsByTheRulesTests {

    private static final String HEAD = "opportunity_id,sales_agent,deal_stage,close_value,next_step\n";

    @Autowired
    MoveIn moveIn;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private Viewer admin;

    @BeforeEach
    void threeDealsInThreeStages() {
        admin = accounts.administrator();
        moveIn.text(admin, "opportunity", rows("A1,%s,Prospecting,10,", "A2,%s,Proposal,10,", "A3,%s,Negotiation,10,"));
    }

    @Test
    void movesOnlyAsThePipelineAllows() {
        jdbc.sql("update pipeline set move_rule = 'FORWARD', rollback = 'WITH_REASON'")
                .update();
        moveIn.text(
                admin,
                "opportunity",
                rows("A1,%s,Negotiation,10,", "A2,%s,Negotiation,10,", "A3,%s,Prospecting,10,", "A4,%s,Proposal,10,"));
        assertThat(stages()).containsExactly("A1 Prospecting", "A2 Negotiation", "A3 Negotiation");
        assertThat(refusals())
                .containsExactly(
                        "exchange.refusal.move.NEXT_ONLY",
                        "exchange.refusal.move.REASON",
                        "exchange.refusal.move.NO_BEGINNING");
    }

    @Test
    void bringsWhatAStageAsksForOrIsRefused() {
        jdbc.sql(
                        "insert into stage_field (stage_id, field) select id, 'NEXT_STEP' from stage where name = 'Negotiation'")
                .update();
        moveIn.text(
                admin,
                "opportunity",
                rows(
                        "A1,%s,Negotiation,10,Sign",
                        "A2,%s,Negotiation,10,",
                        "A3,%s,Negotiation,20,",
                        "A4,%s,Negotiation,10,",
                        "A5,%s,Negotiation,10,Sign"));
        assertThat(stages()).containsExactly("A1 Negotiation", "A2 Proposal", "A3 Negotiation", "A5 Negotiation");
        assertThat(refusals()).containsExactly("exchange.refusal.asked.NEXT_STEP", "exchange.refusal.asked.NEXT_STEP");
    }

    @Test
    void opensAgainOnlyWhereItWasOrMayGoFromThere() {
        moveIn.text(admin, "opportunity", rows("A1,%s,Lost,10,"));
        jdbc.sql("update pipeline set move_rule = 'FORWARD', rollback = 'NONE'").update();
        moveIn.text(admin, "opportunity", rows("A1,%s,Negotiation,10,"));
        assertThat(stages()).contains("A1 Lost");
        moveIn.text(admin, "opportunity", rows("A1,%s,Prospecting,10,"));
        assertThat(stages()).contains("A1 Prospecting");
    }

    /** Behind the last open one, where an administrator can move it on. */
    @Test
    void aNewStageComesBeforeWonAndLost() {
        moveIn.text(admin, "opportunity", rows("A1,%s,Won,10,", "A2,%s,Lost,10,"));
        moveIn.text(admin, "opportunity", rows("A4,%s,Commitment,10,", "A5,%s,Cancelled,10,"));
        assertThat(jdbc.sql("select name from stage order by position, id")
                        .query(String.class)
                        .list())
                .containsExactly("Prospecting", "Proposal", "Negotiation", "Commitment", "Won", "Lost", "Cancelled");
        assertThat(jdbc.sql("select count(distinct position) from stage")
                        .query(Integer.class)
                        .single())
                .isEqualTo(7);
        assertThat(stages()).contains("A4 Commitment", "A5 Cancelled");
    }

    private String rows(String... rows) {
        return HEAD + String.join("\n", rows).replace("%s", admin.name()) + "\n";
    }

    private List<String> stages() {
        return jdbc.sql("select o.reference || ' ' || s.name from opportunity o join stage s on s.id = o.stage_id"
                        + " order by 1")
                .query(String.class)
                .list();
    }

    private List<String> refusals() {
        return jdbc.sql("select message_key from import_refusal order by import_id, line")
                .query(String.class)
                .list();
    }
}
