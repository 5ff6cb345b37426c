package org.triviumcrm.sales.pipeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.RecordNames;

/** How the ticks of the rules read: {@code 3-4} as a move from stage to stage, {@code 3-AMOUNT} as what a stage asks for. */
@Component
class StageRuleNames implements HistoryNames {

    private final JdbcClient database;
    private final MessageSource messages;

    StageRuleNames(JdbcClient database, MessageSource messages) {
        this.database = database;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "stage-rule";
    }

    @Override
    public Map<String, String> names(Collection<String> values, Locale locale) {
        List<String> ids = values.stream()
                .flatMap(value -> Stream.of(value.split("-")))
                .filter(part -> part.matches("\\d{1,18}"))
                .distinct()
                .toList();
        Map<String, String> stages = new HashMap<>(new RecordNames(database, "stage").names(ids, locale));
        Map<String, String> names = new LinkedHashMap<>();
        for (String value : values) {
            String[] parts = value.split("-");
            if (parts.length == 2) {
                String second = stages.get(parts[1]);
                String from = stages.getOrDefault(parts[0], parts[0]);
                names.put(value, second == null ? from + ": " + field(parts[1], locale) : from + " → " + second);
            }
        }
        return names;
    }

    private String field(String constant, Locale locale) {
        return String.valueOf(messages.getMessage("sales.rule.field." + constant, null, constant, locale));
    }
}
