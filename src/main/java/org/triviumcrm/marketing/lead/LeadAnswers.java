package org.triviumcrm.marketing.lead;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.FieldMode;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTarget;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What leads have answered, between rows of a file, JSON and the database. */
@Component
class LeadAnswers {

    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper json;

    LeadAnswers(JsonMapper json) {
        this.json = json;
    }

    Map<String, String> read(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, TEXTS);
    }

    String write(Map<String, String> answers) {
        return json.writeValueAsString(answers);
    }

    /** The answers that a row makes, each as the mode of its column says; empty when they are as before. */
    Optional<String> of(ImportRow row, @Nullable ExistingRecord record, ImportContext context) {
        Map<String, String> before = read(record == null ? null : record.text("answers"));
        Map<String, String> after = new LinkedHashMap<>(before);
        said(row).forEach((question, answer) -> {
            FieldMode mode = context.mode(ImportTarget.answer(question));
            if (mode == FieldMode.OVERWRITE
                    || !before.containsKey(question) && (record == null || mode != FieldMode.KEEP)) {
                after.put(question, answer);
            }
        });
        return after.equals(before) ? Optional.empty() : Optional.of(write(after));
    }

    @SuppressWarnings("unchecked") // ImportTarget.ANSWERS says what stands there
    private static Map<String, String> said(ImportRow row) {
        return (Map<String, String>) row.values().getOrDefault(ImportTarget.ANSWERS, Map.of());
    }
}
