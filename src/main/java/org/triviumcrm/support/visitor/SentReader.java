package org.triviumcrm.support.visitor;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what visitors' pages send. */
@Component
class SentReader {

    private static final int LONGEST_BODY = 20_000;

    private final JsonMapper json;

    SentReader(JsonMapper json) {
        this.json = json;
    }

    /** Read here, so that no message about it quotes what somebody wrote. What can't be read is as good as empty. */
    Sent read(HttpServletRequest request) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        byte[] bytes = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (bytes.length <= LONGEST_BODY) {
            try {
                JsonNode node = json.readTree(new String(bytes, StandardCharsets.UTF_8));
                node.properties().forEach(field -> {
                    if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                        fields.put(field.getKey(), field.getValue().asString());
                    }
                });
            } catch (JacksonException unreadable) {
                fields.clear();
            }
        }
        return new Sent(fields);
    }
}
