package org.triviumcrm.approval.trial;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.flow.CanManageFlows;
import org.triviumcrm.approval.flow.FlowSubject;
import org.triviumcrm.approval.flow.FlowSubjects;
import org.triviumcrm.approval.flow.FlowVersionService;
import org.triviumcrm.approval.flow.FlowWords;
import org.triviumcrm.approval.flow.TriedFlow;
import org.triviumcrm.approval.staff.CompanyStaff;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionEvaluator;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Tries flows out. */
@Service
class TrialService {

    private final FlowVersionService flows;
    private final FlowSubjects subjects;
    private final FlowWords words;
    private final CompanyStaff staff;
    private final People people;
    private final Teams teams;
    private final Companies companies;
    private final AbsentRepository absences;
    private final MessageSource messages;
    private final Format format;
    private final Clock clock;

    TrialService(
            FlowVersionService flows,
            FlowSubjects subjects,
            FlowWords words,
            CompanyStaff staff,
            People people,
            Teams teams,
            Companies companies,
            AbsentRepository absences,
            MessageSource messages,
            Format format,
            Clock clock) {
        this.flows = flows;
        this.subjects = subjects;
        this.words = words;
        this.staff = staff;
        this.people = people;
        this.teams = teams;
        this.companies = companies;
        this.absences = absences;
        this.messages = messages;
        this.format = format;
        this.clock = clock;
    }

    /** Records of a kind that fit what was typed: those that the viewer sees. */
    @CanManageFlows
    @Transactional(readOnly = true)
    List<Option> records(Viewer viewer, String type, String typed) {
        return subjects.find(type, viewer.locale()).stream()
                .flatMap(subject -> subject.subject().samples(viewer, typed).stream())
                .map(option -> new Option(String.valueOf(option.value()), option.text()))
                .toList();
    }

    /**
     * What a flow would do. The form is filled with what the record has where nothing was typed.
     *
     * @param errors what can't be read is said here, and there is no result then
     * @return null when no module declares such records any more
     * @throws NotFound when the viewer does not see the record
     */
    @CanManageFlows
    @Transactional(readOnly = true)
    @Nullable
    TrialPage tryOut(Viewer viewer, long flowId, TrialForm form, Errors errors) {
        TriedFlow tried = flows.tried(viewer, flowId, form.getVersion());
        FlowSubject subject =
                subjects.find(tried.flow().subjectType(), viewer.locale()).orElse(null);
        if (subject == null) {
            return null;
        }
        FlowDefinition flow = tried.version().definition();
        SubjectState state = state(viewer, subject, form);
        List<ConditionField> fields = subject.fields().values().stream()
                .filter(field -> flow.fields().contains(field.key()))
                .toList();
        long submitter = submitter(viewer, form, state);
        Map<String, Object> values = state == null ? Map.of() : TrialValues.of(form, state, fields, errors);
        List<Long> named = new ArrayList<>(List.of(submitter));
        values.values().stream()
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .forEach(named::add);
        FlowWords.Words said = words.of(subject.fields(), List.of(flow), named, viewer.locale());
        TrialResult result = state == null || errors.hasErrors()
                ? null
                : result(tried, subject, state, values, submitter, target(tried, form), said, viewer.locale());
        return new TrialPage(
                tried.flow(),
                tried.version(),
                tried.versions(),
                subject.type(),
                subject.label(),
                state == null ? null : new Option(String.valueOf(state.id()), state.title()),
                new Option(String.valueOf(submitter), said.names().person(submitter)),
                fields,
                targets(tried, subject),
                companies.currency(),
                said,
                result);
    }

    private TrialResult result(
            TriedFlow tried,
            FlowSubject subject,
            SubjectState state,
            Map<String, Object> values,
            long submitter,
            @Nullable Long target,
            FlowWords.Words said,
            Locale locale) {
        FlowDefinition flow = tried.version().definition();
        Map<String, Set<Long>> below = new HashMap<>();
        ConditionEvaluator evaluator = new ConditionEvaluator(
                subject.kinds(),
                (field, id) -> below.computeIfAbsent(
                        field + " " + id,
                        key -> subject.kinds().get(field) == FieldKind.TEAM
                                ? teams.andBelow(id)
                                : subject.subject().andBelow(field, id)));
        ConditionTrial conditions = new ConditionTrial(evaluator, said.conditions(), messages, locale, values);
        String earlier = tried.earlier().stream()
                .filter(other ->
                        other.flow().target() == null || other.flow().target().equals(target))
                .filter(other -> evaluator.holds(other.definition().when(), all(state, values)))
                .map(other -> other.flow().name())
                .findFirst()
                .orElse(null);
        boolean applies = conditions.holds(flow.when());
        List<TrialResult.Step> steps = !applies
                ? List.of()
                : new StepTrial(staff.now(), people, messages, format, locale, absences.on(today()), said, conditions)
                        .of(flow, submitter, state.teamId());
        boolean rejected = steps.stream().anyMatch(step -> step.standing() == TrialResult.Standing.REJECTS);
        return new TrialResult(
                applies,
                conditions.of(flow.when()),
                earlier,
                steps,
                rejected ? TrialResult.End.REJECTED : TrialResult.End.APPROVED);
    }

    /** With those that only other flows look at. */
    private static Map<String, Object> all(SubjectState state, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(state.values());
        all.putAll(values);
        return all;
    }

    private @Nullable SubjectState state(Viewer viewer, FlowSubject subject, TrialForm form) {
        Long record = form.getRecord();
        if (record == null) {
            return null;
        }
        if (!subject.subject().maySee(viewer, record)) {
            throw new NotFound();
        }
        return subject.subject().state(record).orElseThrow(NotFound::new);
    }

    /** Who would ask: as chosen, else whose record it is, else the viewer. */
    private long submitter(Viewer viewer, TrialForm form, @Nullable SubjectState state) {
        Long chosen = form.getSubmitter();
        Long owner = state == null ? null : state.ownerId();
        return chosen != null && people.find(chosen).isPresent()
                ? chosen
                : Optional.ofNullable(owner).orElse(viewer.personId());
    }

    private static @Nullable Long target(TriedFlow tried, TrialForm form) {
        return tried.flow().target() != null ? tried.flow().target() : form.getTarget();
    }

    private static List<Option> targets(TriedFlow tried, FlowSubject subject) {
        return tried.flow().target() != null
                ? List.of()
                : subject.triggers().stream()
                        .filter(trigger -> trigger.key().equals(tried.flow().trigger()))
                        .flatMap(trigger -> trigger.targets().get().stream())
                        .toList();
    }

    private LocalDate today() {
        return LocalDate.now(
                clock.withZone(companies.current().map(Company::zone).orElse(ZoneOffset.UTC)));
    }
}
