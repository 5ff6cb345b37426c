package org.triviumcrm.approval.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.FieldKind;

/**
 * Flows to begin with, so that nobody faces an empty form: for each kind of record with an amount, that the manager of the team
 * is asked above a sum.
 */
@Component
class FlowTemplates {

    private static final BigDecimal LARGE = BigDecimal.valueOf(500_000);

    /** Which action is meant first when people say that something large must be approved. */
    private static final String WIN = "WIN";

    private final MessageSource messages;

    FlowTemplates(MessageSource messages) {
        this.messages = messages;
    }

    /** One on offer. @param key as the address has it */
    record Template(String key, String name, String text) {}

    List<Template> all(List<FlowSubject> subjects, Locale locale) {
        List<Template> all = new ArrayList<>();
        for (FlowSubject subject : subjects) {
            if (amount(subject).isPresent() && !subject.triggers().isEmpty()) {
                String action = trigger(subject).label();
                all.add(new Template(
                        subject.type(),
                        name(subject, locale),
                        say("approval.flow.template.text", locale, subject.label(), action)));
            }
        }
        return all;
    }

    FlowForm form(List<FlowSubject> subjects, @Nullable String key, Locale locale) {
        for (FlowSubject subject : subjects) {
            Optional<ConditionField> amount = amount(subject);
            if (subject.type().equals(key)
                    && amount.isPresent()
                    && !subject.triggers().isEmpty()) {
                Step manager = new Step(
                        "s1",
                        say("approval.flow.template.step", locale),
                        ConditionGroup.ALWAYS,
                        Approvers.teamManager(),
                        Mode.ALL,
                        0,
                        null,
                        null);
                ConditionGroup large = ConditionGroup.all(
                        new Condition(amount.get().key(), Comparison.MORE_THAN, LARGE.toPlainString()));
                FlowForm form =
                        FlowForm.of(new FlowDefinition(large, List.of(manager), EdgeRules.USUAL), subject.fields(), 1);
                form.setName(name(subject, locale));
                form.setWhat(subject.type() + "|" + trigger(subject).key());
                return form;
            }
        }
        return FlowForm.of(FlowDefinition.EMPTY, Map.of(), 0);
    }

    private String name(FlowSubject subject, Locale locale) {
        return say("approval.flow.template.name", locale, subject.label());
    }

    private static FlowSubject.Trigger trigger(FlowSubject subject) {
        return subject.trigger(WIN).orElseGet(() -> subject.triggers().get(0));
    }

    private static Optional<ConditionField> amount(FlowSubject subject) {
        return subject.fields().values().stream()
                .filter(field -> field.kind() == FieldKind.MONEY)
                .findFirst();
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
