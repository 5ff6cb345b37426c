package org.triviumcrm.approval.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.triviumcrm.approval.dossier.CaseBench.step;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.approval.engine.Timers;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SetClock;

/**
 * Random people do random things with the cases of a few records, most of them forbidden. What may happen does, what may not is
 * refused, and after each of it cases, locks, releases and the engine agree.
 */
@CommittingTest
@Import({Timers.class, CaseBench.class, CaseBench.Deals.class})
class CaseLifeTests {

    private static final int DEEDS = 70;

    @Autowired
    CaseBench bench;

    @Autowired
    DecisionService decisions;

    @Autowired
    SubmitterService submitters;

    @Autowired
    StandInService standIns;

    @Autowired
    TestSubject deals;

    @Autowired
    Timers timers;

    @Autowired
    SetClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    private Random random;
    private List<Viewer> people;

    /** A case as the database has it. */
    private record Row(long id, long subject, String state, int version, long submitter) {}

    /** A task with the state of its case. */
    private record Asked(long id, long caseId, String state, long person, String caseState, int version) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingGetsOutOfStep(long seed) {
        random = new Random(seed);
        deals.clear();
        people = List.of(person(), person(), person(), person(), person(), person());
        bench.flow(
                step(
                        "s1",
                        Mode.ALL,
                        new TimeLimit(
                                24, TimeLimit.Outcome.ESCALATE, people.get(4).personId()),
                        people.get(0),
                        people.get(1)),
                step("s2", Mode.IN_SEQUENCE, null, people.get(1), people.get(2), people.get(3)),
                step(
                        "s3",
                        Mode.PERCENTAGE,
                        new TimeLimit(48, TimeLimit.Outcome.APPROVE, null),
                        people.get(3),
                        people.get(4)));
        Map<String, Integer> done = new HashMap<>();
        for (int deed = 0; deed < DEEDS; deed++) {
            done.merge(something(), 1, Integer::sum);
            agree();
        }
        assertThat(done.keySet()).contains("submitted", "approved");
    }

    private Viewer person() {
        return accounts.representative(null);
    }

    private Viewer anybody() {
        return people.get(random.nextInt(people.size()));
    }

    private String something() {
        deals.failure = random.nextInt(4) == 0 ? new NotAllowed("stage", "approval.error.gone") : null;
        int what = random.nextInt(20);
        if (what < 4) {
            return submit();
        }
        if (what < 12) {
            return decide();
        }
        if (what < 14) {
            return bringIn();
        }
        if (what < 16) {
            return takeBack();
        }
        if (what < 18) {
            return again();
        }
        clock.pass(Duration.ofHours(random.nextInt(30)));
        try {
            timers.fire();
        } catch (RuntimeException e) {
            assertThat(e).hasStackTraceContaining(CarryOutFailed.class.getName());
        }
        return "time";
    }

    private String submit() {
        long record = 1 + random.nextInt(3);
        Viewer who = anybody();
        // the own one that was returned goes on with it
        boolean may = cases().stream()
                .noneMatch(row -> row.subject() == record
                        && (row.state().equals("RUNNING")
                                || row.state().equals("RETURNED") && row.submitter() != who.personId()));
        return expect(may, "submitted", () -> bench.submit(who, record, "600000"));
    }

    /** Mostly by who is asked: else nothing would ever come to its end. */
    private String decide() {
        Optional<Asked> chosen = task();
        if (chosen.isEmpty()) {
            return "nothing";
        }
        Asked task = chosen.get();
        Viewer who = random.nextInt(4) == 0 ? anybody() : viewer(task.person());
        int version = random.nextInt(8) == 0 ? task.version() - 1 : task.version();
        boolean may = task.state().equals("OPEN")
                && task.caseState().equals("RUNNING")
                && task.person() == who.personId()
                && version == task.version();
        int how = random.nextInt(10);
        if (how == 0) {
            return expect(
                    may,
                    "returned",
                    () -> decisions.giveBack(who, task.caseId(), new ReturnCase(task.id(), version, "No")));
        }
        if (how == 1) {
            return expect(
                    may,
                    "rejected",
                    () -> decisions.reject(who, task.caseId(), new RejectCase(task.id(), version, "No")));
        }
        return expect(
                may,
                "approved",
                () -> decisions.approve(who, task.caseId(), new ApproveCase(task.id(), version, null)));
    }

