package org.triviumcrm.approval.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.dossier.AlreadyDecided;
import org.triviumcrm.approval.dossier.CaseBench;
import org.triviumcrm.approval.dossier.Decide;
import org.triviumcrm.approval.dossier.DecisionService;
import org.triviumcrm.approval.dossier.Replacements;
import org.triviumcrm.approval.dossier.TestSubject;
import org.triviumcrm.approval.engine.Timers;
import org.triviumcrm.approval.staff.CompanyStaff;
import org.triviumcrm.identity.PersonSwitchedOff;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** People who are asked go away or leave: somebody else decides, or whoever looks after stuck cases sees it. */
@CommittingTest
@Import({Timers.class, CaseBench.class, CaseBench.Deals.class})
class ReplacementTests {

    @Autowired
    CaseBench bench;

    @Autowired
    TestSubject deals;

    @Autowired
    Replacements replacements;

    @Autowired
    AbsenceJob job;

    @Autowired
    UnattendedRepository unattended;

    @Autowired
    Viewers viewers;

    @Autowired
    DecisionService decisions;

    @Autowired
    CompanyStaff staff;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    private Viewer submitter;
    private Viewer manager;
    private Viewer ann;
    private Viewer bob;
    private Viewer administrator;

    @BeforeEach
    void people() {
        deals.clear();
        long team = accounts.team("North", null);
        manager = accounts.manager(team);
        submitter = accounts.representative(team);
        ann = accounts.representative(team);
        bob = accounts.representative(team);
        administrator = accounts.administrator();
    }

    @Test
    void theDeputyGetsWhatIsOpenAndIsTold() throws Exception {
        bench.flow(CaseBench.step("s1", Mode.ALL, null, ann));
        long id = bench.submit(submitter, 1, "600000");
        long task = bench.task(id, ann);
        away(ann, bob, -1, 3);
        assertThat(replacements.byTheRules(task)).isTrue();
        assertThat(bench.open(id)).containsExactly(bob.personId());
        assertThat(bench.trail(id)).contains("REPLACED");
        assertThat(bench.told(bob)).containsExactly("approval.notice.replaced");
        assertThatThrownBy(() -> decisions.decide(ann, task, new Decide(true, null)))
                .isInstanceOf(AlreadyDecided.class);
        assertThat(replacements.byTheRules(task)).as("the deputy is there").isFalse();
        decisions.decide(bob, task, new Decide(true, "For Ann"));
        assertThat(bench.state(id)).isEqualTo("APPROVED");
        assertThat(page("/approvals/stuck")).contains("Nothing is stuck");
    }

    @Test
    void whoEntersAnAbsenceFromTodayOnHandsOverAtOnce() throws Exception {
        bench.flow(CaseBench.step("s1", Mode.ALL, null, ann));
        long id = bench.submit(submitter, 1, "600000");
        mvc.perform(post("/approvals/absences")
                .param("from", staff.today().toString())
                .param("until", staff.today().plusDays(2).toString())
                .param("deputyId", "" + bob.personId())
                .with(csrf())
                .with(signedIn(ann)));
        assertThat(bench.open(id)).containsExactly(bob.personId());
    }

    @Test
    void whatWasReturnedToSomebodyWhoHasLeftCanBeTakenBack() throws Exception {
        bench.flow(CaseBench.step("s1", Mode.ALL, null, ann));
        long id = bench.submit(submitter, 1, "600000");
        mvc.perform(post("/approvals/cases/" + id + "/return")
                .param("taskId", "" + bench.task(id, ann))
                .param("version", "" + bench.version(id))
                .param("changes", "Less")
                .with(csrf())
                .with(signedIn(ann)));
        assertThat(bench.state(id)).isEqualTo("RETURNED");
        assertThat(page("/approvals/stuck")).contains("Nothing is stuck");
        leave(submitter);
        assertThat(page("/approvals/stuck"))
                .contains("Returned for changes, but " + submitter.name() + " has left")
                .contains("/approvals/cases/" + id + "/recall");
        mvc.perform(post("/approvals/cases/" + id + "/recall").with(csrf()).with(signedIn(administrator)));
        assertThat(bench.state(id)).isEqualTo("RECALLED");
        assertThat(page("/approvals/stuck")).contains("Nothing is stuck");
    }

