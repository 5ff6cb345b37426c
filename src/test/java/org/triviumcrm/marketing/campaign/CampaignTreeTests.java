package org.triviumcrm.marketing.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.dossier.Decide;
import org.triviumcrm.approval.dossier.DecisionService;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.IllegalStep;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleFlows;

/** Campaigns stay a tree, whatever is saved, approved or written at the same time. */
@CommittingTest
class CampaignTreeTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    CampaignService campaigns;

    @Autowired
    CampaignLifeService life;

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

    private Viewer marketer;
    private Viewer boss;
    private CampaignSample sample;
    private long fair;
    private long stand;

    @BeforeEach
    void two() {
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        marketer = accounts.marketingManager();
        boss = accounts.manager(accounts.team("West", null));
        sample = new CampaignSample(database, marketer);
        fair = campaigns.create(marketer, sample.input("Fair", "90000", 0));
        stand = campaigns.create(marketer, sample.input("Stand", "90000", 0));
    }

    @Test
    void noCampaignBecomesAPartOfItself() throws Exception {
        put(stand, fair);
        for (long below : List.of(fair, stand)) {
            assertThatThrownBy(() -> put(fair, below))
                    .isInstanceOf(IllegalStep.class)
                    .hasMessage("marketing.campaign.error.parent")
                    .hasFieldOrPropertyWithValue("field", "parentId");
        }
        mvc.perform(post("/marketing/campaigns/{id}/fields/parentId", fair)
                        .param("parentId", String.valueOf(stand))
                        .param("version", String.valueOf(sample.version(fair)))
                        .with(signedIn(marketer))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("A campaign can not be a part of itself.")));
        assertThat(circles()).isZero();
    }

    /** What waits was typed before the other campaign was put below it. */
    @Test
    void anApprovalClosesNoCircle() {
        life.submit(marketer, fair);
        flows.active("campaign", "PLAN", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        SaveCampaign bolder = below(sample.input("Fair", "95000", sample.version(fair)), stand);
        ApprovalNeeded needed = Objects.requireNonNull(
                catchThrowableOfType(ApprovalNeeded.class, () -> campaigns.update(marketer, fair, bolder)));
        gate.submit(
                marketer,
                new Submission(needed.proposal(), Objects.requireNonNull(needed.action()), "Please", Map.of()));
        put(stand, fair);

        decisions.decide(boss, flows.task(boss), new Decide(true, "Go"));
        assertThat(database.sql("select failure from approval_case")
                        .query(String.class)
                        .single())
                .isEqualTo("marketing.campaign.error.parent");
        assertThat(sample.read("select coalesce(parent_id, 0) from campaign where id = :id", fair))
                .isEqualTo("0");
        assertThat(circles()).isZero();
    }

    @Test
    void twoWhoSaveAtTheSameTimeCloseNoCircle() throws Exception {
        for (int i = 0; i < 10; i++) {
            List<CompletableFuture<@Nullable Throwable>> both = Stream.of(List.of(fair, stand), List.of(stand, fair))
                    .map(move -> CompletableFuture.runAsync(() -> put(move.get(0), move.get(1)))
                            .<@Nullable Throwable>handle((done, refused) -> refused))
                    .toList();
            for (CompletableFuture<@Nullable Throwable> one : both) {
                Throwable refused = one.get(1, TimeUnit.MINUTES);
                assertThat(refused instanceof CompletionException ? refused.getCause() : refused)
                        .satisfiesAnyOf(
                                none -> assertThat(none).isNull(),
                                step -> assertThat(step)
                                        .isInstanceOf(IllegalStep.class)
                                        .hasMessage("marketing.campaign.error.parent"));
            }
            assertThat(circles()).isZero();
            assertThat(database.sql("select count(*) from campaign where parent_id is not null")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            database.sql("update campaign set parent_id = null").update();
        }
    }

    @Test
    void theDatabaseRefusesWhatWritesPastTheService() {
        put(stand, fair);
        assertThatThrownBy(() -> database.sql("update campaign set parent_id = ? where id = ?")
                        .params(stand, fair)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("would lie below itself");
    }

    private void put(long id, long parent) {
        campaigns.update(marketer, id, below(sample.input("One", "90000", sample.version(id)), parent));
    }

    private static SaveCampaign below(SaveCampaign input, long parent) {
        return new SaveCampaign(
                input.name(),
                input.methodId(),
                input.region(),
                parent,
                null,
                input.startOn(),
                input.endOn(),
                input.goal(),
                null,
                input.expectedParticipants(),
                input.expectedOpportunities(),
                input.expectedRevenue(),
                input.currency(),
                input.productIds(),
                input.ownerId(),
                Map.of(),
                input.version());
    }

    private int circles() {
        return database.sql("""
                        with recursive up as (
                            select id as start, parent_id as id from campaign where parent_id is not null
                            union select up.start, c.parent_id from up join campaign c on c.id = up.id where c.parent_id is not null
                        ) select count(*) from up where start = id""").query(Integer.class).single();
    }
}