    private String bringIn() {
        Optional<Asked> chosen = task();
        if (chosen.isEmpty()) {
            return "nothing";
        }
        Asked task = chosen.get();
        Viewer who = viewer(task.person());
        long other = anybody().personId();
        long before = open(task.caseId());
        Runnable deed = random.nextBoolean()
                ? () -> standIns.delegate(who, task.caseId(), new DelegateTask(task.id(), task.version(), other, null))
                : () -> standIns.add(who, task.caseId(), new AddApprover(task.id(), task.version(), other, null));
        try {
            deed.run();
        } catch (Refusal | NotFound e) {
            assertThat(open(task.caseId())).isEqualTo(before);
            return "refused";
        }
        assertThat(task.state()).isEqualTo("OPEN");
        assertThat(jdbc.sql("""
                select count(*) from approval_task t join approval_case c on c.id = t.case_id and c.round = t.round
                where t.id = :task and c.submitter_id = :other""")
                        .param("task", task.id())
                        .param("other", other)
                        .query(Long.class)
                        .single())
                .as("never the submitter")
                .isZero();
        return "brought in";
    }

    private String takeBack() {
        List<Row> all = cases();
        if (all.isEmpty()) {
            return "nothing";
        }
        Row about = all.get(random.nextInt(all.size()));
        Viewer who = random.nextBoolean() ? anybody() : viewer(about.submitter());
        boolean may = who.personId() == about.submitter()
                && List.of("RUNNING", "RETURNED").contains(about.state());
        return expect(may, "recalled", () -> submitters.recall(who, about.id()));
    }

    private String again() {
        List<Row> all = cases();
        if (all.isEmpty()) {
            return "nothing";
        }
        Row about = all.get(all.size() - 1);
        Viewer who = random.nextInt(3) == 0 ? anybody() : viewer(about.submitter());
        boolean may = who.personId() == about.submitter() && about.state().equals("RETURNED");
        return expect(
                may,
                "resubmitted",
                () -> submitters.resubmit(who, about.id(), new ResubmitCase(about.version(), null, null)));
    }

    private static String expect(boolean may, String what, Runnable deed) {
        try {
            deed.run();
        } catch (Refusal | NotFound e) {
            assertThat(may).as(what + " refused: " + e.getMessage()).isFalse();
            return "refused";
        }
        assertThat(may).as(what).isTrue();
        return what;
    }

    /** Everything that has to be so whatever has happened. */
    private void agree() {
        Map<Long, Long> locks = new HashMap<>();
        long ended = 0;
        long approved = 0;
        for (Row row : cases()) {
            boolean over = !List.of("RUNNING", "RETURNED").contains(row.state());
            ended += over ? 1 : 0;
            approved += row.state().equals("APPROVED") ? 1 : 0;
            if (row.state().equals("RUNNING")) {
                locks.put(row.subject(), row.id());
                assertThat(open(row.id())).as("somebody is asked").isPositive();
            } else {
                assertThat(open(row.id())).as("nobody is asked").isZero();
            }
        }
        assertThat(deals.locks).as("locked is what runs").isEqualTo(locks);
        assertThat(jdbc.sql("""
                select count(*) from approval_trail where kind in ('CASE_APPROVED', 'CASE_REJECTED', 'FAILED', 'RECALLED')""").query(Long.class).single())
                .as("each ends once")
                .isEqualTo(ended);
        assertThat(deals.done).as("what is approved is done once").hasSize((int) approved);
        assertThat(bench.count("approval_release")).isEqualTo(approved);
        assertThat(jdbc.sql("select count(distinct proc_inst_id_) from act_ru_execution")
                        .query(Long.class)
                        .single())
                .as("instances of the engine")
                .isEqualTo(locks.size());
        assertThat(jdbc.sql("select assignee_ from act_ru_task")
                        .query(String.class)
                        .list())
                .as("the engine waits for whom is asked")
                .containsExactlyInAnyOrderElementsOf(jdbc.sql("select id::text from approval_task where state = 'OPEN'")
                        .query(String.class)
                        .list());
    }

    /** An open one mostly, and sometimes one of long ago. */
    private Optional<Asked> task() {
        String state = random.nextInt(5) == 0 ? "" : " where t.state = 'OPEN'";
        List<Asked> all =
                jdbc.sql("""
                select t.id, t.case_id, t.state, t.person_id person, c.state case_state, c.version
                from approval_task t join approval_case c on c.id = t.case_id""" + state + " order by t.id").query(Asked.class).list();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private List<Row> cases() {
        return jdbc.sql(
                        "select id, subject_id subject, state, version, submitter_id submitter from approval_case order by id")
                .query(Row.class)
                .list();
    }

    private long open(long caseId) {
        return jdbc.sql("select count(*) from approval_task where case_id = ? and state = 'OPEN'")
                .param(caseId)
                .query(Long.class)
                .single();
    }

    private Viewer viewer(long personId) {
        return people.stream()
                .filter(person -> person.personId() == personId)
                .findFirst()
                .orElseThrow();
    }
}