    /** The form answers soon, whatever lies with who goes away. */
    @Test
    void moreThanAHundredAreLeftToTheJob() throws Exception {
        bench.flow(CaseBench.step("s1", Mode.ALL, null, ann));
        bench.submit(submitter, 1, "600000");
        jdbc.sql("""
                insert into approval_task (case_id, round, step_key, step_name, ordinal, person_id, cause, state, opened_at, title,
                    subject_type, submitter_id)
                select case_id, round, 'x' || n, step_name, 0, person_id, cause, state, opened_at, title, subject_type, submitter_id
                from approval_task, generate_series(1, 102) n""").update();
        mvc.perform(post("/approvals/absences")
                .param("from", staff.today().toString())
                .param("until", staff.today().plusDays(2).toString())
                .param("deputyId", "" + bob.personId())
                .with(csrf())
                .with(signedIn(ann)));
        assertThat(asked(bob)).isEqualTo(100);
        assertThat(asked(ann)).isEqualTo(3);
        job.run();
        assertThat(asked(bob)).isEqualTo(103);
    }

    private long asked(Viewer person) {
        return jdbc.sql("select count(*) from approval_task where person_id = ?")
                .param(person.personId())
                .query(Long.class)
                .single();
    }

    @Test
    void whoLeavesIsReplacedByTheSuperiorAlsoWhereTheTurnComesLater() {
        bench.flow(CaseBench.step("s1", Mode.IN_SEQUENCE, null, bob, ann));
        long id = bench.submit(submitter, 1, "600000");
        leave(ann);
        assertThat(bench.open(id)).containsExactly(bob.personId());
        decisions.decide(bob, bench.task(id, bob), new Decide(true, null));
        assertThat(bench.open(id)).containsExactly(manager.personId());
        decisions.decide(manager, bench.task(id, manager), new Decide(true, null));
        assertThat(bench.state(id)).isEqualTo("APPROVED");
    }

    @Test
    void theSubmitterIsNeverThePlaceTaker() {
        bench.flow(CaseBench.step("s1", Mode.ALL, null, ann));
        long id = bench.submit(submitter, 1, "600000");
        away(ann, submitter, 0, 5);
        assertThat(replacements.byTheRules(bench.task(id, ann))).isTrue();
        assertThat(bench.open(id)).as("the submitter's superior").containsExactly(manager.personId());
    }

