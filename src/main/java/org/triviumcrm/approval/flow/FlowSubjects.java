package org.triviumcrm.approval.flow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalField;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.approval.ApprovalTrigger;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.Once;
import org.triviumcrm.shared.web.Option;

/** The kinds of records that the modules declare for approvals. */
@Component
public class FlowSubjects {

    private final ObjectProvider<ApprovalSubject> all;
    private final Teams teams;
    private final MessageSource messages;

    FlowSubjects(ObjectProvider<ApprovalSubject> all, Teams teams, MessageSource messages) {
        this.all = all;
        this.teams = teams;
        this.messages = messages;
    }

    public List<FlowSubject> all(Locale locale) {
        return all.orderedStream().map(subject -> of(subject, locale)).toList();
    }

    /** Empty when no module declares such records. */
    public Optional<FlowSubject> find(String type, Locale locale) {
        return all.stream()
                .filter(subject -> subject.type().equals(type))
                .findFirst()
                .map(subject -> of(subject, locale));
    }

    /** Of a field that is found by typing. */
    Optional<ApprovalField.Search> search(String type, String field) {
        return all.stream()
                .filter(subject -> subject.type().equals(type))
                .flatMap(subject -> subject.fields().stream())
                .filter(one -> one.key().equals(field))
                .findFirst()
                .map(ApprovalField::search);
    }

    private FlowSubject of(ApprovalSubject subject, Locale locale) {
        Map<String, ConditionField> fields = new LinkedHashMap<>();
        for (ApprovalField field : subject.fields()) {
            fields.put(field.key(), of(subject, field, locale));
        }
        List<FlowSubject.Trigger> triggers = subject.triggers().stream()
                .map(trigger -> trigger(subject, trigger, locale))
                .toList();
        return new FlowSubject(subject, say("approval.subject." + subject.type(), locale), fields, triggers);
    }

    private ConditionField of(ApprovalSubject subject, ApprovalField field, Locale locale) {
        String message = field.message();
        String label = say(message == null ? "approval.field." + subject.type() + "." + field.key() : message, locale);
        ApprovalField.Search search = field.search();
        if (search == null) {
            return new ConditionField(field.key(), label, field.kind(), Once.of(() -> choices(field, locale)));
        }
        Map<String, String> known = new HashMap<>();
        return new ConditionField(
                field.key(),
                label,
                field.kind(),
                List::of,
                ApproverChoiceController.valuesOf(subject.type(), field.key()),
                value -> known.computeIfAbsent(value, asked -> Objects.requireNonNullElse(search.name(asked), asked)));
    }

    private FlowSubject.Trigger trigger(ApprovalSubject subject, ApprovalTrigger trigger, Locale locale) {
        var targets = trigger.targets();
        return new FlowSubject.Trigger(
                trigger.key(),
                say("approval.trigger." + subject.type() + "." + trigger.key(), locale),
                Once.of(() -> targets == null ? List.of() : targets.apply(locale)),
                targets != null);
    }

    private List<Option> choices(ApprovalField field, Locale locale) {
        return switch (field.kind()) {
            case TEAM ->
                teams.tree().stream()
                        .map(team -> new Option(String.valueOf(team.id()), team.path()))
                        .toList();
            case BOOLEAN ->
                List.of(
                        new Option("true", say("shared.condition.yes", locale)),
                        new Option("false", say("shared.condition.no", locale)));
            case CHOICE, SEVERAL, TREE -> field.choices().apply(locale);
            default -> List.of();
        };
    }

    private String say(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, locale));
    }
}
