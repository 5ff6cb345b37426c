package org.triviumcrm.sales.assignment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.RecordNames;

/** The stored conditions of rules as a sentence, in lists and in the history. */
@Component
class AssignmentWords implements HistoryNames {

    private final AssignmentConditions conditions;
    private final JdbcClient database;
    private final MessageSource messages;

    AssignmentWords(AssignmentConditions conditions, JdbcClient database, MessageSource messages) {
        this.conditions = conditions;
        this.database = database;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "assignment-conditions";
    }

    @Override
    public Map<String, String> names(Collection<String> values, Locale locale) {
        Map<String, ConditionGroup> read = new HashMap<>();
        values.forEach(value -> read.put(value, conditions.read(value)));
        Map<String, String> pipelines = named(read.values(), AssignmentConditions.PIPELINE, "pipeline", locale);
        Map<String, String> products = named(read.values(), AssignmentConditions.PRODUCT, "product", locale);
        Map<String, String> words = new HashMap<>();
        read.forEach((value, group) -> words.put(
                value,
                group.holdsAlways()
                        ? text("sales.assignment.always", locale)
                        : Stream.concat(
                                        group.conditions().stream()
                                                .map(condition -> words(condition, pipelines, products, locale)),
                                        territories(group, locale))
                                .collect(Collectors.joining(" · "))));
        return words;
    }

    private Map<String, String> named(Collection<ConditionGroup> groups, String field, String table, Locale locale) {
        Set<String> ids = new LinkedHashSet<>();
        groups.forEach(group -> group.conditions().stream()
                .filter(condition -> condition.field().equals(field))
                .forEach(condition -> ids.addAll(condition.values())));
        ids.removeIf(id -> !id.matches("\\d{1,18}"));
        return ids.isEmpty() ? Map.of() : new RecordNames(database, table).names(List.copyOf(ids), locale);
    }

    private String words(
            Condition condition, Map<String, String> pipelines, Map<String, String> products, Locale locale) {
        String all = condition.values().stream()
                .map(value -> switch (condition.field()) {
                    case AssignmentConditions.PIPELINE -> pipelines.getOrDefault(value, value);
                    case AssignmentConditions.PRODUCT -> products.getOrDefault(value, value);
                    case AssignmentConditions.AMOUNT -> String.format(locale, "%,.0f", new BigDecimal(value));
                    default -> value;
                })
                .collect(Collectors.joining(", "));
        String key = condition.comparison() == Comparison.ONE_OF
                ? "sales.assignment.words." + condition.field()
                : "sales.assignment.words.amount." + condition.comparison();
        return String.valueOf(messages.getMessage(key, new Object[] {all}, locale));
    }

    /** Few rules name a territory: their names are read for each. */
    private Stream<String> territories(ConditionGroup group, Locale locale) {
        List<String> ids = AssignmentConditions.territories(group);
        if (ids.isEmpty()) {
            return Stream.empty();
        }
        Map<String, String> names = new RecordNames(database, "territory").names(ids, locale);
        String all = ids.stream().map(id -> names.getOrDefault(id, id)).collect(Collectors.joining(", "));
        return Stream.of(
                String.valueOf(messages.getMessage("sales.assignment.words.territory", new Object[] {all}, locale)));
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, locale));
    }
}
