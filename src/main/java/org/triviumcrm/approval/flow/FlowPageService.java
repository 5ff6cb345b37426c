package org.triviumcrm.approval.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.rule.Staff;
import org.triviumcrm.approval.staff.CompanyStaff;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.web.NotFound;

/** Flows as pages show them. */
@Service
class FlowPageService {

    private static final long[] NONE = {0, 0};

    private final FlowRepository flows;
    private final FlowVersionRepository versions;
    private final FlowSubjects subjects;
    private final FlowWords words;
    private final FlowPreviews previews;
    private final FlowTemplates templates;
    private final People people;
    private final CompanyStaff staff;

    FlowPageService(
            FlowRepository flows,
            FlowVersionRepository versions,
            FlowSubjects subjects,
            FlowWords words,
            FlowPreviews previews,
            FlowTemplates templates,
            People people,
            CompanyStaff staff) {
        this.flows = flows;
        this.versions = versions;
        this.subjects = subjects;
        this.words = words;
        this.previews = previews;
        this.templates = templates;
        this.people = people;
        this.staff = staff;
    }

    /** All flows by what they are about. */
    @CanManageFlows
    @Transactional(readOnly = true)
    List<FlowGroup> groups(Viewer viewer) {
        Map<String, List<FlowLine>> byType = new LinkedHashMap<>();
        for (FlowLine line : flows.lines()) {
            byType.computeIfAbsent(line.flow().subjectType(), type -> new ArrayList<>())
                    .add(line);
        }
        List<FlowGroup> groups = new ArrayList<>();
        Staff now = staff.now();
        byType.forEach((type, lines) -> groups.add(group(type, lines, now, viewer.locale())));
        return groups;
    }

    private FlowGroup group(String type, List<FlowLine> lines, Staff now, Locale locale) {
        FlowSubject subject = subjects.find(type, locale).orElse(null);
        Map<String, ConditionField> fields = FlowService.fields(subject);
        FlowWords.Words said =
                words.of(fields, lines.stream().map(FlowLine::shown).toList(), List.of(), locale);
        List<FlowGroup.Row> rows = new ArrayList<>();
        for (FlowLine line : lines) {
            Flow flow = line.flow();
            rows.add(new FlowGroup.Row(
                    line,
                    previews.applies(subject, flow.trigger(), flow.target(), line.shown(), said, locale),
                    line.shown().steps().stream().map(Step::name).toList(),
                    subject != null && FlowPreviews.isGone(subject, flow.trigger(), flow.target()),
                    subject == null || line.activeNumber() == null
                            ? List.of()
                            : previews.problems(subject, line.shown(), now)));
        }
        return new FlowGroup(label(subject, type), rows);
    }

    /** What a flow can begin with. */
    @CanManageFlows
    @Transactional(readOnly = true)
    List<FlowTemplates.Template> templates(Viewer viewer) {
        return templates.all(subjects.all(viewer.locale()), viewer.locale());
    }

    @CanManageFlows
    @Transactional(readOnly = true)
    FlowPage page(Viewer viewer, long id) {
        Flow flow = flows.find(id).orElseThrow(NotFound::new);
        List<FlowVersion> all = versions.of(id);
        Map<Long, long[]> cases = versions.cases(id);
        FlowVersion draft =
                all.stream().filter(FlowVersion::isDraft).findFirst().orElse(null);
        FlowVersion active =
                all.stream().filter(FlowVersion::isActive).findFirst().orElse(null);
        FlowVersion shown = active != null ? active : draft != null ? draft : all.get(0);
        Locale locale = viewer.locale();
        FlowSubject subject = subjects.find(flow.subjectType(), locale).orElse(null);
        FlowWords.Words said = words.of(FlowService.fields(subject), List.of(shown.definition()), who(all), locale);
        return new FlowPage(
                flow,
                label(subject, flow.subjectType()),
                shown,
                previews.of(subject, flow.trigger(), flow.target(), shown.definition(), said, locale),
                draft,
                draft == null || subject == null
                        ? List.of()
                        : previews.problems(subject, flow.trigger(), flow.target(), draft.definition()),
                subject != null && FlowPreviews.isGone(subject, flow.trigger(), flow.target()),
                active,
                all.stream().map(version -> line(version, said, cases)).toList(),
                cases.values().stream().mapToLong(counted -> counted[1]).sum(),
                cases.values().stream().anyMatch(counted -> counted[0] > 0));
    }

    /** Who did something last to the draft of a flow, or switched it on; null when nobody knows. */
    @CanManageFlows
    @Transactional(readOnly = true)
    @Nullable
    FlowVersion latest(Viewer viewer, long id) {
        return versions.of(id).stream().findFirst().orElse(null);
    }

    /** The name of a person. */
    @CanManageFlows
    @Transactional(readOnly = true)
    @Nullable
    String name(Viewer viewer, @Nullable Long person) {
        return person == null ? null : people.names(List.of(person)).get(person);
    }

    private static FlowPage.Line line(FlowVersion version, FlowWords.Words said, Map<Long, long[]> cases) {
        Long by = version.isDraft() ? version.updatedBy() : version.activatedBy();
        return new FlowPage.Line(
                version.number(),
                version.state(),
                version.activatedAt() == null ? version.updatedAt() : version.activatedAt(),
                by == null ? null : said.names().person(by),
                version.retiredAt(),
                version.retiredBy() == null ? null : said.names().person(version.retiredBy()),
                cases.getOrDefault(version.id(), NONE)[1]);
    }

    private static Set<Long> who(List<FlowVersion> all) {
        Set<Long> who = new HashSet<>();
        for (FlowVersion version : all) {
            for (Long person : new Long[] {version.activatedBy(), version.retiredBy(), version.updatedBy()}) {
                if (person != null) {
                    who.add(person);
                }
            }
        }
        return who;
    }

    private static String label(@Nullable FlowSubject subject, String type) {
        return subject == null ? type : subject.label();
    }
}
