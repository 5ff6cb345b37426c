package org.triviumcrm.approval.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessEngine;
import org.flowable.job.api.Job;
import org.flowable.task.api.TaskInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.NewPerson;
import org.triviumcrm.identity.People;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SetClock;

/** What the approvals rely on in the engine, with a process of one step. */
@CommittingTest
@Import({Timers.class, EngineTests.Noted.class})
class EngineTests {

    private static final long CASE = 4711;

    @Autowired
    Engine engine;

    @Autowired
    NotedSteps steps;

    @Autowired
    Timers timers;

    @Autowired
    SetClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    EngineHealth health;

    @TestConfiguration(proxyBeanMethods = false)
    @Import(SetClock.Installed.class)
    static class Noted {
        @Bean
        @Primary
        NotedSteps notedSteps(JdbcClient jdbc) {
            return new NotedSteps(jdbc);
        }
    }

    @BeforeEach
    void forget() {
        steps.forget();
    }

    @Test
    void theTablesAreOfTheEnginesVersion() {
        engine.engine();
        assertThat(jdbc.sql("select value_ from act_ge_property where name_ like '%schema.version'")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThanOrEqualTo(2)
                .containsOnly(ProcessEngine.VERSION);
        assertThat(jdbc.sql(
                                "select count(*) from pg_tables where tablename ~ '^(act_id|flw_ev|flw_channel|act_app|act_cmmn)'")
                        .query(Long.class)
                        .single())
                .as("tables of what is switched off for good")
                .isZero();
    }

    @Test
    void jpaAndJdbcAndTheEngineCommitTogetherAndRollBackTogether() {
        steps.tasks.add(1L);
        String definition = deploy("together", false, null, null);
        NewPerson kept = new NewPerson("Kept", "kept", null, null, "sales_representative", null);
        NewPerson lost = new NewPerson("Lost", "lost", null, null, "sales_representative", null);
        var administrator = accounts.administrator();

        steps.lookFor = "Kept";
        inTransaction(() -> {
            people.create(administrator, kept);
            entities.flush();
            engine.start(definition, CASE);
        });
        assertThat(steps.notes).as("the engine's calls see what was flushed").contains("seen 1");
        assertThat(count("act_ru_task")).isOne();
        assertThat(steps.written("open")).isOne();
        assertThat(named("Kept")).isOne();

        assertThatThrownBy(() -> inTransaction(() -> {
                    people.create(administrator, lost);
                    entities.flush();
                    engine.start(definition, CASE + 1);
                    throw new IllegalStateException("afterwards");
                }))
                .hasMessage("afterwards");
        assertThat(count("act_ru_task")).isOne();
        assertThat(steps.written("open")).isOne();
        assertThat(named("Lost")).isZero();
    }

    @Test
    void whatACaseThrowsComesOutAndNothingStays() {
        steps.tasks.addAll(List.of(1L, 2L));
        String definition = deploy("throwing", false, null, null);
        steps.failures.put("open", new UnsupportedOperationException("not today"));
        assertThatThrownBy(() -> engine.start(definition, CASE))
                .isExactlyInstanceOf(UnsupportedOperationException.class)
                .hasMessage("not today");
        assertThat(count("act_ru_execution")).isZero();

        steps.failures.clear();
        String instance = engine.start(definition, CASE);
        steps.failures.put("decided", new UnsupportedOperationException("not now"));
        assertThatThrownBy(() -> engine.decided(instance, 1))
                .isExactlyInstanceOf(UnsupportedOperationException.class)
                .hasMessage("not now");
        assertThat(waitingFor(instance)).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void allAreAskedAtOnceAndTheCaseGoesOnWhenItsPeopleHaveDecided() {
        steps.tasks.addAll(List.of(1L, 2L, 3L));
        String instance = engine.start(deploy("all", false, null, null), CASE);
        assertThat(waitingFor(instance)).containsExactlyInAnyOrder("1", "2", "3");

        decide(instance, 2);
        assertThat(waitingFor(instance)).containsExactlyInAnyOrder("1", "3");
        decide(instance, 1);
        decide(instance, 3);
        assertThat(steps.notes).containsExactly("open", "approved");
        assertThat(count("act_ru_execution")).isZero();
        assertThatThrownBy(() -> engine.decided(instance, 3)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneIsEnoughWhenTheCaseSaysSo() {
        steps.tasks.addAll(List.of(1L, 2L, 3L));
        steps.one = true;
        steps.approves = false;
        String instance = engine.start(deploy("one", false, null, null), CASE);
        decide(instance, 3);
        assertThat(steps.notes).containsExactly("open", "rejected");
        assertThat(count("act_ru_task")).isZero();
    }

    @Test
    void nobodyIsAskedWhenTheStepPassesOrRefuses() {
        String definition = deploy("nobody", false, null, null);
        steps.opening = CaseSteps.Opening.PASSED;
        engine.start(definition, CASE);
        steps.opening = CaseSteps.Opening.REJECTED;
        engine.start(definition, CASE + 1);
        assertThat(steps.notes).containsExactly("open", "approved", "open", "rejected");
        assertThat(count("act_ru_execution")).isZero();
    }

    @Test
    void ofTwoDecisionsAtOneInstantOneCounts() throws Exception {
        steps.tasks.addAll(List.of(1L, 2L));
        steps.one = true;
        String instance = engine.start(deploy("instant", false, null, null), CASE);
        CyclicBarrier bothOnTheWay = new CyclicBarrier(2);
        steps.atTheEnd = () -> await(bothOnTheWay);
        AtomicInteger slower = new AtomicInteger();
        List<Thread> deciding = List.of(1L, 2L).stream()
                .map(task -> new Thread(() -> {
                    try {
                        inTransaction(() -> {
                            steps.done.add(task);
                            engine.decided(instance, task);
                        });
                    } catch (OptimisticLockingFailureException e) {
                        slower.incrementAndGet();
                    }
                }))
                .toList();
        deciding.forEach(Thread::start);
        for (Thread thread : deciding) {
            thread.join();
        }
        assertThat(steps.written("approved")).isOne();
        assertThat(slower).hasValue(1);
    }

    @Test
    void oneMoreIsAskedAtTheSameTime() {
        steps.tasks.addAll(List.of(1L, 2L));
        String instance = engine.start(deploy("more", false, null, null), CASE);
        steps.tasks.add(3L);
        engine.addInParallel(instance, "s1", 3);
        assertThat(waitingFor(instance)).containsExactlyInAnyOrder("1", "2", "3");
        decide(instance, 1);
        decide(instance, 2);
        assertThat(steps.notes).as("waits for the third").containsExactly("open");
        decide(instance, 3);
        assertThat(steps.notes).containsExactly("open", "approved");
    }

    @Test
    void oneMoreIsAskedInASequence() {
        steps.tasks.addAll(List.of(1L, 2L));
        String instance = engine.start(deploy("sequence", true, null, null), CASE);
        assertThat(waitingFor(instance)).containsExactly("1");
        decide(instance, 1);
        assertThat(waitingFor(instance)).containsExactly("2");

        steps.tasks.add(3L);
        engine.addInSequence(instance, "s1");
        decide(instance, 2);
        assertThat(waitingFor(instance)).containsExactly("3");
        decide(instance, 3);
        assertThat(steps.notes).containsExactly("open", "approved");
        assertThat(count("act_ru_execution")).isZero();
    }

    @Test
    void remindsAgainAndAgainUntilTheLimitEndsTheStep() {
        steps.tasks.addAll(List.of(1L, 2L));
        engine.start(deploy("late", false, "PT24H", "PT60H"), CASE);
        clock.pass(Duration.ofHours(23));
        assertThat(timers.fire()).isZero();

        clock.pass(Duration.ofHours(1));
        assertThat(timers.fire()).as("one timer a step, however many are asked").isOne();
        assertThat(steps.notes).containsExactly("open", "remind");
        clock.pass(Duration.ofHours(24));
        assertThat(timers.fire()).isOne();
        clock.pass(Duration.ofHours(12));
        assertThat(timers.fire()).isOne();
        assertThat(steps.notes).containsExactly("open", "remind", "remind", "expire", "rejected");
        assertThat(count("act_ru_execution")).isZero();
        assertThat(count("act_ru_timer_job")).isZero();
    }

    @Test
    void timersAreDueAtOneInstantWhateverTheZoneOfANode() {
        steps.tasks.add(1L);
        String definition = deploy("zones", false, null, "PT1H");
        TimeZone own = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            engine.start(definition, CASE);
        } finally {
            TimeZone.setDefault(own);
        }
        assertThat(jdbc.sql("select duedate_::text from act_ru_timer_job")
                        .query(String.class)
                        .single())
                .isEqualTo(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                        .withZone(ZoneOffset.UTC)
                        .format(clock.instant().plus(Duration.ofHours(1))));
        clock.pass(Duration.ofMinutes(59));
        assertThat(timers.fire()).isZero();
        clock.pass(Duration.ofMinutes(1));
        assertThat(timers.fire()).isOne();
    }

    @Test
    void aDecidedOrCancelledCaseLeavesNoTimer() {
        steps.tasks.add(1L);
        String definition = deploy("timers", false, "PT24H", "PT60H");
        String decided = engine.start(definition, CASE);
        String cancelled = engine.start(definition, CASE + 1);
        assertThat(count("act_ru_timer_job")).isEqualTo(4);
        decide(decided, 1);
        engine.cancel(cancelled);
        assertThat(count("act_ru_timer_job")).isZero();
        assertThat(count("act_ru_execution")).isZero();
        assertThat(count("act_ru_variable")).isZero();
        assertThat(jdbc.sql("select count(*) from act_hi_procinst")
                        .query(Long.class)
                        .single())
                .as("the trail is ours")
                .isZero();
    }

    @Test
    void aCaseKeepsTheVersionThatItWasStartedWith() {
        steps.tasks.addAll(List.of(1L, 2L));
        String first = deploy("versions", true, null, null);
        String second = deploy("versions", false, null, null);
        assertThat(second).isNotEqualTo(first);
        assertThat(waitingFor(engine.start(first, CASE))).containsExactly("1");
        assertThat(waitingFor(engine.start(second, CASE + 1))).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void aTimerThatFailsForGoodIsToldAndCanBeGivenBackAsTheGuideSays() throws IOException {
        steps.tasks.add(1L);
        engine.start(deploy("dead", false, null, "PT1H"), CASE);
        assertThat(health.health().getDetails()).containsEntry("failedTimers", 0L);
        ManagementService management = engine.engine().getManagementService();
        Job timer = management.createTimerJobQuery().singleResult();
        Job dead = management.moveJobToDeadLetterJob(
                management.moveTimerToExecutableJob(timer.getId()).getId());
        assertThat(health.health().getDetails()).containsEntry("failedTimers", 1L);

        Matcher guide = Pattern.compile(
                        "```\\n(select j\\.id_[^`]+)```[^`]+```\\n(insert into act_ru_timer_job[^`]+)```")
                .matcher(Files.readString(Path.of("docs", "operations.md")));
        assertThat(guide.find()).isTrue();
        assertThat(jdbc.sql(guide.group(1).replace(";", "")).query().singleRow())
                .containsEntry("id_", dead.getId())
                .containsEntry("case_id", String.valueOf(CASE));
        jdbc.sql(guide.group(2).replace("<id>", dead.getId())).update();
        assertThat(health.health().getDetails()).containsEntry("failedTimers", 0L);
        clock.pass(Duration.ofHours(1));
        assertThat(timers.fire()).isOne();
        assertThat(steps.notes).containsExactly("open", "expire", "rejected");
    }

    private String deploy(String key, boolean sequential, String remindEvery, String limit) {
        BpmnModel model = OneStep.process(key, sequential, remindEvery, limit);
        assertThat(engine.engine().getRepositoryService().validateProcess(model))
                .isEmpty();
        return engine.deploy(key, model);
    }

    private void decide(String instance, long task) {
        steps.done.add(task);
        engine.decided(instance, task);
    }

    private List<String> waitingFor(String instance) {
        return engine.engine().getTaskService().createTaskQuery().processInstanceId(instance).list().stream()
                .map(TaskInfo::getAssignee)
                .toList();
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private long named(String name) {
        return jdbc.sql("select count(*) from person where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }
}
