package org.triviumcrm.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.dossier.AlreadyDecided;
import org.triviumcrm.approval.dossier.Decide;
import org.triviumcrm.approval.dossier.DecisionService;
import org.triviumcrm.approval.dossier.SubmitterService;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.sales.opportunity.ModelledDeal.Act;
import org.triviumcrm.sales.opportunity.ModelledDeal.Case;
import org.triviumcrm.sales.opportunity.ModelledDeal.Deed;
import org.triviumcrm.sales.opportunity.ModelledDeal.Outcome;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.ExitGuard;
import org.triviumcrm.testing.SampleFlows;

/**
 * Whatever people do to an opportunity, in whatever order, with flows that come and go and cases that are approved, rejected,
 * recalled and returned: it is where {@link ModelledDeal} says, never where it must not be, and what is refused leaves no trace.
 * Through the services, on PostgreSQL, with the database's guard as in production.
 */
@CommittingTest
class ApprovedLifePropertyTests {

    private static final String ALL = """
            select jsonb_build_object('row', to_jsonb(o),
                'stages', (select jsonb_agg(s order by s.id) from stage_change s where s.opportunity_id = o.id),
                'states', (select jsonb_agg(s order by s.id) from state_change s where s.opportunity_id = o.id),
                'owners', (select jsonb_agg(s order by s.id) from ownership_change s where s.opportunity_id = o.id),
                'history', (select count(*) from opportunity_aud a where a.id = o.id),
                'cases', (select jsonb_agg(jsonb_build_array(c.state, c.round) order by c.id) from approval_case c where c.subject_id = o.id),
                'releases', (select jsonb_agg(r order by r.case_id) from approval_release r where r.subject_id = o.id)
                )::text from opportunity o where o.id = :id""";

    private static final String PLACE = """
            select concat(state, ' ', finish, ' stage ', stage_id, ' worth ', trunc(amount), ' of ', owner_id,
                case when approval_case_id is not null then ' locked' end) from opportunity where id = :id""";

    private static final List<String> TRIGGERS =
            List.of("MOVE", "WIN", "LOSE", "REACTIVATE", "SUSPEND", "TERMINATE", "CLOSE", "ARCHIVE", "PURGE");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final int WORTH = 900;

    /** Who does it: somebody who may, somebody who may nothing, a co-owner who may look, one of another team. */
    enum Who {
        PERMITTED,
        NOBODY,
        ONLOOKER,
        STRANGER
    }

    /** What the approvers and the submitter do, and who builds flows. */
    enum Move {
        ACT,
        APPROVE,
        REJECT,
        RECALL,
        RETURN,
        RESUBMIT,
        FLOW
    }

    /**
     * One thing that happens.
     *
     * @param fitting whether it is one of those that fit how things are, which one the act says; else whatever it is
     */
    record Turn(Move move, Act act, boolean fitting, Who who, int stage, int amount, boolean asks, String trigger) {}

    private static final Turn DELETION = new Turn(Move.ACT, Act.DELETE, false, Who.PERMITTED, 0, WORTH, false, "PURGE");

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleFlows flows;

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
    SubmitterService submitters;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Viewers viewers;

    @Autowired
    ApplicationContext context;

    private final TestContextManager spring = new TestContextManager(getClass());
    private final Map<String, Long> flowIds = new HashMap<>();
    private final Map<Who, Viewer> people = new HashMap<>();
    private final Set<Act> done = EnumSet.noneOf(Act.class);
    private final Set<Act> approved = EnumSet.noneOf(Act.class);
    private final Set<Act> locked = EnumSet.noneOf(Act.class);
    private final Set<Move> moved = EnumSet.noneOf(Move.class);
    private int spared;
    private List<Long> openStages = List.of();
    private List<Long> owners = List.of();
    private Viewer boss;
    private long won;
    private long lost;
    private long reason;

    private ModelledDeal model;
    private long id;
    private boolean sound;
    private @Nullable Act pending;

