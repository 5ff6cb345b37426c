package org.triviumcrm.sales.opportunity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalField;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.approval.ApprovalTrigger;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.CaseRef;
import org.triviumcrm.approval.Snapshot;
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.FactKeys;
import org.triviumcrm.sales.exit.OpportunityExits;
import org.triviumcrm.sales.exit.OpportunityFacts;
import org.triviumcrm.sales.exit.OpportunityFactsRepository;
import org.triviumcrm.sales.exit.OpportunityStates;
import org.triviumcrm.sales.pipeline.PipelineService;
import org.triviumcrm.sales.pipeline.StageField;
import org.triviumcrm.sales.territory.TerritoryScopes;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Opportunities can need an approval: for a move, for how they end, for going away. */
@Component
@Order(10)
class OpportunitySubject implements ApprovalSubject {

    private static final int SAMPLES = 10;
    private static final Set<StageField> ANY = Set.of(StageField.values());

    /** What each trigger stands for, and what one needs to do it, one of them. */
    private static final Map<String, List<String>> RIGHTS = Map.of(
            "MOVE", List.of("edit"),
            "WIN", List.of("close", "edit"),
            "LOSE", List.of("close"),
            "REACTIVATE", List.of("suspend", "close"),
            "SUSPEND", List.of("suspend"),
            "TERMINATE", List.of("terminate"),
            "CLOSE", List.of("close"),
            "ARCHIVE", List.of("archive"),
            "PURGE", List.of("purge"));

    private final OpportunityFactsRepository facts;
    private final OpportunityStates states;
    private final ApprovalLockRepository locks;
    private final OpportunityPageRepository pages;
    private final OpportunityRepository opportunities;
    private final OpportunityAttempts actions;
    private final OpportunityOutcomes outcomes;
    private final OpportunitySnapshots snapshots;
    private final OpportunityExits exits;
    private final PipelineService pipelines;
    private final Viewers viewers;
    private final Search search;
    private final TerritoryScopes territories;
    private final OpportunityApprovalFields fields;

    OpportunitySubject(
            OpportunityFactsRepository facts,
            OpportunityStates states,
            ApprovalLockRepository locks,
            OpportunityPageRepository pages,
            OpportunityRepository opportunities,
            OpportunityAttempts actions,
            OpportunityOutcomes outcomes,
            OpportunitySnapshots snapshots,
            OpportunityExits exits,
            PipelineService pipelines,
            Viewers viewers,
            Search search,
            TerritoryScopes territories,
            OpportunityApprovalFields fields) {
        this.facts = facts;
        this.states = states;
        this.locks = locks;
        this.pages = pages;
        this.opportunities = opportunities;
        this.actions = actions;
        this.outcomes = outcomes;
        this.snapshots = snapshots;
        this.exits = exits;
        this.pipelines = pipelines;
        this.viewers = viewers;
        this.search = search;
        this.territories = territories;
        this.fields = fields;
    }

    @Override
    public String type() {
        return FactKeys.TYPE;
    }

    @Override
    public List<ApprovalField> fields() {
        return fields.all();
    }

    @Override
    public Set<Long> andBelow(String field, long id) {
        return field.equals(FactKeys.TERRITORY) ? territories.andBelow(id) : Set.of(id);
    }

    @Override
    public Set<String> material() {
        return Set.of(FactKeys.CUSTOMER, FactKeys.CURRENCY);
    }

    @Override
    public List<ApprovalTrigger> triggers() {
        return List.of(
                new ApprovalTrigger("MOVE", locale -> locks.stages()),
                ApprovalTrigger.of("WIN"),
                ApprovalTrigger.of("LOSE"),
                ApprovalTrigger.of("REACTIVATE"),
                ApprovalTrigger.of("SUSPEND"),
                ApprovalTrigger.of("TERMINATE"),
                ApprovalTrigger.of("CLOSE"),
                ApprovalTrigger.of("ARCHIVE"),
                ApprovalTrigger.of("PURGE"));
    }

    @Override
    public Optional<SubjectState> state(long id) {
        return facts.find(id).map(states::of);
    }

    @Override
    public SubjectState after(long id, ApprovedAction action) {
        OpportunityFacts now = facts.find(id).orElseThrow(NotFound::new);
        Exit exit = actions.exit(action);
        Object input = actions.input(action);
        OpportunityPage page = pages.find(job(), id).orElseThrow(NotFound::new);
        if (exit != Exit.STAY) {
            new OpportunityLife(page.state(), page.finish())
                    .after(exit == Exit.REVISE ? LifeStep.EDIT : LifeStep.valueOf(exit.name()));
        }
        UnaryOperator<OpportunityFacts> change = switch (exit) {
            case MOVE, REOPEN -> {
                MoveOpportunity move = (MoveOpportunity) input;
                yield outcomes.moved(job(), pipelines.stage(job(), move.stageId()), move, ANY);
            }
            case WIN -> outcomes.won(job(), (WinOpportunity) input, ANY);
            case REVISE -> outcomes.edited(job(), (UpdateOpportunity) input, page.closedOn());
            default -> UnaryOperator.identity();
        };
        return states.of(change.apply(now));
    }

    @Override
    public Snapshot snapshot(SubjectState state, ApprovedAction action) {
        long id = state.id() == null ? 0 : state.id();
        OpportunityPage before = pages.find(job(), id).orElseThrow(NotFound::new);
        return snapshots.of(before, actions.exit(action), actions.input(action));
    }

    @Override
    public Optional<String> formAgain(long id, ApprovedAction action) {
        String record = "/sales/opportunities/" + id;
        return switch (actions.exit(action)) {
            case WIN -> Optional.of(record + "/win?again=true");
            case REVISE -> Optional.of(record + "/edit?again=true");
            case MOVE, REOPEN ->
                Optional.of(record + "/move?again=true&stageId=" + ((MoveOpportunity) actions.input(action)).stageId());
            default -> Optional.empty();
        };
    }

    @Override
    public boolean maySee(Viewer viewer, long id) {
        return viewer.can("sales.opportunity.view") && pages.isVisible(viewer, id);
    }

    @Override
    public boolean maySubmit(Viewer viewer, long id, String trigger) {
        return RIGHTS.getOrDefault(trigger, List.of()).stream()
                        .anyMatch(verb -> viewer.can("sales.opportunity." + verb))
                && maySee(viewer, id);
    }

    @Override
    public void lock(long id, long caseId) {
        locks.lock(id, caseId);
    }

    @Override
    public void unlock(long id, long caseId) {
        exits.letGo(caseId);
        locks.unlock(id, caseId);
    }

    @Override
    public void attempt(Viewer viewer, long id, ApprovedAction action) {
        actions.perform(viewer, id, action);
    }

    /** In the name of who asked for it; when that person has left, in that of the approval itself. */
    @Override
    public void carryOut(CaseRef approved, ApprovedAction action) {
        Viewer viewer = viewers.find(approved.submitterId()).orElseGet(OpportunitySubject::job);
        exits.carryOut(approved, () -> {
            actions.perform(
                    viewer,
                    approved.subjectId(),
                    actions.refreshed(
                            action,
                            facts.find(approved.subjectId())
                                    .orElseThrow(NotFound::new)
                                    .version()));
            opportunities.flush();
        });
    }

    @Override
    public List<Option> samples(Viewer viewer, String typed) {
        return search.choices(viewer, FactKeys.TYPE, typed, SAMPLES).stream()
                .map(hit -> new Option(hit.id(), hit.text()))
                .toList();
    }

    private static Viewer job() {
        return Viewer.job("sales.log.approval");
    }
}
