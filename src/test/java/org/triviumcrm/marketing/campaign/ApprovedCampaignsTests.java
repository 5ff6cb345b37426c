package org.triviumcrm.marketing.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.approval.dossier.Decide;
import org.triviumcrm.approval.dossier.DecisionService;
import org.triviumcrm.approval.dossier.SubmitterService;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.IllegalStep;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleFlows;

/** A campaign from its plan to its end, with and without flows that ask for an approval. */
@CommittingTest
class ApprovedCampaignsTests {

    private static final Decide YES = new Decide(true, "Go");
    private static final Decide NO = new Decide(false, "Too dear");
    private static final ConditionGroup DEAR =
            ConditionGroup.all(new Condition("budget", Comparison.MORE_THAN, "5000"));

    @Autowired
    MockMvc mvc;

    @Autowired
    CampaignService campaigns;

    @Autowired
    CampaignBudgetService budgets;

    @Autowired
    CampaignLifeService life;

    @Autowired
    ApprovalGate gate;

    @Autowired
    DecisionService decisions;

    @Autowired
    SubmitterService submitters;

    @Autowired
    SampleFlows flows;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    private Viewer marketer;
    private Viewer boss;
    private CampaignSample sample;

    @BeforeEach
    void company() {
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        marketer = accounts.marketingManager();
        boss = accounts.manager(accounts.team("West", null));
        sample = new CampaignSample(database, marketer);
    }

    @Test
    void withoutAFlowThePlanCountsAtOnce() {
        long id = planned("4000");
        assertThatThrownBy(() -> life.start(marketer, id))
                .isInstanceOf(IllegalStep.class)
                .hasMessage("marketing.campaign.error.START.PLANNED");
        life.submit(marketer, id);
        life.start(marketer, id);
        life.complete(marketer, id);
        life.resume(marketer, id, new ResumeCampaign("One more week"));
        life.cancel(marketer, id, new CancelCampaign("Nobody comes"));
        assertThat(sample.life(id))
                .isEqualTo("PLANNED > APPROVED, APPROVED > RUNNING, RUNNING > COMPLETED, COMPLETED > RUNNING,"
                        + " RUNNING > CANCELLED");
        assertThat(campaigns.life(marketer, id).get(4).reason()).isEqualTo("marketing.campaign.change.noFlow");
        assertThat(campaigns.life(marketer, id).get(0).reason()).isEqualTo("Nobody comes");
    }

    private long over(String budget) {
        long id = planned(budget);
        life.submit(marketer, id);
        life.start(marketer, id);
        life.complete(marketer, id);
        return id;
    }

    private void cameFromAFile(long id) {
        database.sql("""
                        update campaign_state_change set from_state = 'PLANNED', reason = 'marketing.campaign.change.imported'
                        where campaign_id = ? and to_state = 'COMPLETED'""").param(id).update();
    }

