package org.triviumcrm.approval.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Roles;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** The form of a flow: as it is stored, as it begins, and what it offers. */
@Service
class FlowEditorService {

    private static final int MOST = 20;

    private final FlowRepository flows;
    private final FlowVersionRepository versions;
    private final FlowSubjects subjects;
    private final FlowWords words;
    private final FlowPreviews previews;
    private final FlowTemplates templates;
    private final Roles roles;
    private final People staff;
    private final Teams teams;
    private final Companies companies;

    FlowEditorService(
            FlowRepository flows,
            FlowVersionRepository versions,
            FlowSubjects subjects,
            FlowWords words,
            FlowPreviews previews,
            FlowTemplates templates,
            Roles roles,
            People staff,
            Teams teams,
            Companies companies) {
        this.flows = flows;
        this.versions = versions;
        this.subjects = subjects;
        this.words = words;
        this.previews = previews;
        this.templates = templates;
        this.roles = roles;
        this.staff = staff;
        this.teams = teams;
        this.companies = companies;
    }

    /** A form to begin with. @param template see {@link FlowTemplates}; null for an empty one */
    @CanManageFlows
    @Transactional(readOnly = true)
    FlowForm blank(Viewer viewer, @Nullable String template) {
        List<FlowSubject> all = subjects.all(viewer.locale());
        FlowForm form = templates.form(all, template, viewer.locale());
        if (form.getWhat().isEmpty() && !all.isEmpty() && !all.get(0).triggers().isEmpty()) {
            form.setWhat(all.get(0).type() + "|" + all.get(0).triggers().get(0).key());
        }
        return form;
    }

    /** The draft as stored; null when there is none. */
    @CanManageFlows
    @Transactional(readOnly = true)
    @Nullable
    FlowForm draft(Viewer viewer, long id) {
        Flow flow = flows.find(id).orElseThrow(NotFound::new);
        List<FlowVersion> all = versions.of(id);
        int last =
                FlowService.lastStep(all.stream().map(FlowVersion::definition).toList());
        Map<String, ConditionField> fields = FlowService.fields(
                subjects.find(flow.subjectType(), viewer.locale()).orElse(null));
        return all.stream()
                .filter(FlowVersion::isDraft)
                .findFirst()
                .map(draft -> FlowForm.of(flow, draft, fields, last))
                .orElse(null);
    }

    /** Changes the rows of a form; nothing is saved. */
    @CanManageFlows
    @Transactional(readOnly = true)
    void change(Viewer viewer, FlowForm form, List<String> acts) {
        FlowRows.change(form, acts, fields(form, viewer.locale()));
    }

    /** The fields that the conditions of a form can look at. */
    @CanManageFlows
    @Transactional(readOnly = true)
    Map<String, ConditionField> fields(Viewer viewer, FlowForm form) {
        return fields(form, viewer.locale());
    }

    private Map<String, ConditionField> fields(FlowForm form, Locale locale) {
        return FlowService.fields(subjects.find(form.type(), locale).orElse(null));
    }

    /** What the form offers, and what it says so far. @param id of the flow, 0 for a new one */
    @CanManageFlows
    @Transactional(readOnly = true)
    FlowEditor editor(Viewer viewer, long id, FlowForm form) {
        Locale locale = viewer.locale();
        boolean settled = id != 0 && versions.of(id).stream().anyMatch(version -> !version.isDraft());
        if (settled) {
            Flow flow = flows.find(id).orElseThrow(NotFound::new);
            form.setWhat(flow.subjectType() + "|" + flow.trigger());
            form.setTarget(StepReading.text(flow.target()));
        }
        List<FlowSubject> all = subjects.all(locale);
        FlowSubject subject = all.stream()
                .filter(some -> some.type().equals(form.type()))
                .findFirst()
                .orElse(null);
        Map<String, ConditionField> fields = FlowService.fields(subject);
        FlowDefinition flow = form.read(fields);
        FlowWords.Words said = words.of(fields, List.of(flow), people(form), locale);
        List<Option> targets = subject == null
                ? List.of()
                : subject.trigger(form.trigger())
                        .map(trigger -> trigger.targets().get())
                        .orElse(List.of());
        Long target = targets.isEmpty() ? null : StepReading.id(form.getTarget());
        return new FlowEditor(
                id,
                settled,
                all.stream().map(FlowEditorService::offered).toList(),
                subject,
                targets,
                said,
                roles.all(locale).stream()
                        .map(role -> new Option(String.valueOf(role.id()), role.name()))
                        .toList(),
                teams.tree().stream()
                        .map(team -> new Option(String.valueOf(team.id()), team.path()))
                        .toList(),
                companies.currency(),
                previews.of(subject, form.trigger(), target, flow, said, locale));
    }

    /** Active people by the beginning of a part of their name; who is who is known to everybody in the company. */
    @CanManageFlows
    @Transactional(readOnly = true)
    List<Option> people(Viewer viewer, @Nullable String typed) {
        return staff.choices(Viewer.job("approval.log.designer"), "person", typed, MOST).stream()
                .map(person -> new Option(String.valueOf(person.id()), person.name()))
                .toList();
    }

    /** None when such records have no field that is found by typing. */
    @CanManageFlows
    @Transactional(readOnly = true)
    List<Option> values(Viewer viewer, String type, String field, String typed) {
        return subjects.search(type, field).map(search -> search.find(typed)).orElse(List.of());
    }

    private static FlowEditor.Subject offered(FlowSubject subject) {
        return new FlowEditor.Subject(
                subject.label(),
                subject.triggers().stream()
                        .map(trigger -> new Option(subject.type() + "|" + trigger.key(), trigger.label()))
                        .toList());
    }

    /** All whom the form names, also where another choice hides them. */
    private static List<Long> people(FlowForm form) {
        List<String> typed = new ArrayList<>(List.of(form.getFallback()));
        form.getSteps().forEach(step -> {
            typed.addAll(Arrays.asList(step.getPeople()));
            typed.add(step.getEscalateTo());
        });
        List<Long> people = new ArrayList<>();
        typed.forEach(id -> {
            Long known = StepReading.id(id);
            if (known != null) {
                people.add(Objects.requireNonNull(known));
            }
        });
        return people;
    }
}
