package org.triviumcrm.approval.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.EdgeRules.NobodyFound;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.approval.diagram.DiagramStep;
import org.triviumcrm.approval.diagram.FlowDiagram;
import org.triviumcrm.approval.diagram.Names;
import org.triviumcrm.approval.diagram.StepWords;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.ConditionWords;
import org.triviumcrm.shared.format.Format;

/** Whole flows in words: when they apply, whom they ask, and what happens in the edge cases. */
@Component
public class FlowWords {

    private final StepWords steps;
    private final MessageSource messages;
    private final Companies companies;
    private final Format format;

    FlowWords(StepWords steps, MessageSource messages, Companies companies, Format format) {
        this.steps = steps;
        this.messages = messages;
        this.companies = companies;
        this.format = format;
    }

    /** For some flows about records with these fields; all names are read now. @param people further ones */
    public Words of(
            Map<String, ConditionField> fields,
            Collection<FlowDefinition> flows,
            Collection<Long> people,
            Locale locale) {
        List<Step> all = flows.stream().flatMap(flow -> flow.steps().stream()).toList();
        List<ConditionGroup> groups = Stream.concat(
                        flows.stream().map(FlowDefinition::when), all.stream().map(Step::when))
                .toList();
        List<Long> some = new ArrayList<>(people);
        some.addAll(ConditionWords.peopleIn(fields, groups));
        flows.forEach(flow -> {
            Long fallback = flow.edges().fallbackPersonId();
            if (fallback != null) {
                some.add(fallback);
            }
        });
        Names names = steps.names(all, some, locale);
        return new Words(
                names,
                new ConditionWords(messages, format, locale, fields, names.people(), companies.currency()),
                locale);
    }

    /** What is said in one language, with names that are known. */
    public final class Words {

        private final Names names;
        private final ConditionWords conditions;
        private final Locale locale;

        private Words(Names names, ConditionWords conditions, Locale locale) {
            this.names = names;
            this.conditions = conditions;
            this.locale = locale;
        }

        public Names names() {
            return names;
        }

        public ConditionWords conditions() {
            return conditions;
        }

        /** Who decides. */
        public String asked(Step step) {
            return steps.asked(step, names, locale);
        }

        /** Who decides, under which condition, when they are reminded, and what happens after its time. */
        public List<String> lines(Step step) {
            List<String> lines = new ArrayList<>(steps.of(step, names, locale));
            if (!step.when().holdsAlways()) {
                lines.add(1, say("approval.step.onlyIf", conditions.of(step.when())));
            }
            return lines;
        }

        public FlowDiagram drawing(FlowDefinition flow) {
            return FlowDiagram.of(flow.steps().stream()
                    .map(step -> new DiagramStep(
                            step.name(), lines(step), !step.when().holdsAlways(), DiagramStep.Standing.AHEAD))
                    .toList());
        }

        /** What happens in the edge cases, one sentence each. */
        public List<String> edges(EdgeRules edges) {
            Long fallback = edges.fallbackPersonId();
            String nobody = edges.nobodyFound() == NobodyFound.FALLBACK && fallback != null
                    ? say("approval.edge.nobody.TO", names.person(fallback))
                    : say("approval.edge.nobody." + edges.nobodyFound().name());
            return List.of(
                    edge("nobody", nobody),
                    edge(
                            "submitter",
                            say("approval.edge.submitter." + edges.submitter().name())),
                    edge("same", say("approval.edge.same." + edges.samePerson().name())),
                    edge("absent", say("approval.edge.absent." + edges.absent().name())));
        }

        private String edge(String what, String then) {
            return say("approval.edge.sentence", say("approval.edge." + what), then);
        }

        /** Whole days as days, else hours. */
        public String duration(int hours) {
            return steps.duration(hours, locale);
        }

        /** A sentence about the time limit of a step. */
        public String after(TimeLimit limit) {
            return steps.after(limit, names, locale);
        }

        String say(String key, Object... values) {
            return messages.getMessage(key, values, locale);
        }
    }
}
