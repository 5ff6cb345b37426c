package org.triviumcrm.shared.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.triviumcrm.shared.condition.ConditionGroup.Joining;
import org.triviumcrm.shared.format.Format;

/**
 * Conditions as people say them: "amount is more than $500,000 and (team is West or team is East)". Numbers and dates come
 * in the language of the request.
 *
 * @param people names by id of those whom conditions name
 * @param currency of the company
 */
public record ConditionWords(
        MessageSource messages,
        Format format,
        Locale locale,
        Map<String, ConditionField> fields,
        Map<Long, String> people,
        String currency) {

    /** The whole; "always" when nothing is asked. */
    public String of(ConditionGroup group) {
        return group.holdsAlways() ? say("shared.condition.always") : joined(group);
    }

    private String joined(ConditionGroup group) {
        Stream<String> inner = group.groups().stream()
                .filter(some -> !some.holdsAlways())
                .map(some -> say("shared.condition.group", joined(some)));
        return Stream.concat(group.conditions().stream().map(this::of), inner)
                .reduce((one, next) ->
                        say(group.joining() == Joining.ALL ? "shared.condition.and" : "shared.condition.or", one, next))
                .orElse("");
    }

    /** One comparison. */
    public String of(Condition condition) {
        ConditionField field = fields.get(condition.field());
        String label = field == null ? condition.field() : field.label();
        String verb = say("shared.condition." + condition.comparison().name());
        if (field != null && field.kind() == FieldKind.EVENTS) {
            return happening(field, condition, label);
        }
        if (condition.comparison().needed() == 0) {
            return say("shared.condition.alone", label, verb);
        }
        List<String> values = condition.values().stream()
                .filter(value -> !value.isBlank())
                .map(value -> value(field, value))
                .toList();
        return say("shared.condition.sentence", label, verb, values.isEmpty() ? "…" : String.join(" / ", values));
    }

    /** "Bought (GTX Pro) at least 2 times within the last 90 days". */
    private String happening(ConditionField field, Condition condition, String label) {
        Happening happening = condition.happening() == null ? Happening.EVER : condition.happening();
        ConditionField thing = field.thing();
        String about = thing == null || happening.thing().isBlank()
                ? label
                : say("shared.condition.about", label, thing.named(happening.thing()));
        Object times = condition.values().stream()
                .findFirst()
                .map(value -> ConditionValue.read(FieldKind.EVENTS, value))
                .orElse(null);
        String often = times == null
                ? say("shared.condition.sentence", about, say("shared.condition." + condition.comparison()), "…")
                : say("shared.condition.often." + condition.comparison(), about, times);
        Integer within = happening.within();
        return within == null ? often : say("shared.condition.lately", often, within);
    }

    /** A stored value as people read it. */
    public String value(@Nullable ConditionField field, String stored) {
        Object value = field == null ? null : ConditionValue.read(field.kind(), stored);
        return field == null || value == null ? stored : shown(field, value);
    }

    /** The value of a record as people read it; null when it is unknown. */
    public @Nullable String actual(String key, Map<String, Object> values) {
        ConditionField field = fields.get(key);
        Object value = values.get(key);
        return field == null || value == null ? null : shown(field, value);
    }

    private String shown(ConditionField field, Object value) {
        return switch (field.kind()) {
            case MONEY -> format.money((BigDecimal) value, currency);
            case NUMBER, EVENTS -> format.number((BigDecimal) value);
            case PERCENT -> format.percent((BigDecimal) value);
            case DATE -> format.date((LocalDate) value);
            case TEXT -> String.valueOf(value);
            case PERSON -> people.getOrDefault(value, field.named(String.valueOf(value)));
            case CHOICE, TREE, TEAM, RECORD, BOOLEAN -> field.named(String.valueOf(value));
            case SEVERAL ->
                Arrays.stream(String.valueOf(value).split(" "))
                        .map(field::named)
                        .collect(Collectors.joining(", "));
        };
    }

    /** The people whom some conditions name. */
    public static List<Long> peopleIn(Map<String, ConditionField> fields, List<ConditionGroup> groups) {
        return groups.stream()
                .flatMap(group -> Stream.concat(
                        group.conditions().stream()
                                .filter(condition -> fields.containsKey(condition.field())
                                        && fields.get(condition.field()).kind() == FieldKind.PERSON)
                                .flatMap(condition -> condition.values().stream())
                                .map(value -> ConditionValue.read(FieldKind.PERSON, value))
                                .filter(Long.class::isInstance)
                                .map(Long.class::cast),
                        peopleIn(fields, group.groups()).stream()))
                .distinct()
                .collect(Collectors.toList());
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