    @Test
    void whatIsStuckIsGivenToSomebodyByHand() throws Exception {
        bench.flow(CaseBench.step("s1", Mode.ALL, null, ann, manager));
        long id = bench.submit(submitter, 1, "600000");
        long task = bench.task(id, ann);
        leave(ann);
        assertThat(bench.open(id)).as("the superior is asked already").contains(ann.personId());
        assertThat(page("/approvals/stuck"))
                .contains(
                        "Deal 1",
                        "has left, and the flow finds nobody else",
                        "These active flows name people",
                        "Big deals");
        assertThat(mvc.perform(get("/approvals/stuck").with(signedIn(bob)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);

        assertThat(reassign(task, submitter)).contains("is-invalid");
        assertThat(reassign(task, manager)).contains("is-invalid");
        reassign(task, bob);
        assertThat(bench.open(id)).containsExactlyInAnyOrder(bob.personId(), manager.personId());
        assertThat(bench.trail(id)).contains("REASSIGNED");
        assertThat(page("/approvals/stuck")).doesNotContain("Deal 1");
        decisions.decide(bob, task, new Decide(true, null));
        assertThatThrownBy(() -> replacements.byHand(administrator.personId(), task, administrator.personId(), null))
                .isInstanceOf(NotFound.class);
    }

    /** Whatever happens to people: each open task is with somebody who is there, or on the page of what is stuck. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noCaseHangsUnseen(long seed) throws Exception {
        Random chance = new Random(seed);
        List<Viewer> people = new ArrayList<>(List.of(manager, ann, bob, submitter));
        long below = accounts.team(
                "Below " + seed,
                jdbc.sql("select min(id) from team").query(Long.class).single());
        people.add(accounts.manager(below));
        people.add(accounts.representative(below));
        people.add(accounts.representative(below));
        Mode mode = Mode.values()[chance.nextInt(Mode.values().length)];
        bench.flow(
                CaseBench.step("s1", mode, null, one(people, chance), one(people, chance), one(people, chance)),
                CaseBench.step("s2", Mode.ALL, null, one(people, chance)));
        for (long record = 1; record <= 4; record++) {
            bench.submit(submitter, record, "600000");
        }
        for (int step = 0; step < 12; step++) {
            Viewer person = one(people, chance);
            switch (chance.nextInt(4)) {
                case 0 -> away(person, one(people, chance), 0, chance.nextInt(3));
                case 1 -> leave(person);
                case 2 ->
                    jdbc.sql("delete from approval_absence where person_id = ?")
                            .param(person.personId())
                            .update();
                default -> decideSomething(chance);
            }
            job.run();
            assertThat(unseen()).as("seed %d, step %d", seed, step).isEmpty();
        }
    }

    private void decideSomething(Random chance) {
        jdbc.sql("""
                        select t.id, t.person_id from approval_task t join person p on p.id = t.person_id and p.active
                        where t.state = 'OPEN' order by t.id limit 1""")
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .optional()
                .ifPresent(task -> decisions.decide(
                        viewers.find(task[1]).orElseThrow(), task[0], new Decide(chance.nextInt(3) > 0, "So be it")));
    }

    /** Open tasks of cases that run, with people who can't decide now, that the page of stuck cases does not show. */
    private List<Long> unseen() {
        List<Long> stuck = unattended.stuck(staff.today()).stream()
                .map(StuckRow::taskId)
                .filter(Objects::nonNull)
                .toList();
        List<Long> waiting = new ArrayList<>(
                jdbc.sql("""
                        select t.id from approval_task t join approval_case c on c.id = t.case_id and c.state = 'RUNNING'
                        join person p on p.id = t.person_id
                        where t.state = 'OPEN' and (not p.active or exists (select 1 from approval_absence a
                            where a.person_id = p.id and :today between a.from_day and a.until_day))""").param("today", staff.today()).query(Long.class).list());
        waiting.removeAll(stuck);
        assertThat(jdbc.sql("""
                        select count(*) from approval_case c where c.state = 'RUNNING' and not exists
                            (select 1 from approval_task t where t.case_id = c.id and t.state = 'OPEN')""").query(Long.class).single())
                .as("cases in which nobody is asked")
                .isZero();
        return waiting;
    }

    private static Viewer one(List<Viewer> people, Random chance) {
        return people.get(chance.nextInt(people.size()));
    }

    private void away(Viewer person, Viewer deputy, int from, int until) {
        if (person.personId() != deputy.personId()) {
            jdbc.sql("""
                            insert into approval_absence (id, person_id, deputy_id, from_day, until_day, created_at, updated_at)
                            select nextval('approval_absence_seq'), :person, :deputy, :from, :until, now(), now()
                            where not exists (select 1 from approval_absence where person_id = :person)""")
                    .param("person", person.personId())
                    .param("deputy", deputy.personId())
                    .param("from", staff.today().plusDays(from))
                    .param("until", staff.today().plusDays(until))
                    .update();
        }
    }

    private void leave(Viewer person) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update person set active = false where id = ?")
                    .param(person.personId())
                    .update();
            events.publishEvent(new PersonSwitchedOff(administrator, person.personId()));
        });
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(address).with(signedIn(administrator)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String reassign(long task, Viewer to) throws Exception {
        return mvc.perform(post("/approvals/tasks/" + task + "/reassignment")
                        .param("personId", "" + to.personId())
                        .param("reason", "Ann is not with us any more")
                        .with(csrf())
                        .with(signedIn(administrator)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
