package org.triviumcrm.identity.bulk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkRuns;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListSelection;
import org.triviumcrm.shared.list.MatchingRows;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;
import tools.jackson.databind.json.JsonMapper;

/** Does something with many records of a list at once. The permission asked is the one that the action names. */
@Service
class BulkService implements BulkRuns {

    private static final int FIRST = 20;
    private static final int CHOICES = 20;

    private final BulkRunRepository runs;
    private final BulkRunner runner;
    private final BulkJobs jobs;
    private final BulkActions actions;
    private final ListSelection lists;
    private final People people;
    private final JsonMapper json;
    private final Clock clock;

    BulkService(
            BulkRunRepository runs,
            BulkRunner runner,
            BulkJobs jobs,
            BulkActions actions,
            ListSelection lists,
            People people,
            JsonMapper json,
            Clock clock) {
        this.runs = runs;
        this.runner = runner;
        this.jobs = jobs;
        this.actions = actions;
        this.lists = lists;
        this.people = people;
        this.json = json;
        this.clock = clock;
    }

    /** @throws AccessDeniedException when there is no such action for the viewer */
    @SignedIn
    BulkAction<?> action(Viewer viewer, String noun, String key) {
        return actions.permitted(viewer, noun, key);
    }

    /** What its form offers to choose from. */
    @SignedIn
    @Transactional(readOnly = true)
    Map<String, Object> choices(Viewer viewer, String noun, String key) {
        return actions.permitted(viewer, noun, key).choices(viewer);
    }

    /** How many it would be done with, and the first of them. */
    @SignedIn
    @Transactional(readOnly = true)
    BulkQuestion question(Viewer viewer, String noun, String key, BulkSelection chosen) {
        actions.permitted(viewer, noun, key);
        return runs.question(noun, rows(viewer, noun, chosen), FIRST);
    }

    /** Whom the viewer may put in charge of records of this kind. */
    @SignedIn
    @Transactional(readOnly = true)
    List<Option> owners(Viewer viewer, String noun, String typed) {
        actions.permitted(viewer, noun, TransferAction.KEY);
        return people.choices(viewer, noun, typed, CHOICES).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    /**
     * Does it with what was chosen, as it is now: at once, or in the background where it is much.
     *
     * @param input of the action's type, checked
     * @return empty when nothing is chosen
     * @throws NotFound when one of those ticked, or what the input names, is not there for the viewer
     * @throws org.triviumcrm.shared.web.Refusal when the input makes no sense
     */
    @SignedIn
    @Transactional
    Optional<BulkRun> start(Viewer viewer, String noun, String key, BulkSelection chosen, Object input) {
        BulkRun run = create(viewer, noun, key, rows(viewer, noun, chosen), input);
        if (!chosen.isAll() && run.total() < chosen.sorted().size()) {
            throw new NotFound();
        }
        return work(run) ? runs.find(run.id()) : Optional.empty();
    }

    @Override
    @SignedIn
    @Transactional
    public Optional<Long> begin(Viewer viewer, String noun, String key, MatchingRows rows, Object input) {
        BulkRun run = create(viewer, noun, key, rows, input);
        return work(run) ? Optional.of(run.id()) : Optional.empty();
    }

    private BulkRun create(Viewer viewer, String noun, String key, MatchingRows rows, Object input) {
        String target = check(viewer, actions.permitted(viewer, noun, key), input);
        return runs.create(noun, key, json.writeValueAsString(input), target, rows, viewer.personId(), clock.instant());
    }

    /** Address of the list. */
    @SignedIn
    String list(Viewer viewer, String noun) {
        return lists.ticked(noun, viewer, List.of()).list();
    }

    /** Takes back what nobody has changed since. */
    @SignedIn
    @Transactional
    void undo(Viewer viewer, long id) {
        BulkAction<?> action = action(viewer, own(viewer, id));
        BulkRun run = runs.lock(id).orElseThrow(NotFound::new);
        if (action.undoable() && run.mayBeUndone(clock.instant())) {
            runs.move(id, BulkState.UNDOING, clock.instant());
            work(run);
        }
    }

    /** Tries those that were refused once more, in a run of its own; gives its id, or that of the run itself when there are none. */
    @SignedIn
    @Transactional
    long retry(Viewer viewer, long id) {
        BulkRun run = own(viewer, id);
        if (run.isBusy() || run.refused() == 0) {
            return id;
        }
        MatchingRows refused = new MatchingRows(
                list(viewer, run.recordType()),
                "select record_id from bulk_row where run_id = :refusedIn and outcome = 'REFUSED'",
                Map.of("refusedIn", id));
        BulkRun again = runs.create(
                run.recordType(), run.action(), run.input(), run.target(), refused, viewer.personId(), clock.instant());
        work(again);
        return again.id();
    }

    /** One of the viewer's own. */
    private BulkRun own(Viewer viewer, long id) {
        return runs.find(id)
                .filter(run -> run.personId() == viewer.personId())
                .filter(run -> actions.find(run.recordType(), run.action())
                        .filter(action -> viewer.can(action.permission()))
                        .isPresent())
                .orElseThrow(NotFound::new);
    }

    private BulkAction<?> action(Viewer viewer, BulkRun run) {
        return actions.permitted(viewer, run.recordType(), run.action());
    }

    /** A few at once, more in the background; false, and as if it had never been, when there is nothing to do. */
    private boolean work(BulkRun run) {
        if (run.total() == 0) {
            runs.drop(run.id());
        } else if (run.total() <= BulkRunner.AT_ONCE) {
            runner.run(run.id());
        } else {
            jobs.start(run.id());
        }
        return run.total() > 0;
    }

    private MatchingRows rows(Viewer viewer, String noun, BulkSelection chosen) {
        return chosen.isAll()
                ? lists.all(noun, viewer, chosen.getQuery())
                : lists.ticked(noun, viewer, chosen.sorted());
    }

    /** Gives its target. */
    private static <I> @Nullable String check(Viewer viewer, BulkAction<I> action, Object input) {
        I fields = action.input().cast(input);
        action.check(viewer, fields);
        return action.target(fields);
    }
}
