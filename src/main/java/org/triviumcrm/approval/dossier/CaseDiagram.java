package org.triviumcrm.approval.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.diagram.DiagramStep;
import org.triviumcrm.approval.diagram.DiagramStep.Standing;
import org.triviumcrm.approval.diagram.FlowDiagram;
import org.triviumcrm.approval.diagram.StepWords;
import org.triviumcrm.approval.engine.Expressions;

/** The flow of a case with where it stands, and its people step by step. */
@Component
class CaseDiagram {

    private final StepWords words;

    CaseDiagram(StepWords words) {
        this.words = words;
    }

    /** @param asked the tasks of this round */
    FlowDiagram draw(ApprovalCase about, FlowDefinition flow, List<TaskRow> asked, Locale locale) {
        int reached = reached(flow, asked);
        boolean through = about.state() == CaseState.APPROVED || about.state() == CaseState.FAILED;
        List<DiagramStep> steps = new ArrayList<>();
        for (int place = 0; place < flow.steps().size(); place++) {
            Step step = flow.steps().get(place);
            boolean waits = about.state() == CaseState.RUNNING && place == reached;
            Standing standing = waits ? Standing.PRESENT : through || place <= reached ? Standing.DONE : Standing.AHEAD;
            steps.add(new DiagramStep(
                    step.name(), words.of(step, locale), !step.when().holdsAlways(), standing));
        }
        return FlowDiagram.of(steps);
    }

    /** The steps that have asked somebody, in their order, those to whom one was escalated behind it. */
    List<CasePage.StepPeople> people(FlowDefinition flow, List<TaskRow> asked) {
        List<CasePage.StepPeople> steps = new ArrayList<>();
        for (Step step : flow.steps()) {
            List<TaskRow> own = at(step.key(), asked);
            List<TaskRow> above = at(Expressions.escalated(step.key()), asked);
            if (own.stream().noneMatch(task -> task.state().equals(TaskState.EXPIRED.name()))) {
                // escalated to nobody: it stays with its own people
                own = Stream.concat(own.stream(), above.stream()).toList();
                above = List.of();
            }
            if (!own.isEmpty()) {
                steps.add(new CasePage.StepPeople(step.name(), false, own));
            }
            if (!above.isEmpty()) {
                steps.add(new CasePage.StepPeople(step.name(), true, above));
            }
        }
        return steps;
    }

    private static List<TaskRow> at(String key, List<TaskRow> asked) {
        return asked.stream().filter(task -> task.step().equals(key)).toList();
    }

    /** The last step that has asked somebody; -1 when none has. */
    private static int reached(FlowDefinition flow, List<TaskRow> asked) {
        for (int place = flow.steps().size() - 1; place >= 0; place--) {
            String key = flow.steps().get(place).key();
            if (asked.stream().anyMatch(task -> StepPlace.of(task.step()).step().equals(key))) {
                return place;
            }
        }
        return -1;
    }
}
