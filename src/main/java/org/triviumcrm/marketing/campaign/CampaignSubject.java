package org.triviumcrm.marketing.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
import org.triviumcrm.marketing.exit.CampaignExits;
import org.triviumcrm.marketing.exit.CampaignFacts;
import org.triviumcrm.marketing.exit.CampaignFactsRepository;
import org.triviumcrm.marketing.exit.CampaignKeys;
import org.triviumcrm.marketing.exit.CampaignStates;
import org.triviumcrm.marketing.exit.CampaignStep;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.marketing.term.TermService;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Campaigns can need an approval: for their plan, each time it changes, and for being cancelled. */
@Component
@Order(20)
class CampaignSubject implements ApprovalSubject {

    private static final int SAMPLES = 10;

    private final CampaignRepository campaigns;
    private final CampaignPageRepository pages;
    private final CampaignFactsRepository facts;
    private final CampaignStates states;
    private final CampaignAttempts actions;
    private final CampaignPlans plans;
    private final CampaignSnapshots snapshots;
    private final CampaignExits exits;
    private final TermService terms;
    private final Viewers viewers;
    private final Search search;
    private final Clock clock;

    CampaignSubject(
            CampaignRepository campaigns,
            CampaignPageRepository pages,
            CampaignFactsRepository facts,
            CampaignStates states,
            CampaignAttempts actions,
            CampaignPlans plans,
            CampaignSnapshots snapshots,
            CampaignExits exits,
            TermService terms,
            Viewers viewers,
            Search search,
            Clock clock) {
        this.campaigns = campaigns;
        this.pages = pages;
        this.facts = facts;
        this.states = states;
        this.actions = actions;
        this.plans = plans;
        this.snapshots = snapshots;
        this.exits = exits;
        this.terms = terms;
        this.viewers = viewers;
        this.search = search;
        this.clock = clock;
    }

    @Override
    public String type() {
        return CampaignKeys.TYPE;
    }

    @Override
    public List<ApprovalField> fields() {
        return states.withAdded(List.of(
                ApprovalField.of(CampaignKeys.BUDGET, FieldKind.MONEY, true),
                ApprovalField.of(CampaignKeys.REVENUE, FieldKind.MONEY, true),
                ApprovalField.of(CampaignKeys.RETURN, FieldKind.PERCENT, false),
                new ApprovalField(CampaignKeys.METHOD, FieldKind.CHOICE, true, this::methods),
                ApprovalField.of(CampaignKeys.REGION, FieldKind.TEXT, true),
                ApprovalField.of(CampaignKeys.START, FieldKind.DATE, true),
                ApprovalField.of(CampaignKeys.DAYS, FieldKind.NUMBER, false),
                ApprovalField.of(CampaignKeys.OWNER, FieldKind.PERSON, false),
                ApprovalField.of(CampaignKeys.OWNER_TEAM, FieldKind.TEAM, false)));
    }

    private List<Option> methods(Locale locale) {
        return terms.choices(job(), TermKind.METHOD, null);
    }

    @Override
    public Set<String> material() {
        return Set.of(
                CampaignKeys.END,
                CampaignKeys.PRODUCTS,
                CampaignKeys.LINES,
                CampaignKeys.CURRENCY,
                CampaignKeys.PARTICIPANTS,
                CampaignKeys.OPPORTUNITIES);
    }

    @Override
    public List<ApprovalTrigger> triggers() {
        return List.of(ApprovalTrigger.of(CampaignKeys.PLAN), ApprovalTrigger.of(CampaignKeys.CANCEL));
    }

    @Override
    public Optional<SubjectState> state(long id) {
        return facts.find(id).map(states::of);
    }

    @Override
    public SubjectState after(long id, ApprovedAction action) {
        CampaignFacts now = facts.find(id).orElseThrow(NotFound::new);
        CampaignStep step = actions.step(action);
        step.after(now.state());
        return states.of(plans.after(job(), actions.input(action), now));
    }

    @Override
    public Snapshot snapshot(SubjectState state, ApprovedAction action) {
        CampaignPage before =
                pages.find(job(), state.id() == null ? 0 : state.id()).orElseThrow(NotFound::new);
        return snapshots.of(before, actions.step(action), actions.input(action));
    }

    @Override
    public Optional<String> formAgain(long id, ApprovedAction action) {
        String record = CampaignList.PATH + "/" + id;
        return switch (actions.step(action)) {
            case REVISE -> Optional.of(record + "/edit?again=true");
            case BUDGET -> Optional.of(record + "/budget/edit?again=true");
            default -> Optional.empty();
        };
    }

    @Override
    public boolean maySee(Viewer viewer, long id) {
        return viewer.can("marketing.campaign.view") && pages.find(viewer, id).isPresent();
    }

    @Override
    public boolean maySubmit(Viewer viewer, long id, String trigger) {
        String verb = trigger.equals(CampaignKeys.CANCEL) ? "run" : "edit";
        return viewer.can("marketing.campaign." + verb) && maySee(viewer, id);
    }

    @Override
    public void lock(long id, long caseId) {
        exits.holdOrLetGo(caseId);
        pages.lock(id, caseId, now());
    }

    @Override
    public void unlock(long id, long caseId) {
        exits.holdOrLetGo(caseId);
        pages.unlock(id, caseId, now());
    }

    @Override
    public void attempt(Viewer viewer, long id, ApprovedAction action) {
        actions.perform(viewer, id, action);
    }

    /** In the name of who asked for it; when that person has left, in that of the approval itself. */
    @Override
    public void carryOut(CaseRef approved, ApprovedAction action) {
        Viewer viewer = viewers.find(approved.submitterId()).orElseGet(CampaignSubject::job);
        exits.carryOut(approved, () -> {
            actions.carryOut(viewer, approved.subjectId(), action);
            campaigns.flush();
        });
    }

    @Override
    public List<Option> samples(Viewer viewer, String typed) {
        return search.choices(viewer, CampaignKeys.TYPE, typed, SAMPLES).stream()
                .map(hit -> new Option(hit.id(), hit.text()))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Viewer job() {
        return Viewer.job("marketing.log.approval");
    }
}
