package org.triviumcrm.sales.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
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
import org.triviumcrm.sales.seal.ContractExits;
import org.triviumcrm.sales.seal.ContractFacts;
import org.triviumcrm.sales.seal.ContractFactsRepository;
import org.triviumcrm.sales.seal.ContractKeys;
import org.triviumcrm.sales.seal.ContractStep;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Contracts can need an approval before they leave and are signed. */
@Component
@Order(31)
class ContractSubject implements ApprovalSubject {

    private static final int SAMPLES = 10;

    private final ContractRepository contracts;
    private final ContractPageRepository pages;
    private final ContractLockRepository locks;
    private final PaperReferenceRepository references;
    private final ContractFactsRepository facts;
    private final ContractLifeService life;
    private final ContractSnapshots snapshots;
    private final ContractExits exits;
    private final Segments segments;
    private final Viewers viewers;
    private final Search search;
    private final MessageSource messages;
    private final Clock clock;

    ContractSubject(
            ContractRepository contracts,
            ContractPageRepository pages,
            ContractLockRepository locks,
            PaperReferenceRepository references,
            ContractFactsRepository facts,
            ContractLifeService life,
            ContractSnapshots snapshots,
            ContractExits exits,
            Segments segments,
            Viewers viewers,
            Search search,
            MessageSource messages,
            Clock clock) {
        this.contracts = contracts;
        this.pages = pages;
        this.locks = locks;
        this.references = references;
        this.facts = facts;
        this.life = life;
        this.snapshots = snapshots;
        this.exits = exits;
        this.segments = segments;
        this.viewers = viewers;
        this.search = search;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String type() {
        return ContractKeys.TYPE;
    }

    @Override
    public List<ApprovalField> fields() {
        return List.of(
                ApprovalField.of(ContractKeys.DISCOUNT, FieldKind.PERCENT, true),
                ApprovalField.of(ContractKeys.LINE_DISCOUNT, FieldKind.PERCENT, true),
                ApprovalField.of(ContractKeys.MARGIN, FieldKind.PERCENT, true).approvedAs(ExactMargin::shown),
                ApprovalField.of(ContractKeys.AMOUNT, FieldKind.MONEY, true),
                ApprovalField.of(ContractKeys.DAYS, FieldKind.NUMBER, true),
                new ApprovalField(ContractKeys.RENEWAL, FieldKind.CHOICE, false, this::renewals),
                new ApprovalField(ContractKeys.LEVEL, FieldKind.CHOICE, false, this::levels),
                ApprovalField.of(ContractKeys.REGION, FieldKind.TEXT, false),
                new ApprovalField(
                        ContractKeys.SEGMENTS,
                        FieldKind.SEVERAL,
                        false,
                        locale -> segments.choices(Viewer.job("sales.log.approval"))),
                ApprovalField.of(ContractKeys.OWNER, FieldKind.PERSON, false),
                ApprovalField.of(ContractKeys.OWNER_TEAM, FieldKind.TEAM, false));
    }

    private List<Option> renewals(Locale locale) {
        return Arrays.stream(Renewal.values())
                .map(one -> new Option(one.name(), messages.getMessage("sales.contract.renewal." + one, null, locale)))
                .toList();
    }

    private List<Option> levels(Locale locale) {
        return references.levels().stream()
                .map(level -> new Option(level, level))
                .toList();
    }

    @Override
    public Set<String> material() {
        return Set.of(
                ContractKeys.CUSTOMER,
                ContractKeys.CURRENCY,
                ContractKeys.TOTAL,
                ContractKeys.LINES,
                ContractKeys.PERIOD,
                ContractKeys.WORDS);
    }

    @Override
    public List<ApprovalTrigger> triggers() {
        return List.of(ApprovalTrigger.of(ContractKeys.RELEASE));
    }

    @Override
    public Optional<SubjectState> state(long id) {
        return facts.find(id).map(ContractFacts::asSubject);
    }

    @Override
    public SubjectState after(long id, ApprovedAction action) {
        ContractFacts now = facts.find(id).orElseThrow(NotFound::new);
        step(action).after(now.state());
        return now.asSubject();
    }

    @Override
    public Snapshot snapshot(SubjectState state, ApprovedAction action) {
        return snapshots.of(state.id() == null ? 0 : state.id());
    }

    @Override
    public boolean maySee(Viewer viewer, long id) {
        return viewer.can("sales.contract.view") && pages.find(viewer, id).isPresent();
    }

    @Override
    public boolean maySubmit(Viewer viewer, long id, String trigger) {
        return viewer.can("sales.contract.edit") && maySee(viewer, id);
    }

    @Override
    public void lock(long id, long caseId) {
        exits.holdOrLetGo(caseId);
        locks.lock(id, caseId, now());
    }

    @Override
    public void unlock(long id, long caseId) {
        exits.holdOrLetGo(caseId);
        locks.unlock(id, caseId, now());
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
            contracts.flush();
        });
    }

    @Override
    public List<Option> samples(Viewer viewer, String typed) {
        return search.choices(viewer, ContractKeys.TYPE, typed, SAMPLES).stream()
                .map(hit -> new Option(hit.id(), hit.text()))
                .toList();
    }

    /** @throws NotFound when there is no such action */
    private static ContractStep step(ApprovedAction action) {
        if (!action.kind().equals(ContractStep.RELEASE.name())) {
            throw new NotFound();
        }
        return ContractStep.RELEASE;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
