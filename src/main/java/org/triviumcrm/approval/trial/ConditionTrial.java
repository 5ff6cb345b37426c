package org.triviumcrm.approval.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.triviumcrm.approval.trial.TrialResult.Verdict;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionEvaluator;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.ConditionWords;

/** Says of each condition whether it holds for a record. */
final class ConditionTrial {

    private final ConditionEvaluator evaluator;
    private final ConditionWords words;
    private final MessageSource messages;
    private final Locale locale;
    private final Map<String, Object> values;

    ConditionTrial(
            ConditionEvaluator evaluator,
            ConditionWords words,
            MessageSource messages,
            Locale locale,
            Map<String, Object> values) {
        this.evaluator = evaluator;
        this.words = words;
        this.messages = messages;
        this.locale = locale;
        this.values = values;
    }

    boolean holds(ConditionGroup group) {
        return evaluator.holds(group, values);
    }

    List<Verdict> of(ConditionGroup group) {
        List<Verdict> verdicts = new ArrayList<>();
        collect(group, 0, verdicts);
        return verdicts;
    }

    private void collect(ConditionGroup group, int depth, List<Verdict> verdicts) {
        if (group.conditions().size() + group.groups().size() > 1 || depth > 0) {
            String joining = messages.getMessage(
                    "shared.condition.joining." + group.joining().name(), null, locale);
            verdicts.add(new Verdict(depth, joining, null, holds(group), true));
        }
        for (Condition condition : group.conditions()) {
            verdicts.add(new Verdict(
                    depth,
                    words.of(condition),
                    words.actual(condition.field(), values),
                    evaluator.holds(condition, values),
                    false));
        }
        group.groups().forEach(inner -> collect(inner, depth + 1, verdicts));
    }
}
