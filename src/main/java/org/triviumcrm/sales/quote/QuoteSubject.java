package org.triviumcrm.sales.quote;

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
import org.triviumcrm.customer.Segments;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.sales.line.PaperReferenceRepository;
import org.triviumcrm.sales.release.ExactMargin;
import org.triviumcrm.sales.release.QuoteExits;
import org.triviumcrm.sales.release.QuoteFacts;
import org.triviumcrm.sales.release.QuoteFactsRepository;
import org.triviumcrm.sales.release.QuoteKeys;
import org.triviumcrm.sales.release.QuoteStep;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Quotes can need an approval before they leave. */
@Component
@Order(30)
class QuoteSubject implements ApprovalSubject {

    private static final int SAMPLES = 10;

    private final QuoteRepository quotes;
    private final QuotePageRepository pages;
    private final PaperReferenceRepository references;
    private final QuoteFactsRepository facts;
    private final QuoteLifeService life;
    private final QuoteSnapshots snapshots;
    private final QuoteExits exits;
    private final Segments segments;
    private final Viewers viewers;
    private final Search search;
    private final Clock clock;

    QuoteSubject(
            QuoteRepository quotes,
            QuotePageRepository pages,
            PaperReferenceRepository references,
            QuoteFactsRepository facts,
            QuoteLifeService life,
            QuoteSnapshots snapshots,
            QuoteExits exits,
            Segments segments,
            Viewers viewers,
            Search search,
            Clock clock) {
        this.quotes = quotes;
        this.pages = pages;
        this.references = references;
        this.facts = facts;
        this.life = life;
        this.snapshots = snapshots;
        this.exits = exits;
        this.segments = segments;
        this.viewers = viewers;
        this.search = search;
        this.clock = clock;
    }

    @Override
    public String type() {
        return QuoteKeys.TYPE;
    }

    @Override
    public List<ApprovalField> fields() {
        return List.of(
                ApprovalField.of(QuoteKeys.DISCOUNT, FieldKind.PERCENT, true),
                ApprovalField.of(QuoteKeys.LINE_DISCOUNT, FieldKind.PERCENT, true),
                ApprovalField.of(QuoteKeys.MARGIN, FieldKind.PERCENT, true).approvedAs(ExactMargin::shown),
                ApprovalField.of(QuoteKeys.AMOUNT, FieldKind.MONEY, true),
                ApprovalField.of(QuoteKeys.DAYS, FieldKind.NUMBER, true),
                new ApprovalField(QuoteKeys.LEVEL, FieldKind.CHOICE, false, this::levels),
                ApprovalField.of(QuoteKeys.REGION, FieldKind.TEXT, false),
                new ApprovalField(
                        QuoteKeys.SEGMENTS,
                        FieldKind.SEVERAL,
                        false,
                        locale -> segments.choices(Viewer.job("sales.log.approval"))),
                ApprovalField.of(QuoteKeys.OWNER, FieldKind.PERSON, false),
                ApprovalField.of(QuoteKeys.OWNER_TEAM, FieldKind.TEAM, false));
    }

    private List<Option> levels(Locale locale) {
        return references.levels().stream()
                .map(level -> new Option(level, level))
                .toList();
    }

    @Override
    public Set<String> material() {
        return Set.of(
                QuoteKeys.CUSTOMER,
                QuoteKeys.CURRENCY,
                QuoteKeys.TOTAL,
                QuoteKeys.LINES,
                QuoteKeys.VALID_UNTIL,
                QuoteKeys.WORDS);
    }

    @Override
    public List<ApprovalTrigger> triggers() {
        return List.of(ApprovalTrigger.of(QuoteKeys.RELEASE));
    }

    @Override
    public Optional<SubjectState> state(long id) {
        return facts.find(id).map(QuoteFacts::asSubject);
    }

    @Override
    public SubjectState after(long id, ApprovedAction action) {
        QuoteFacts now = facts.find(id).orElseThrow(NotFound::new);
        step(action).after(now.state());
        return now.asSubject();
    }

    @Override
    public Snapshot snapshot(SubjectState state, ApprovedAction action) {
        return snapshots.of(state.id() == null ? 0 : state.id());
    }

    @Override
    public boolean maySee(Viewer viewer, long id) {
        return viewer.can("sales.quote.view") && pages.find(viewer, id).isPresent();
    }

    @Override
    public boolean maySubmit(Viewer viewer, long id, String trigger) {
        return viewer.can("sales.quote.edit") && maySee(viewer, id);
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
        step(action);
        life.release(viewer, id);
    }

    /** In the name of who asked for it; when that person has left, in that of the approval itself. */
    @Override
    public void carryOut(CaseRef approved, ApprovedAction action) {
        Viewer viewer = viewers.find(approved.submitterId()).orElseGet(() -> Viewer.job("sales.log.approval"));
        step(action);
        exits.carryOut(approved, () -> {
            life.release(viewer, approved.subjectId());
            quotes.flush();
        });
    }

    @Override
    public List<Option> samples(Viewer viewer, String typed) {
        return search.choices(viewer, QuoteKeys.TYPE, typed, SAMPLES).stream()
                .map(hit -> new Option(hit.id(), hit.text()))
                .toList();
    }

    /** @throws NotFound when there is no such action */
    private static QuoteStep step(ApprovedAction action) {
        if (!action.kind().equals(QuoteStep.RELEASE.name())) {
            throw new NotFound();
        }
        return QuoteStep.RELEASE;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
