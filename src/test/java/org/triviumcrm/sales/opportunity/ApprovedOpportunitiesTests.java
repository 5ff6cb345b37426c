package org.triviumcrm.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.approval.dossier.Decide;
import org.triviumcrm.approval.dossier.DecisionService;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleFlows;

/** Opportunities that need an approval: what is asked, what is locked, what is done in the end, and what makes it void. */
@CommittingTest
class ApprovedOpportunitiesTests {

    private static final Decide YES = new Decide(true, "Go");
    private static final Decide NO = new Decide(false, "No");
    private static final ConditionGroup ABOVE =
            ConditionGroup.all(new Condition("amount", Comparison.MORE_THAN, "500000"));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @Autowired
    OpportunityService opportunities;

    @Autowired
    OpportunityMoveService moves;

    @Autowired
    OpportunityLifeService life;

    @Autowired
    OpportunityArchiveService archive;

    @Autowired
    ApprovalGate gate;

    @Autowired
    DecisionService decisions;

    @Autowired
    SampleFlows flows;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    private Viewer seller;
    private Viewer boss;

    @BeforeEach
    void company() {
        long team = accounts.team("West", null);
        seller = accounts.representative(team);
        boss = accounts.manager(team);
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
    }

    @Test
    void isWonOnceItIsApproved() {
        flows.active("WIN", null, ABOVE, SampleFlows.anyOf(boss));
        long id = open("100");
        ApprovalNeeded needed = needed(() -> moves.win(seller, id, win("600000")));
        assertThat(state(id)).isEqualTo("OPEN");
        submit(needed);

        assertThat(database.sql("select snapshot::text from approval_case")
                        .query(String.class)
                        .single())
                .contains("\"600000 USD\"")
                .contains("\"100 USD\"");
        assertThatThrownBy(() -> moves.win(seller, id, win("1"))).isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> moves.move(seller, id, new MoveOpportunity(stage("Proposal"))))
                .isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> opportunities.update(seller, id, edited(id, "1")))
                .isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> opportunities.delete(boss, id)).isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> opportunities.transfer(boss, id, new TransferOpportunity(boss.personId())))
                .isInstanceOf(UnderApproval.class);

        decisions.decide(boss, flows.task(boss), YES);
        assertThat(database.sql(
                                "select state || ' ' || amount || ' ' || closed_on || ' ' || coalesce(approval_case_id, 0)"
                                        + " from opportunity where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("WON 600000.00 2026-03-05 0");
        assertThat(database.sql(
                                "select by_person_id from stage_change where opportunity_id = ? order by id desc limit 1")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(seller.personId());
        assertThat(released("used_at is not null")).isOne();
    }

    @Test
    void staysWhatItIsWhenItIsRejected() {
        flows.active("WIN", null, ABOVE, SampleFlows.anyOf(boss));
        long id = open("100");
        submit(needed(() -> moves.win(seller, id, win("600000"))));
        decisions.decide(boss, flows.task(boss), NO);
        assertThat(state(id)).isEqualTo("OPEN");
        needed(() -> moves.win(seller, id, win("600000")));
        moves.win(seller, id, win("500000"));
        assertThat(state(id)).isEqualTo("WON");
    }

    @Test
    void anAmountRaisedAfterWinningIsWonAnew() {
        flows.active("WIN", null, ABOVE, SampleFlows.anyOf(boss));
        long id = open("100");
        moves.win(seller, id, win("400000"));
        ApprovalNeeded needed = needed(() -> opportunities.update(seller, id, edited(id, "900000")));
        submit(needed);
        assertThat(amount(id)).isEqualByComparingTo("400000");
        // the team is free to change meanwhile, which counts the version up
        database.sql("update opportunity set team_id = null, version = version + 1")
                .update();
        decisions.decide(boss, flows.task(boss), YES);
        assertThat(amount(id)).isEqualByComparingTo("900000");
        assertThat(state(id)).isEqualTo("WON");
    }

    @Test
    void whatIsWonIsLookedAtAndCountedByTheRateOfItsDay() {
        database.sql("insert into currency_rate (currency, valid_from, rate) values ('EUR', date '2020-01-01', 1),"
                        + " ('EUR', date '2020-06-01', 10)")
                .update();
        flows.active("WIN", null, ABOVE, SampleFlows.anyOf(boss));
        long id = open("100");
        opportunities.update(seller, id, edited(id, "100", "EUR"));
        moves.win(seller, id, new WinOpportunity(new BigDecimal("100"), LocalDate.of(2020, 5, 5), "Signed"));
        opportunities.update(seller, id, edited(id, "100000", "EUR"));
        assertThat(base(id)).as("a million by the rate of today").isEqualByComparingTo("100000");
        needed(() -> opportunities.update(seller, id, edited(id, "500000.01", "EUR")));

        database.sql("update currency_rate set rate = 3").update();
        opportunities.update(seller, id, edited(id, "100000.0", "EUR"));
        assertThat(base(id)).as("the same amount is not converted again").isEqualByComparingTo("100000");
        opportunities.update(seller, id, edited(id, "100001", "EUR"));
        assertThat(base(id)).isEqualByComparingTo("300003");
    }

    @Test
    void whatOpensAgainWithAnotherAmountCountsByTheRateOfToday() {
        database.sql("insert into currency_rate (currency, valid_from, rate) values ('EUR', date '2020-01-01', 1),"
                        + " ('EUR', date '2020-06-01', 10)")
                .update();
        database.sql("insert into stage_field (stage_id, field) values (?, 'AMOUNT')")
                .param(stage("Negotiation"))
                .update();
        long id = open("100");
        moves.lose(seller, id, new LoseOpportunity(reason(), null, LocalDate.of(2020, 5, 5), "Too dear", null));
        moves.reopen(
                seller,
                id,
                new MoveOpportunity(
                        stage("Negotiation"),
                        null,
                        new BigDecimal("5"),
                        "EUR",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        assertThat(base(id)).isEqualByComparingTo("50");
    }

    @Test
    void whatWasApprovedForAStageIsAskedAgainWhenItHasChanged() {
        flows.active("MOVE", stage("Proposal"), ABOVE, SampleFlows.anyOf(boss));
        long id = open("600000");
        submit(needed(() -> moves.move(seller, id, new MoveOpportunity(stage("Proposal")))));
        decisions.decide(boss, flows.task(boss), YES);
        assertThat(stageOf(id)).isEqualTo("Proposal");

        opportunities.update(seller, id, edited(id, "700000"));
        assertThat(released("void_cause = 'approval.field.opportunity.amount'")).isOne();
        ApprovalNeeded again = needed(() -> moves.win(seller, id, win("700000")));
        assertThat(Objects.requireNonNull(again.action()).kind()).isEqualTo("STAY");
        submit(again);
        decisions.decide(boss, flows.task(boss), YES);
        assertThat(stageOf(id)).isEqualTo("Proposal");
        moves.win(seller, id, win("700000"));
        assertThat(state(id)).isEqualTo("WON");
    }

    @Test
    void nobodyGoesRoundAStageByEnteringItSmall() {
        flows.active("MOVE", stage("Proposal"), ABOVE, SampleFlows.anyOf(boss));
        long id = open("100");
        moves.move(seller, id, new MoveOpportunity(stage("Proposal")));
        opportunities.update(seller, id, edited(id, "700000"));
        needed(() -> moves.win(seller, id, win("700000")));
        needed(() -> moves.move(seller, id, new MoveOpportunity(stage("Negotiation"))));
    }

    @Test
    void whatLiesInATerritoryOrBelowNeedsAnApproval() {
        database.sql("""
                insert into territory (id, name, parent_id, created_at, updated_at)
                values (1, 'China', null, now(), now()), (2, 'East', 1, now(), now()), (3, 'France', null, now(), now())""").update();
        ConditionGroup inChina = ConditionGroup.all(new Condition("territory", Comparison.AT_OR_BELOW, "1"));
        flows.active("WIN", null, inChina, SampleFlows.anyOf(boss));
        long id = open("100");
        database.sql("update opportunity set territory_id = 2").update();
        submit(needed(() -> moves.win(seller, id, win("100"))));
        decisions.decide(boss, flows.task(boss), YES);
        assertThat(state(id)).isEqualTo("WON");
        long abroad = open("100");
        database.sql("update opportunity set territory_id = 3 where id = ?")
                .param(abroad)
                .update();
        moves.win(seller, abroad, win("100"));
        assertThat(state(abroad)).isEqualTo("WON");
    }

    @Test
    void beginsInNoStageThatNeedsAnApproval() {
        flows.active("MOVE", null, ABOVE, SampleFlows.anyOf(boss));
        open("900000");
        assertThatThrownBy(() -> opportunities.create(seller, created("900000", stage("Proposal"))))
                .isInstanceOf(ApprovalNeeded.class);
        opportunities.create(seller, created("1", stage("Proposal")));
    }

    @Test
    void aReopenedOneIsAskedForTheStageItComesInto() {
        flows.active("REACTIVATE", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        flows.active("MOVE", stage("Negotiation"), ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        long id = open("100");
        moves.lose(seller, id, new LoseOpportunity(reason(), null, DAY, "Too dear", null));
        submit(needed(() -> moves.reopen(seller, id, new MoveOpportunity(stage("Negotiation")))));
        decisions.decide(boss, flows.task(boss), YES);
        assertThat(stageOf(id)).isEqualTo("Negotiation");
        needed(() -> moves.win(seller, id, win("100")));
    }

    @Test
    void isArchivedOnceItIsApproved() {
        flows.active("ARCHIVE", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        Viewer administrator = accounts.administrator();
        long id = open("100");
        moves.lose(seller, id, new LoseOpportunity(reason(), null, DAY, "Too dear", null));
        life.close(seller, id, new CloseOpportunity("Done", "All was said", null));
        ApprovalNeeded needed = needed(() -> archive.archive(administrator, id));
        gate.submit(
                administrator,
                new Submission(needed.proposal(), Objects.requireNonNull(needed.action()), "Put it away", Map.of()));
        assertThat(finish(id)).isEqualTo("CLOSED");
        assertThat(database.sql("select snapshot::text from approval_case")
                        .query(String.class)
                        .single())
                .contains("sales.finish.CLOSED", "sales.finish.ARCHIVED");
        decisions.decide(boss, flows.task(boss), YES);
        assertThat(finish(id)).isEqualTo("ARCHIVED");
    }

    private String finish(long id) {
        return database.sql("select finish from opportunity where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void aReasonThatDemandsACompetitorDoesSoBeforeAnApprovalAndWhenItIsGiven() {
        flows.active("LOSE", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        database.sql("insert into competitor (id, name, active, created_at, updated_at)"
                        + " values (900001, 'Globex', true, now(), now())")
                .update();
        long id = open("100");
        LoseOpportunity toNobody = new LoseOpportunity(reason(), null, DAY, "Too dear", null);
        demand(true);
        assertThatThrownBy(() -> moves.lose(seller, id, toNobody)).isInstanceOf(CompetitorAsked.class);

        demand(false);
        submit(needed(() -> moves.lose(seller, id, toNobody)));
        demand(true);
        decisions.decide(boss, flows.task(boss), YES);
        assertThat(database.sql("select state || ' ' || failure from approval_case")
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED sales.opportunity.error.competitorMissing");
        assertThat(state(id)).isEqualTo("OPEN");

        submit(needed(() -> moves.lose(seller, id, new LoseOpportunity(reason(), 900001L, DAY, "Too dear", null))));
        decisions.decide(boss, flows.task(boss), YES);
        assertThat(state(id)).isEqualTo("LOST");
    }

    private void demand(boolean competitor) {
        database.sql("update lost_reason set needs_competitor = ?")
                .param(competitor)
                .update();
    }

    @Test
    void anEditAfterwardsMakesWhatWasNotUsedVoid() {
        flows.active("WIN", null, ABOVE, SampleFlows.anyOf(boss));
        long id = open("100");
        ApprovalNeeded needed = needed(() -> moves.win(seller, id, win("600000")));
        database.sql("update opportunity set version = version + 1, amount = 5").update();
        assertThatThrownBy(() -> submit(needed))
                .as("changed between asking and submitting")
                .hasMessageContaining("opportunity");
    }

    private ApprovalNeeded needed(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        return Objects.requireNonNull(catchThrowableOfType(ApprovalNeeded.class, action));
    }

    private void submit(ApprovalNeeded needed) {
        gate.submit(
                seller, new Submission(needed.proposal(), Objects.requireNonNull(needed.action()), "Please", Map.of()));
    }

    private long open(String amount) {
        return opportunities.create(seller, created(amount, stage("Prospecting")));
    }

    private CreateOpportunity created(String amount, long stage) {
        return new CreateOpportunity(
                "Deal",
                null,
                null,
                null,
                null,
                new BigDecimal(amount),
                "USD",
                null,
                null,
                null,
                null,
                stage,
                null,
                Map.of());
    }

    private UpdateOpportunity edited(long id, String amount) {
        return edited(id, amount, "USD");
    }

    private UpdateOpportunity edited(long id, String amount, String currency) {
        UpdateOpportunity now = opportunities.page(seller, id).toUpdate();
        return new UpdateOpportunity(
                now.name(),
                null,
                null,
                null,
                null,
                new BigDecimal(amount),
                currency,
                now.probability(),
                null,
                null,
                null,
                now.version(),
                Map.of());
    }

    private static WinOpportunity win(String amount) {
        return new WinOpportunity(new BigDecimal(amount), DAY, "Signed");
    }

    private long stage(String name) {
        return database.sql("select id from stage where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private long reason() {
        return database.sql("select min(id) from lost_reason").query(Long.class).single();
    }

    private String stageOf(long id) {
        return database.sql("select s.name from opportunity o join stage s on s.id = o.stage_id where o.id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private String state(long id) {
        return database.sql("select state from opportunity where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private BigDecimal amount(long id) {
        return database.sql("select amount from opportunity where id = ?")
                .param(id)
                .query(BigDecimal.class)
                .single();
    }

    private BigDecimal base(long id) {
        return database.sql("select base_amount from opportunity where id = ?")
                .param(id)
                .query(BigDecimal.class)
                .single();
    }

    private long released(String condition) {
        return database.sql("select count(*) from approval_release where " + condition)
                .query(Long.class)
                .single();
    }
}
