package org.triviumcrm.approval.flow;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.engine.BpmnExport;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.history.EditConflict.Change;
import org.triviumcrm.shared.history.EditConflict.Difference;
import org.triviumcrm.shared.web.NotFound;

/** Versions of a flow beside each other, and as files. */
@Service
public class FlowVersionService {

    private final FlowRepository flows;
    private final FlowVersionRepository versions;
    private final FlowSubjects subjects;
    private final FlowWords words;
    private final BpmnExport export;
    private final FlowPageService pages;

    FlowVersionService(
            FlowRepository flows,
            FlowVersionRepository versions,
            FlowSubjects subjects,
            FlowWords words,
            BpmnExport export,
            FlowPageService pages) {
        this.flows = flows;
        this.versions = versions;
        this.subjects = subjects;
        this.words = words;
        this.export = export;
        this.pages = pages;
    }

    /** @param from number of the older version, null for the one before; to likewise, null for the newest */
    @CanManageFlows
    @Transactional(readOnly = true)
    FlowComparison compare(Viewer viewer, long id, @Nullable Integer from, @Nullable Integer to) {
        Flow flow = flows.find(id).orElseThrow(NotFound::new);
        List<FlowVersion> all = versions.of(id);
        FlowVersion after = to == null ? all.get(0) : numbered(all, to);
        FlowVersion before = from != null
                ? numbered(all, from)
                : all.stream()
                        .filter(version -> version.number() < after.number())
                        .findFirst()
                        .orElse(after);
        Map<String, ConditionField> fields = fields(flow, viewer.locale());
        FlowWords.Words said =
                words.of(fields, List.of(before.definition(), after.definition()), List.of(), viewer.locale());
        return new FlowComparison(
                flow,
                all.stream().map(FlowVersion::number).toList(),
                before.number(),
                after.number(),
                FlowDifference.of(before.definition(), after.definition(), said));
    }

    /**
     * What somebody else has saved meanwhile beside what was typed; the form is brought up to date, so that saving it again
     * puts it in the place of the other.
     */
    @CanManageFlows
    @Transactional(readOnly = true)
    EditConflict conflict(Viewer viewer, long id, FlowForm form) {
        Flow flow = flows.find(id).orElseThrow(NotFound::new);
        FlowVersion latest = versions.of(id).get(0);
        Map<String, ConditionField> fields = fields(flow, viewer.locale());
        var typed = form.read(fields);
        FlowWords.Words said = words.of(fields, List.of(latest.definition(), typed), List.of(), viewer.locale());
        List<Difference> differences = FlowDifference.of(latest.definition(), typed, said).parts().stream()
                .flatMap(part ->
                        part.lines().stream().map(line -> difference(part.name(), said.say(line.label()), line)))
                .toList();
        form.setDraft(latest.isDraft() ? latest.id() : null);
        form.setVersion(latest.isDraft() ? latest.version() : -1);
        return new EditConflict(
                latest.isDraft() ? latest.version() : -1,
                pages.name(viewer, latest.isDraft() ? latest.updatedBy() : latest.activatedBy()),
                latest.updatedAt(),
                differences);
    }

    private static Difference difference(@Nullable String step, String label, FlowDifference.Line line) {
        return new Difference(
                "",
                step == null ? label : step + " · " + label,
                Change.UNKNOWN,
                false,
                line.before(),
                line.after(),
                List.of(),
                List.of());
    }

    /** A flow to be tried out. @param number of the version; null for the draft, else the newest */
    @CanManageFlows
    @Transactional(readOnly = true)
    public TriedFlow tried(Viewer viewer, long id, @Nullable Integer number) {
        Flow flow = flows.find(id).orElseThrow(NotFound::new);
        List<FlowVersion> all = versions.of(id);
        List<TriedFlow.Earlier> earlier = flows.lines().stream()
                .filter(line -> line.state() == VersionState.ACTIVE)
                .map(line -> new TriedFlow.Earlier(line.flow(), line.shown()))
                .takeWhile(line -> line.flow().id() != id && line.flow().position() <= flow.position())
                .filter(line -> line.flow().subjectType().equals(flow.subjectType())
                        && line.flow().trigger().equals(flow.trigger()))
                .toList();
        return new TriedFlow(flow, all, number == null ? all.get(0) : numbered(all, number), earlier);
    }

    /** A version as a BPMN 2.0 file: what the engine has, with names. */
    @CanManageFlows
    @Transactional(readOnly = true)
    byte[] bpmn(Viewer viewer, long id, int number) {
        Flow flow = flows.find(id).orElseThrow(NotFound::new);
        FlowVersion version = numbered(versions.of(id), number);
        return export.xml("flow-" + id, flow.name(), version.definition(), viewer.locale());
    }

    private Map<String, ConditionField> fields(Flow flow, Locale locale) {
        return FlowService.fields(subjects.find(flow.subjectType(), locale).orElse(null));
    }

    private static FlowVersion numbered(List<FlowVersion> all, int number) {
        return all.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
