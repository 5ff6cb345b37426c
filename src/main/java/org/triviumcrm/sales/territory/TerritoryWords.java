package org.triviumcrm.sales.territory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionWords;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.history.HistoryNames;

/** What belongs into a territory as a sentence, in the tree and in the history. */
@Component
class TerritoryWords implements HistoryNames {

    private final TerritoryConditions conditions;
    private final MessageSource messages;
    private final Format format;

    TerritoryWords(TerritoryConditions conditions, MessageSource messages, Format format) {
        this.conditions = conditions;
        this.messages = messages;
        this.format = format;
    }

    @Override
    public String kind() {
        return "territory-conditions";
    }

    /** By what is stored. */
    @Override
    public Map<String, String> names(Collection<String> values, Locale locale) {
        Map<String, ConditionField> fields = new HashMap<>();
        TerritoryConditions.KINDS.forEach((key, kind) -> fields.put(
                key,
                new ConditionField(
                        key,
                        String.valueOf(messages.getMessage("sales.territory.field." + key, null, locale)),
                        kind,
                        List::of)));
        ConditionWords words = new ConditionWords(messages, format, locale, fields, Map.of(), "");
        Map<String, String> names = new HashMap<>();
        values.forEach(value -> names.put(value, words.of(conditions.read(value))));
        return names;
    }
}