    /** It was approved nowhere, whatever flows there were when it began; once it is, it is taken up again as often as one likes. */
    @Test
    void whatCameFromAFileRunsAgainOnlyOnceItIsApproved() {
        long id = over("4000");
        cameFromAFile(id);
        flows.active("campaign", "PLAN", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        database.sql("update approval_flow_version set activated_at = now()").update();

        ApprovalNeeded needed = needed(() -> life.resume(marketer, id, new ResumeCampaign("One more week")));
        assertThat(sample.state(id)).isEqualTo("COMPLETED");
        submit(needed);
        assertThat(sample.state(id)).isEqualTo("COMPLETED");
        assertThatThrownBy(() -> life.resume(marketer, id, new ResumeCampaign("Now")))
                .isInstanceOf(UnderApproval.class);
        decisions.decide(boss, flows.task(boss), YES);
        assertThat(sample.state(id)).isEqualTo("RUNNING");
        assertThat(campaigns.life(marketer, id).get(0).reason()).isEqualTo("One more week");

        life.complete(marketer, id);
        life.resume(marketer, id, new ResumeCampaign("And another"));
        assertThat(sample.state(id)).isEqualTo("RUNNING");
    }

    /** It may have no budget: to a flow that asks about money it is what was spent. */
    @Test
    void whatCameFromAFileAndHasCostMuchIsAskedAboutWhenItIsToRunAgain() {
        long id = over("400");
        cameFromAFile(id);
        flows.active("campaign", "PLAN", null, DEAR, SampleFlows.anyOf(boss));
        database.sql("update campaign set base_cost = 6000 where id = ?")
                .param(id)
                .update();
        assertThat(needed(() -> life.resume(marketer, id, new ResumeCampaign("One more week")))
                        .proposal()
                        .after()
                        .values())
                .containsEntry("budget", new BigDecimal("6E+3"));
    }

    /** What it was is mended as long as it is over; what it was to bring is not, and neither is what was approved here. */
    @Test
    void whatCameFromAFileIsDescribedBetterAndNothingElse() {
        long id = over("4000");
        life.resume(marketer, id, new ResumeCampaign("marketing.campaign.change.imported"));
        life.complete(marketer, id);
        SaveCampaign now = campaigns.page(marketer, id).toInput();
        assertThatThrownBy(() -> campaigns.update(marketer, id, described(now, "West", now.startOn())))
                .isInstanceOf(IllegalStep.class)
                .hasMessage("marketing.campaign.error.REVISE.COMPLETED");
        cameFromAFile(id);

        campaigns.update(marketer, id, described(now, "West", now.startOn()));
        CampaignPage then = campaigns.page(marketer, id);
        assertThat(then.region()).isEqualTo("West");
        assertThat(then.state().name()).isEqualTo("COMPLETED");
        assertThatThrownBy(() -> campaigns.update(
                        marketer,
                        id,
                        described(then.toInput(), "West", now.startOn().minusDays(1))))
                .isInstanceOf(IllegalStep.class)
                .hasMessage("marketing.campaign.error.mendOnly");
        assertThatThrownBy(() -> budgets.spend(marketer, id, sample.budget(sample.version(id), "1")))
                .isInstanceOf(IllegalStep.class);
    }

    private static SaveCampaign described(SaveCampaign now, String region, java.time.LocalDate start) {
        return new SaveCampaign(
                now.name(),
                now.methodId(),
                region,
                now.parentId(),
                now.planId(),
                start,
                now.endOn(),
                now.goal(),
                now.note(),
                now.expectedParticipants(),
                now.expectedOpportunities(),
                now.expectedRevenue(),
                now.currency(),
                now.productIds(),
                now.ownerId(),
                now.custom(),
                now.version());
    }

    /** What was decided here, without a flow then, is not asked about by one that was switched on since. */
    @Test
    void whatPassedHereRunsAgainAsItWasApproved() {
        long id = planned("4000");
        life.submit(marketer, id);
        life.start(marketer, id);
        life.complete(marketer, id);
        flows.active("campaign", "PLAN", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        database.sql("update approval_flow_version set activated_at = now()").update();
        life.resume(marketer, id, new ResumeCampaign("One more week"));
        assertThat(sample.state(id)).isEqualTo("RUNNING");
    }

    @Test
    void nothingStartsThatWasNotApproved() {
        flows.active("campaign", "PLAN", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        long id = planned("4000");
        ApprovalNeeded needed = needed(() -> life.submit(marketer, id));
        assertThat(sample.state(id)).isEqualTo("PLANNED");
        submit(needed);
        assertThat(sample.state(id)).isEqualTo("SUBMITTED");

        assertThatThrownBy(() -> life.start(marketer, id)).isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> life.cancel(marketer, id, new CancelCampaign("No")))
                .isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> campaigns.update(marketer, id, sample.input("Other", "1", sample.version(id))))
                .isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> budgets.spend(marketer, id, sample.budget(sample.version(id), "1")))
                .isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> campaigns.delete(marketer, id)).isInstanceOf(RuntimeException.class);

