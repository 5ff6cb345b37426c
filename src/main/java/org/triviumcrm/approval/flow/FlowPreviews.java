package org.triviumcrm.approval.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.flow.FlowPreview.Problem;
import org.triviumcrm.approval.flow.FlowPreview.Sentence;
import org.triviumcrm.approval.rule.FlowProblems;
import org.triviumcrm.approval.rule.Staff;
import org.triviumcrm.approval.staff.CompanyStaff;

/** Says what flows say, and what hinders them. */
@Component
class FlowPreviews {

    private final CompanyStaff staff;
    private final MessageSource messages;

    FlowPreviews(CompanyStaff staff, MessageSource messages) {
        this.staff = staff;
        this.messages = messages;
    }

    /** @param subject null when no module declares such records any more */
    FlowPreview of(
            @Nullable FlowSubject subject,
            String trigger,
            @Nullable Long target,
            FlowDefinition flow,
            FlowWords.Words words,
            Locale locale) {
        List<Sentence> sentences = flow.steps().stream()
                .map(step -> new Sentence(step.name(), String.join(" – ", words.lines(step))))
                .toList();
        return new FlowPreview(
                applies(subject, trigger, target, flow, words, locale),
                words.drawing(flow),
                sentences,
                words.edges(flow.edges()),
                subject == null ? List.of() : problems(subject, trigger, target, flow),
                subject == null ? List.of() : warnings(subject, flow));
    }

    /** Such as: opportunity, win: only if amount is more than $500,000. */
    String applies(
            @Nullable FlowSubject subject,
            String trigger,
            @Nullable Long target,
            FlowDefinition flow,
            FlowWords.Words words,
            Locale locale) {
        String about = about(subject, trigger, target, locale);
        return flow.when().holdsAlways()
                ? say("approval.flow.applies.always", locale, about)
                : say("approval.flow.applies", locale, about, words.conditions().of(flow.when()));
    }

    private String about(@Nullable FlowSubject subject, String trigger, @Nullable Long target, Locale locale) {
        Optional<FlowSubject.Trigger> known = subject == null ? Optional.empty() : subject.trigger(trigger);
        String what = known.map(FlowSubject.Trigger::label).orElse(trigger);
        String label = subject == null ? "?" : subject.label();
        return target == null || known.isEmpty()
                ? say("approval.flow.about", locale, label, what)
                : say(
                        "approval.flow.about.target",
                        locale,
                        label,
                        what,
                        known.get().target(target));
    }

    /** What hinders it from being switched on. */
    List<Problem> problems(FlowSubject subject, String trigger, @Nullable Long target, FlowDefinition flow) {
        List<Problem> problems = new ArrayList<>();
        if (isGone(subject, trigger, target)) {
            problems.add(new Problem("conditions", null, "approval.flow.problem.TARGET_GONE"));
        }
        problems.addAll(problems(subject, flow, staff.now()));
        return problems.stream().distinct().toList();
    }

    /** The same without where it leads. @param now asked about many flows, so that nothing is looked up twice */
    List<Problem> problems(FlowSubject subject, FlowDefinition flow, Staff now) {
        return inWords(flow, new FlowProblems(subject.kinds(), now).of(flow)).stream()
                .distinct()
                .toList();
    }

    /** What does not hinder it. */
    private List<Problem> warnings(FlowSubject subject, FlowDefinition flow) {
        return inWords(flow, new FlowProblems(subject.kinds(), staff.now()).warnings(flow));
    }

    private static List<Problem> inWords(FlowDefinition flow, List<FlowProblems.Problem> all) {
        List<String> keys = flow.steps().stream().map(Step::key).toList();
        List<Problem> problems = new ArrayList<>();
        for (FlowProblems.Problem found : all) {
            String step = found.step();
            problems.add(new Problem(place(found), step == null ? null : keys.indexOf(step) + 1, text(found)));
        }
        return problems;
    }

    /** Whether it is about something that is gone, so that it never applies. */
    static boolean isGone(FlowSubject subject, String trigger, @Nullable Long target) {
        return subject.trigger(trigger).filter(known -> known.isGone(target)).isPresent();
    }

    private static String place(FlowProblems.Problem found) {
        if (found.step() != null) {
            return "step-" + found.step();
        }
        return Map.of(FlowProblems.Kind.NO_STEPS, "steps", FlowProblems.Kind.FALLBACK, "edges")
                .getOrDefault(found.kind(), "conditions");
    }

    private static String text(FlowProblems.Problem found) {
        var condition = found.condition();
        return condition == null
                ? "approval.flow.problem." + found.kind().name()
                : "shared.condition.problem." + condition.kind().name();
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
