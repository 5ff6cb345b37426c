package org.triviumcrm.support.care;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalField;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.approval.ApprovalTrigger;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.CaseRef;
import org.triviumcrm.approval.Snapshot;
import org.triviumcrm.approval.Snapshot.Kind;
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.customer.Segments;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** A plan can need an approval before it starts. */
@Component
@Order(30)
class CareSubject implements ApprovalSubject {

    private static final int SAMPLES = 10;

    private final CarePlanRepository plans;
    private final CareReadRepository reads;
    private final CareService service;
    private final CareFacts facts;
    private final CareExits exits;
    private final Viewers viewers;
    private final People people;
    private final Companies companies;
    private final Segments segments;
    private final Clock clock;

    CareSubject(
            CarePlanRepository plans,
            CareReadRepository reads,
            CareService service,
            CareFacts facts,
            CareExits exits,
            Viewers viewers,
            People people,
            Companies companies,
            Segments segments,
            Clock clock) {
        this.plans = plans;
        this.reads = reads;
        this.service = service;
        this.facts = facts;
        this.exits = exits;
        this.viewers = viewers;
        this.people = people;
        this.companies = companies;
        this.segments = segments;
        this.clock = clock;
    }

    @Override
    public String type() {
        return CareExits.TYPE;
    }

    @Override
    public List<ApprovalField> fields() {
        return List.of(
                ApprovalField.of(CareFacts.BUDGET, FieldKind.MONEY, true),
                ApprovalField.of(CareFacts.CUSTOMERS, FieldKind.NUMBER, false),
                ApprovalField.of(CareFacts.DAYS, FieldKind.NUMBER, true),
                ApprovalField.of(CareFacts.OWNER, FieldKind.PERSON, false),
                ApprovalField.of(CareFacts.OWNER_TEAM, FieldKind.TEAM, false));
    }

    @Override
    public List<ApprovalTrigger> triggers() {
        return List.of(ApprovalTrigger.of(CareExits.START));
    }

    @Override
    public Optional<SubjectState> state(long id) {
        return plans.findById(id).map(facts::of);
    }

    @Override
    public Snapshot snapshot(SubjectState state, ApprovedAction action) {
        CarePlan plan = plans.findById(state.id() == null ? 0 : state.id()).orElseThrow(NotFound::new);
        List<Snapshot.Line> lines = new ArrayList<>();
        lines.add(line("name", plan.getName(), Kind.TEXT));
        lines.add(line("startsOn", Snapshot.date(plan.getStartsOn()), Kind.DATE));
        lines.add(line("endsOn", Snapshot.date(plan.getEndsOn()), Kind.DATE));
        lines.add(line("budget", Snapshot.money(plan.getBudget(), companies.currency()), Kind.MONEY));
        lines.add(line("customers", String.valueOf(reads.customers(plan)), Kind.TEXT));
        lines.add(line("valueClasses", joined(plan.getValueClasses()), Kind.TEXT));
        lines.add(line("segments", messages("customer.value.segment.", plan.getSegments()), Kind.MESSAGES));
        lines.add(line("levels", joined(plan.getLevels()), Kind.TEXT));
        lines.add(line("memberOf", joined(names(plan)), Kind.TEXT));
        plan.getLines().forEach(one -> lines.add(line("lines", one.getSubject(), Kind.TEXT)));
        lines.add(line("owner", people.names(List.of(plan.getOwnerId())).get(plan.getOwnerId()), Kind.TEXT));
        return new Snapshot(lines);
    }

    private static Snapshot.Line line(String key, @Nullable String value, Kind kind) {
        return new Snapshot.Line("support.care." + key, value, value, false, kind);
    }

    private List<String> names(CarePlan plan) {
        Map<Long, String> known = segments.names(plan.getMemberOf());
        return plan.getMemberOf().stream()
                .map(id -> known.getOrDefault(id, String.valueOf(id)))
                .toList();
    }

    private static @Nullable String joined(List<String> values) {
        return values.isEmpty() ? null : String.join(", ", values);
    }

    private static @Nullable String messages(String prefix, List<String> values) {
        return values.isEmpty()
                ? null
                : values.stream()
                        .map(value -> prefix + value)
                        .reduce((one, two) -> one + " " + two)
                        .orElse(null);
    }

    @Override
    public SubjectState after(long id, ApprovedAction action) {
        return state(id).orElseThrow(NotFound::new);
    }

    @Override
    public boolean maySee(Viewer viewer, long id) {
        return viewer.can("support.care.view") && plans.existsById(id);
    }

    @Override
    public boolean maySubmit(Viewer viewer, long id, String trigger) {
        return viewer.can("support.care.manage") && plans.existsById(id);
    }

    @Override
    public void lock(long id, long caseId) {
        exits.holdOrLetGo(caseId);
        reads.lock(id, caseId, now());
    }

    @Override
    public void unlock(long id, long caseId) {
        exits.holdOrLetGo(caseId);
        reads.unlock(id, caseId, now());
    }

    @Override
    public void attempt(Viewer viewer, long id, ApprovedAction action) {
        service.start(viewer, id);
    }

    /** In the name of who asked for it; when that person has left, in that of the approval itself. */
    @Override
    public void carryOut(CaseRef approved, ApprovedAction action) {
        Viewer viewer = viewers.find(approved.submitterId()).orElseGet(() -> Viewer.job("support.log.approval"));
        exits.carryOut(approved, () -> {
            service.start(viewer, approved.subjectId());
            plans.flush();
        });
    }

    @Override
    public List<Option> samples(Viewer viewer, String typed) {
        String looked = typed.toLowerCase(Locale.ROOT);
        return plans.findByOrderByStartsOnDescIdDesc().stream()
                .filter(plan -> plan.getName().toLowerCase(Locale.ROOT).contains(looked))
                .limit(SAMPLES)
                .map(plan -> new Option(plan.getId(), plan.getName()))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