        decisions.decide(boss, flows.task(boss), YES);
        assertThat(sample.state(id)).isEqualTo("APPROVED");
        life.start(marketer, id);
        assertThat(sample.life(id)).isEqualTo("PLANNED > SUBMITTED, SUBMITTED > APPROVED, APPROVED > RUNNING");
        assertThat(campaigns.life(marketer, id)).extracting(CampaignChange::by).containsOnly(marketer.name());
        assertThat(database.sql("select snapshot::text from approval_case")
                        .query(String.class)
                        .single())
                .contains("\"4000 USD\"")
                .contains("Venue 4000")
                .contains("marketing.state.APPROVED");
    }

    @Test
    void aFlowAsksForTheFieldsThatAdministratorsHaveAdded() throws Exception {
        for (String name : List.of("Risk", "Colour")) {
            mvc.perform(post("/administration/fields")
                            .param("noun", "campaign")
                            .param("kind", name.equals("Risk") ? "NUMBER" : "TEXT")
                            .param("name", name)
                            .param("active", "true")
                            .param("position", "1")
                            .with(signedIn(accounts.administrator()))
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());
        }
        flows.active(
                "campaign",
                "PLAN",
                null,
                ConditionGroup.all(new Condition("customRisk", Comparison.MORE_THAN, "2")),
                SampleFlows.anyOf(boss));
        long risky = planned("4000");
        say(risky, Map.of("risk", "3"));
        submit(needed(() -> life.submit(marketer, risky)));
        decisions.decide(boss, flows.task(boss), YES);
        assertThat(sample.state(risky)).isEqualTo("APPROVED");

        long safe = planned("4000");
        say(safe, Map.of("risk", "2"));
        life.submit(marketer, safe);
        assertThat(sample.state(safe)).isEqualTo("APPROVED");
        say(safe, Map.of("colour", "Red"));
        say(safe, Map.of("risk", "1"));
        needed(() -> say(safe, Map.of("risk", "4")));
        assertThat(sample.read("select custom ->> 'risk' from campaign where id = :id", safe))
                .isEqualTo("1");
        say(risky, Map.of("colour", "Blue"));
        needed(() -> say(risky, Map.of("risk", "5")));
    }

    private void say(long id, Map<String, String> values) {
        SaveCampaign now = sample.input("Spring fair", "90000", sample.version(id));
        campaigns.update(
                marketer,
                id,
                new SaveCampaign(
                        now.name(),
                        now.methodId(),
                        now.region(),
                        null,
                        null,
                        now.startOn(),
                        now.endOn(),
                        now.goal(),
                        null,
                        now.expectedParticipants(),
                        now.expectedOpportunities(),
                        now.expectedRevenue(),
                        now.currency(),
                        now.productIds(),
                        now.ownerId(),
                        values,
                        now.version()));
    }

    @Test
    void whatIsRejectedRecalledOrReturnedIsPlannedAgain() {
        flows.active("campaign", "PLAN", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        long id = planned("4000");
        submit(needed(() -> life.submit(marketer, id)));
        decisions.decide(boss, flows.task(boss), NO);
        assertThat(sample.state(id)).isEqualTo("PLANNED");
        assertThat(campaigns.life(marketer, id).get(0).reason()).isEqualTo("marketing.campaign.change.notApproved");

        submit(needed(() -> life.submit(marketer, id)));
        submitters.recall(marketer, openCase());
        assertThat(sample.state(id)).isEqualTo("PLANNED");
        budgets.spend(marketer, id, sample.budget(sample.version(id), "300"));
        assertThat(sample.read("select budget from campaign where id = :id", id))
                .isEqualTo("300.00");
    }

    @Test
    void anotherPlanNeedsAnotherApproval() {
        flows.active("campaign", "PLAN", null, DEAR, SampleFlows.anyOf(boss));
        long id = planned("4000");
        life.submit(marketer, id);
        assertThat(sample.state(id)).isEqualTo("APPROVED");

        budgets.spend(marketer, id, sample.budget(sample.version(id), "4500"));
        SaveBudget dear = sample.budget(sample.version(id), "5000", "1000.50");
        ApprovalNeeded needed = needed(() -> budgets.spend(marketer, id, dear));
        assertThat(sample.read("select budget from campaign where id = :id", id))
                .isEqualTo("4500.00");
        submit(needed);
        assertThat(sample.state(id)).as("it stays approved as it was").isEqualTo("APPROVED");
        assertThatThrownBy(() -> life.start(marketer, id)).isInstanceOf(UnderApproval.class);
        decisions.decide(boss, flows.task(boss), YES);
        assertThat(sample.read("select budget || ' ' || state from campaign where id = :id", id))
                .isEqualTo("6000.50 APPROVED");
        life.start(marketer, id);
        assertThat(sample.state(id)).isEqualTo("RUNNING");

        campaigns.update(marketer, id, sample.input("Another name", "90000", sample.version(id)));
        SaveCampaign bolder = sample.input("Another name", "95000", sample.version(id));
        needed(() -> campaigns.update(marketer, id, bolder));
        assertThat(sample.read("select name || ' ' || expected_revenue from campaign where id = :id", id))
                .isEqualTo("Another name 90000.00");
    }

    @Test
    void anotherRateIsNotAnotherPlan() {
        database.sql("insert into currency_rate (currency, valid_from, rate) values ('EUR', date '2020-01-01', 2)")
                .update();
        flows.active("campaign", "PLAN", null, DEAR, SampleFlows.anyOf(boss));
        long id = campaigns.create(marketer, sample.input("Spring fair", "90000", "EUR", 0));
        budgets.spend(marketer, id, sample.budget(sample.version(id), "4000"));
        submit(needed(() -> life.submit(marketer, id)));
        decisions.decide(boss, flows.task(boss), YES);
        database.sql("update currency_rate set rate = 3").update();

        campaigns.update(marketer, id, sample.input("Another name", "90000", "EUR", sample.version(id)));
        budgets.spend(marketer, id, sample.budget(sample.version(id), "4000"));
        assertThat(sample.read(
                        "select name || ' ' || base_budget || ' ' || base_expected_revenue from campaign where id = :id",
                        id))
                .isEqualTo("Another name 8000.00 180000.00");
        needed(() -> budgets.spend(marketer, id, sample.budget(sample.version(id), "4000.01")));
    }

    @Test
    void flowsThatAreSwitchedOnLaterDoNotAskForWhatWasBefore() {
        long id = planned("9000");
        life.submit(marketer, id);
        flows.active("campaign", "PLAN", null, DEAR, SampleFlows.anyOf(boss));
        database.sql("update approval_flow_version set activated_at = now() + interval '1 second'")
                .update();
        life.start(marketer, id);
        assertThat(sample.state(id)).isEqualTo("RUNNING");
    }

    @Test
    void whatIsTakenUpAgainAfterItWasCancelledIsPlannedAndApprovedAnew() {
        flows.active("campaign", "PLAN", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        long id = planned("4000");
        submit(needed(() -> life.submit(marketer, id)));
        decisions.decide(boss, flows.task(boss), YES);
        life.cancel(marketer, id, new CancelCampaign("No money"));
        life.resume(marketer, id, new ResumeCampaign("Money again"));
        assertThat(sample.state(id)).isEqualTo("PLANNED");
        needed(() -> life.submit(marketer, id));
    }

    @Test
    void cancellingWhatWasApprovedCanNeedAnApproval() {
        flows.active("campaign", "CANCEL", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        long never = planned("10");
        life.cancel(marketer, never, new CancelCampaign("No"));
        assertThat(sample.state(never)).isEqualTo("CANCELLED");

        long id = planned("10");
        life.submit(marketer, id);
        submit(needed(() -> life.cancel(marketer, id, new CancelCampaign("No money"))));
        assertThat(sample.state(id)).isEqualTo("APPROVED");
        decisions.decide(boss, flows.task(boss), YES);
        assertThat(sample.state(id)).isEqualTo("CANCELLED");
        assertThat(campaigns.life(marketer, id).get(0).reason()).isEqualTo("No money");
    }

    private long planned(String budget) {
        long id = campaigns.create(marketer, sample.input("Spring fair", "90000", 0));
        budgets.spend(marketer, id, sample.budget(sample.version(id), budget));
        return id;
    }

    private long openCase() {
        return database.sql("select id from approval_case where state = 'RUNNING'")
                .query(Long.class)
                .single();
    }

    private ApprovalNeeded needed(ThrowingCallable action) {
        return Objects.requireNonNull(catchThrowableOfType(ApprovalNeeded.class, action));
    }

    private void submit(ApprovalNeeded needed) {
        gate.submit(
                marketer,
                new Submission(needed.proposal(), Objects.requireNonNull(needed.action()), "Please", Map.of()));
    }
}
