package org.triviumcrm.approval.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.Requirement;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.engine.DeployedFlows;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** Versions of a flow from draft to retired, and two administrators at once. */
@CommittingTest
@Import({Deals.Registered.class, DeployedFlows.class})
class SwitchingFlowsTests {

    private static final String NEW = "/administration/approvals";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    FlowService flows;

    @Autowired
    FlowActivationService activations;

    @Autowired
    FlowEditorService editors;

    @Autowired
    FlowVersionService versionService;

    @Autowired
    FlowVersionRepository versions;

    @Autowired
    ApprovalGate gate;

    @Autowired
    Deals deals;

    @Autowired
    DeployedFlows deployed;

    @Autowired
    TransactionTemplate transactions;

    private Viewer admin;
    private Viewer other;

    @BeforeEach
    void people() {
        admin = accounts.administrator();
        other = accounts.administrator();
        deals.records.clear();
    }

    @Test
    void casesFinishOnTheVersionTheyBeganWith() throws Exception {
        long id = flow("Large", "500000");
        switchOn(admin, id);
        FlowVersion first = versions.in(id, VersionState.ACTIVE).orElseThrow();
        deals.put(1, "600000", null);
        long running = gate.submit(accounts.representative(null), submission(1));

        flows.begin(admin, id);
        FlowForm draft = form(id);
        draft.getSteps().get(0).setName("Anybody else");
        flows.save(admin, id, draft);
        assertThat(versions.in(id, VersionState.ACTIVE)).contains(first);
        switchOn(admin, id);

        assertThat(versions.of(id))
                .extracting(FlowVersion::number, FlowVersion::state)
                .containsExactly(tuple(2, VersionState.ACTIVE), tuple(1, VersionState.RETIRED));
        assertThat(jdbc.sql("select flow_version_id from approval_case where id = :id")
                        .param("id", running)
                        .query(Long.class)
                        .single())
                .isEqualTo(first.id());
        deals.put(2, "600000", null);
        assertThat(gate.requirement(admin, submission(2).proposal()).map(Requirement::flowVersionId))
                .contains(versions.in(id, VersionState.ACTIVE).orElseThrow().id());

        activations.switchOff(admin, id);
        assertThat(gate.requirement(admin, submission(2).proposal())).isEmpty();
        assertThatThrownBy(() -> flows.delete(admin, id)).isInstanceOf(FlowRefusal.class);
        String page = page(get(NEW + "/" + id));
        assertThat(page).contains("Retired").doesNotContain("Delete the flow");
    }

    @Test
    void whatIsMissingKeepsItOff() throws Exception {
        long id = flow("Large", "");
        FlowVersion draft = versions.in(id, VersionState.DRAFT).orElseThrow();
        MockHttpServletResponse refused = answer(post(NEW + "/" + id + "/activation")
                .param("draft", "" + draft.id())
                .param("version", "" + draft.version())
                .with(csrf()));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("#conditions", "Please say what to compare with");
        assertThat(versions.in(id, VersionState.ACTIVE)).isEmpty();
        assertThat(page(get(NEW + "/" + id + "/draft").param("check", "true")))
                .contains("alert-warning", "text-warning-emphasis");
    }

