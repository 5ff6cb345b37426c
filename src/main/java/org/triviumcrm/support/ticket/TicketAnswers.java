package org.triviumcrm.support.ticket;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was answered to the questions of a ticket's type, between JSON and the database. */
@Component
public class TicketAnswers {

    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper json;

    TicketAnswers(JsonMapper json) {
        this.json = json;
    }

    public Map<String, String> read(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, TEXTS);
    }

    @Nullable
    String write(Map<String, String> answers) {
        return answers.isEmpty() ? null : json.writeValueAsString(answers);
    }
}