    @BeforeProperty
    void company() throws Exception {
        spring.prepareTestInstance(this);
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        boss = accounts.representative(null);
        people.put(Who.PERMITTED, administrator);
        people.put(Who.NOBODY, accounts.nobody());
        people.put(Who.ONLOOKER, accounts.manager(accounts.team("East", null)));
        people.put(Who.STRANGER, accounts.manager(accounts.team("North", null)));
        openStages = ids("select id from stage where kind = 'OPEN' order by position");
        won = ids("select id from stage where kind = 'WON'").get(0);
        lost = ids("select id from stage where kind = 'LOST'").get(0);
        reason = ids("select min(id) from lost_reason").get(0);
        owners = List.of(administrator.personId(), boss.personId());
        ConditionGroup above =
                ConditionGroup.all(new Condition("amount", Comparison.MORE_THAN, "" + ModelledDeal.SMALL));
        for (String trigger : TRIGGERS) {
            flowIds.put(trigger, flows.active(trigger, null, above, SampleFlows.anyOf(boss)));
        }
        ExitGuard.on(context);
    }

    @AfterProperty
    void away() throws Exception {
        ExitGuard.off(context);
        spring.afterTestMethod(this, getClass().getDeclaredMethod("away"), null);
    }

    @Property(tries = 24, seed = "90210", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void noSequenceGoesRoundAnApproval(
            @ForAll("sequences") List<Turn> turns, @ForAll("triggers") Set<String> switchedOff) throws Exception {
        sound = false;
        begin(switchedOff);
        List<OpportunityLife> passed = new ArrayList<>(List.of(model.life()));
        for (Turn turn : turns) {
            String before = read(ALL);
            boolean changed = happens(turn);
            assertThat(read(PLACE)).as("after %s", turn).isEqualTo(model.toString());
            if (!changed) {
                assertThat(read(ALL)).as("refused: %s", turn).isEqualTo(before);
            }
            if (model.isGone()) {
                break;
            }
            if (changed && model.isSpared()) {
                spared++;
                assertThat(act(DELETION)).as("deleted after %s", turn).isFalse();
            }
            assertThat(Forbidden.is(model.life())).as("%s", turn).isFalse();
            passed.add(model.life());
        }
        assertThat(Forbidden.course(passed)).isNull();
        if (!model.isGone()) {
            act(DELETION); // so that it is tried from wherever a sequence has led to
            assertThat(read(PLACE)).as("after %s", DELETION).isEqualTo(model.toString());
        }
        sound = true;
    }

    /** Sequences that never do something prove nothing about it. */
    @AfterProperty
    void everythingHappened() {
        if (!sound) {
            return;
        }
        assertThat(done).containsExactlyInAnyOrder(Act.values());
        assertThat(locked).hasSizeGreaterThan(6);
        assertThat(spared).as("reopened ones that somebody tried to delete").isGreaterThan(5);
        assertThat(approved).contains(Act.MOVE).hasSizeGreaterThan(4);
        assertThat(moved).containsExactlyInAnyOrder(Move.values());
    }

    @Provide
    Arbitrary<List<Turn>> sequences() {
        Arbitrary<Move> moves = Arbitraries.frequency(
                Tuple.of(14, Move.ACT),
                Tuple.of(9, Move.APPROVE),
                Tuple.of(1, Move.REJECT),
                Tuple.of(1, Move.RECALL),
                Tuple.of(2, Move.RETURN),
                Tuple.of(2, Move.RESUBMIT),
                Tuple.of(2, Move.FLOW));
        Arbitrary<Act> acts = Arbitraries.of(Act.class);
        Arbitrary<Who> who = Arbitraries.frequency(
                Tuple.of(17, Who.PERMITTED),
                Tuple.of(1, Who.NOBODY),
                Tuple.of(1, Who.ONLOOKER),
                Tuple.of(1, Who.STRANGER));
        return Combinators.combine(
                        moves,
                        acts,
                        Arbitraries.of(true, true, false),
                        who,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(100, WORTH, 2000),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(TRIGGERS))
                .as(Turn::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(45);
    }

    @Provide
    Arbitrary<Set<String>> triggers() {
        return Arbitraries.of(TRIGGERS).set().ofMaxSize(TRIGGERS.size());
    }

    private void begin(Set<String> switchedOff) {
        Viewer seller = people.get(Who.PERMITTED);
        id = opportunities.create(
                seller,
                new CreateOpportunity(
                        "Deal",
                        null,
                        null,
                        null,
                        null,
                        BigDecimal.valueOf(WORTH),
                        "USD",
                        null,
                        null,
                        null,
                        null,
                        openStages.get(0),
                        null,
                        Map.of()));
        database.sql("""
                        insert into opportunity_member (id, opportunity_id, person_id, access, added_at)
                        values (nextval('opportunity_member_seq'), :id, :person, 'VIEW', now())""")
                .param("id", id)
                .param("person", people.get(Who.ONLOOKER).personId())
                .update();
        // sees it from now on
        people.put(
                Who.ONLOOKER, viewers.find(people.get(Who.ONLOOKER).personId()).orElseThrow());
        model = new ModelledDeal(openStages.get(0), won, lost, WORTH, seller.personId());
        TRIGGERS.forEach(trigger -> flow(trigger, !switchedOff.contains(trigger)));
        pending = null;
    }

    /** @return whether anything was to change */
    private boolean happens(Turn turn) throws Exception {
        boolean changes = turn.move() == Move.FLOW || turn.move() == Move.ACT ? act(turn) : decide(turn.move());
        if (changes) {
            moved.add(turn.move());
        }
        return changes;
    }

    private boolean act(Turn turn) {
        if (turn.move() == Move.FLOW) {
            flow(turn.trigger(), !model.hasFlow(turn.trigger()));
            return true;
        }
        List<Act> fitting = model.fitting();
        Deed deed = new Deed(
                turn.fitting() ? fitting.get(turn.act().ordinal() % fitting.size()) : turn.act(),
                openStages.get(turn.stage()),
                turn.amount(),
                owners.get(turn.stage() % owners.size()));
        boolean may = turn.who() == Who.PERMITTED;
        Outcome expected = model.outcome(deed, may);
        RuntimeException stopped = attempt(Objects.requireNonNull(people.get(turn.who())), deed);
        assertThat(outcome(stopped))
                .as("%s, by %s: %s", deed, turn.who(), stopped)
                .isEqualTo(expected);
        if (may && model.open() == Case.RUNNING) {
            locked.add(deed.act());
        }
        if (expected == Outcome.DONE) {
            model.take(deed);
            done.add(deed.act());
            return true;
        }
        if (expected == Outcome.NEEDS_APPROVAL && turn.asks() && model.open() != Case.RUNNING) {
            ApprovalNeeded needed = (ApprovalNeeded) Objects.requireNonNull(stopped);
            gate.submit(
                    people.get(Who.PERMITTED),
                    new Submission(needed.proposal(), Objects.requireNonNull(needed.action()), "Please", Map.of()));
            if (model.open() == Case.RETURNED) {
                moved.add(Move.RESUBMIT);
            }
            model.submit(deed);
            pending = deed.act();
            return true;
        }
        return false;
    }

    private static Outcome outcome(@Nullable RuntimeException stopped) {
        return stopped == null
                ? Outcome.DONE
                : stopped instanceof ApprovalNeeded ? Outcome.NEEDS_APPROVAL : Outcome.REFUSED;
    }

    /** What it was stopped with; a fault of ours is none. */
    private @Nullable RuntimeException attempt(Viewer viewer, Deed deed) {
        try {
            act(viewer, deed);
            return null;
        } catch (Refusal | NotFound | AccessDeniedException refused) {
            return refused;
        }
    }

    private void act(Viewer viewer, Deed deed) {
        switch (deed.act()) {
            case EDIT -> opportunities.update(viewer, id, edited(deed.amount()));
            case MOVE -> moves.move(viewer, id, new MoveOpportunity(deed.stage()));
            case WIN -> moves.win(viewer, id, new WinOpportunity(BigDecimal.valueOf(deed.amount()), DAY, null));
            case LOSE -> moves.lose(viewer, id, new LoseOpportunity(reason, null, DAY, "Too dear", null));
            case REOPEN -> moves.reopen(viewer, id, new MoveOpportunity(deed.stage()));
            case SUSPEND -> life.suspend(viewer, id, new SuspendOpportunity("Budget", LocalDate.of(2090, 1, 1)));
            case REACTIVATE -> life.reactivate(viewer, id);
            case TERMINATE -> moves.terminate(viewer, id, new TerminateOpportunity(reason, "Gone", null));
            case CLOSE -> life.close(viewer, id, new CloseOpportunity("Delivered", "All well", null));
            case ARCHIVE -> archive.archive(viewer, id);
            case UNARCHIVE -> archive.unarchive(viewer, id);
            case PURGE -> archive.purge(viewer, id, new PurgeOpportunity("Asked to"));
            case DELETE -> opportunities.delete(viewer, id);
            case TRANSFER -> opportunities.transfer(viewer, id, new TransferOpportunity(deed.owner()));
        }
    }

    private UpdateOpportunity edited(int amount) {
        UpdateOpportunity now =
                opportunities.page(people.get(Who.PERMITTED), id).toUpdate();
        return new UpdateOpportunity(
                now.name(),
                null,
                null,
                null,
                null,
                BigDecimal.valueOf(amount),
                "USD",
                now.probability(),
                null,
                null,
                null,
                now.version(),
                Map.of());
    }

    /** What is done with the case; where there is none that it could be done with, somebody tries all the same. */
    private boolean decide(Move move) throws Exception {
        Viewer submitter = people.get(Who.PERMITTED);
        boolean running = model.open() == Case.RUNNING;
        boolean waits = model.open() != Case.NONE;
        Long last = number("select max(id) from approval_case where subject_id = :id");
        Long task = number("select max(t.id) from approval_task t join approval_case c on c.id = t.case_id"
                + " where c.subject_id = :id");
        if (last == null || task == null) {
            return false;
        }
        return switch (move) {
            case APPROVE ->
                taken(running, () -> decisions.decide(boss, task, new Decide(true, "Go")), () -> {
                    model.approve();
                    approved.add(Objects.requireNonNull(pending));
                });
            case REJECT -> taken(running, () -> decisions.decide(boss, task, new Decide(false, "No")), model::end);
            case RECALL -> taken(waits, () -> submitters.recall(submitter, last), model::end);
            case RETURN -> sent(running, boss, "/approvals/cases/" + last + "/return", last, task, model::giveBack);
            default -> {
                boolean again = model.open() == Case.RETURNED && model.mayResubmit();
                yield sent(again, submitter, "/approvals/cases/" + last + "/resubmission", last, task, model::resubmit);
            }
        };
    }

    private boolean taken(boolean expected, Runnable decision, Runnable then) {
        try {
            decision.run();
        } catch (AlreadyDecided tooLate) {
            assertThat(expected).as("it was not decided yet").isFalse();
            return false;
        }
        assertThat(expected).as("it was decided already").isTrue();
        then.run();
        return true;
    }

    private boolean sent(boolean expected, Viewer by, String address, long last, long task, Runnable then)
            throws Exception {
        int status = mvc.perform(post(address)
                        .with(csrf())
                        .with(signedIn(by))
                        .param("taskId", "" + task)
                        .param("changes", "Ask again")
                        .param("version", "" + number("select version::bigint from approval_case where id = " + last)))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).isLessThan(500);
        if (expected) {
            then.run();
        }
        return expected;
    }

    private void flow(String trigger, boolean active) {
        model.flow(trigger, active);
        // what has been switched off is not switched on again; about other records it counts as little
        database.sql("update approval_flow set subject_type = :type, version = version + 1 where id = :flow")
                .param("type", active ? "opportunity" : "nothing")
                .param("flow", flowIds.get(trigger))
                .update();
    }

    private @Nullable Long number(String sql) {
        return database.sql(sql)
                .param("id", id)
                .query((row, number) -> row.getObject(1, Long.class))
                .list()
                .get(0);
    }

    private List<Long> ids(String sql) {
        return database.sql(sql).query(Long.class).list();
    }

    private String read(String sql) {
        return database.sql(sql).param("id", id).query(String.class).optional().orElse("gone");
    }
}