    @Test
    void theSecondOfTwoWhoTakeANameAtOnceIsToldSo() throws Exception {
        AtomicReference<CompletableFuture<Throwable>> second = new AtomicReference<>();
        transactions.executeWithoutResult(first -> {
            jdbc.sql("insert into approval_flow (id, name, subject_type, trigger_key, position, created_at, updated_at)"
                            + " values (nextval('approval_flow_seq'), 'Large', 'deal', 'WIN', 1, now(), now())")
                    .update();
            second.set(CompletableFuture.supplyAsync(() -> catchThrowable(() -> flow("large", "500000"))));
            waitUntilSomebodyWaits();
        });
        assertThat(second.get().get(30, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        FlowRefusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("approval.flow.error.nameTaken"));
    }

    private void waitUntilSomebodyWaits() {
        for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos(); ; ) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
            if (jdbc.sql("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                            .query(Long.class)
                            .single()
                    > 0) {
                return;
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void theSecondWhoSavesADraftSeesBoth() throws Exception {
        long id = flow("Large", "500000");
        FlowForm mine = form(id);
        FlowForm theirs = form(id);
        theirs.getSteps().get(0).setName("Theirs");
        flows.save(other, id, theirs);
        mine.getSteps().get(0).setName("Mine");
        assertThatThrownBy(() -> flows.save(admin, id, mine))
                .isInstanceOf(ObjectOptimisticLockingFailureException.class);

        MockHttpServletResponse conflict = answer(posted(NEW + "/" + id + "/draft", mine));
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString()).contains("Somebody was faster", other.name(), "Theirs", "Mine");

        FlowVersion now = versions.in(id, VersionState.DRAFT).orElseThrow();
        mine.setVersion(now.version());
        flows.save(admin, id, mine);
        assertThat(form(id).getSteps().get(0).getName()).isEqualTo("Mine");
    }

    @Test
    void whoSavesADraftThatIsOnAlreadyBeginsTheNext() throws Exception {
        long id = flow("Large", "500000");
        FlowForm mine = form(id);
        switchOn(other, id);
        mine.getSteps().get(0).setName("Mine");
        MockHttpServletResponse conflict = answer(posted(NEW + "/" + id + "/draft", mine));
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString()).contains("name=\"version\" value=\"-1\"", "Mine");
        mine.setDraft(null);
        mine.setVersion(-1);
        assertThat(answer(posted(NEW + "/" + id + "/draft", mine)).getStatus()).isEqualTo(302);
        assertThat(versions.of(id))
                .extracting(FlowVersion::state)
                .containsExactly(VersionState.DRAFT, VersionState.ACTIVE);
    }

    @Test
    void oneOfTwoWhoSwitchOnAtTheSameInstantWins() throws Exception {
        long id = flow("Large", "500000");
        FlowVersion draft = versions.in(id, VersionState.DRAFT).orElseThrow();
        CountDownLatch together = new CountDownLatch(1);
        AtomicInteger won = new AtomicInteger();
        AtomicInteger late = new AtomicInteger();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> tries = List.of(admin, other).stream()
                    .<Future<?>>map(viewer -> both.submit(() -> {
                        together.await();
                        try {
                            activations.switchOn(viewer, id, draft.id(), draft.version());
                            won.incrementAndGet();
                        } catch (ObjectOptimisticLockingFailureException e) {
                            late.incrementAndGet();
                        }
                        return null;
                    }))
                    .toList();
            together.countDown();
            for (Future<?> one : tries) {
                one.get();
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(won).hasValue(1);
        assertThat(late).hasValue(1);
        assertThat(versions.of(id)).extracting(FlowVersion::state).containsExactly(VersionState.ACTIVE);

        MockHttpServletResponse overtaken = answer(post(NEW + "/" + id + "/activation")
                .param("draft", "" + draft.id())
                .param("version", "" + draft.version())
                .with(csrf()));
        assertThat(overtaken.getStatus()).isEqualTo(409);
        assertThat(overtaken.getContentAsString()).contains("Somebody was faster", "Version 1 was switched on by");
    }

    @Test
    void draftsComeAndGo() {
        long id = flow("Large", "500000");
        switchOn(admin, id);
        flows.begin(admin, id);
        flows.begin(other, id);
        assertThat(versions.of(id)).hasSize(2);
        assertThat(flows.discard(admin, id)).isTrue();
        assertThat(versions.of(id)).extracting(FlowVersion::state).containsExactly(VersionState.ACTIVE);
        long second = flow("Other", "1");
        assertThat(flows.discard(admin, second)).isFalse();
        activations.switchOff(admin, id);
        flows.delete(admin, id);
        assertThat(jdbc.sql("select count(*) from approval_flow")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void versionsAreComparedStepByStep() throws Exception {
        long id = flow("Large", "500000");
        switchOn(admin, id);
        flows.begin(admin, id);
        FlowForm draft = form(id);
        draft.getWhen().getConditions().get(0).setValue("700,000");
        draft.getSteps().get(0).setLimit("2");
        FlowRows.change(draft, List.of("addStep"), Map.of());
        draft.getSteps().get(1).setName("Finance");
        FlowRows.change(draft, List.of("stepUp steps 1"), Map.of());
        flows.save(admin, id, draft);

        FlowDifference difference =
                versionService.compare(admin, id, null, null).difference();
        assertThat(difference.parts())
                .extracting(FlowDifference.Part::name, FlowDifference.Part::change)
                .containsExactly(
                        tuple(null, FlowDifference.Change.CHANGED),
                        tuple("Finance", FlowDifference.Change.ADDED),
                        tuple("Manager", FlowDifference.Change.CHANGED));
        assertThat(difference.parts().get(2).lines())
                .containsExactly(new FlowDifference.Line(
                        "approval.flow.step.limit", null, "After 2 days their superiors are asked instead"));
        String page = page(get(NEW + "/" + id + "/comparison"));
        assertThat(page).contains("$500,000", "$700,000", "Added", "Finance");
        assertThat(page(get(NEW + "/" + id + "/comparison").param("from", "1").param("to", "1")))
                .contains("Both versions say the same");
    }

    @Test
    void theListSaysWhatHasGoneWrongSinceAFlowWasSwitchedOn() throws Exception {
        long id = flow("Large", "500000");
        flow("Draft", "500000");
        switchOn(admin, id);
        assertThat(page(get(NEW))).doesNotContain("has left");
        jdbc.sql("update person set active = false where id = :id")
                .param("id", other.personId())
                .update();
        assertThat(page(get(NEW))).containsOnlyOnce("Step 1: Somebody who decides has left.");
    }

    @Test
    void theFileSaysWhatTheEngineHas() throws Exception {
        long id = flow("Large ${runtime}", "500000");
        switchOn(admin, id);
        MockHttpServletResponse file = answer(get(NEW + "/" + id + "/versions/1/bpmn"));
        assertThat(file.getContentType()).startsWith("application/xml");
        assertThat(file.getHeader("Content-Disposition"))
                .contains("attachment", "flow-" + id + "-version-1.bpmn20.xml");
        String process = versions.in(id, VersionState.ACTIVE).orElseThrow().processDefinitionId();
        deployed.assertSame(file.getContentAsByteArray(), process);
        assertThat(answer(get(NEW + "/" + id + "/versions/7/bpmn")).getStatus()).isEqualTo(404);
    }

    private Submission submission(long record) {
        return new Submission(
                new Proposal("deal", deals.records.get(record), "WIN", null),
                new ApprovedAction("win", "{}"),
                null,
                Map.of());
    }

    private FlowForm form(long id) {
        FlowForm form = editors.draft(admin, id);
        assertThat(form).isNotNull();
        return form;
    }

    private void switchOn(Viewer viewer, long id) {
        FlowVersion draft = versions.in(id, VersionState.DRAFT).orElseThrow();
        activations.switchOn(viewer, id, draft.id(), draft.version());
    }

    private long flow(String name, String above) {
        FlowForm form = editors.blank(admin, "deal");
        form.setName(name);
        form.getWhen().getConditions().get(0).setValue(above);
        form.getSteps().get(0).setName("Manager");
        form.getSteps().get(0).setKind(ApproverKind.PERSON);
        form.getSteps().get(0).setPeople("" + other.personId());
        return flows.create(admin, form);
    }

    private static MockHttpServletRequestBuilder posted(String path, FlowForm form) {
        StepForm step = form.getSteps().get(0);
        MockHttpServletRequestBuilder request = post(path)
                .param("name", form.getName())
                .param("what", form.getWhat())
                .param("when.conditions[0].field", "amount")
                .param("when.conditions[0].comparison", "MORE_THAN")
                .param("when.conditions[0].value", "500000")
                .param("steps[0].key", step.getKey())
                .param("steps[0].name", step.getName())
                .param("steps[0].kind", step.getKind().name())
                .param("steps[0].people", step.getPeople())
                .param("version", String.valueOf(form.getVersion()));
        return (form.getDraft() == null ? request : request.param("draft", "" + form.getDraft())).with(csrf());
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).doesNotContain("??");
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(signedIn(admin))).andReturn().getResponse();
    }
}
