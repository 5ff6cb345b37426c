package org.triviumcrm.marketing.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public address that forms on websites send leads to; nobody is signed in. It answers alike whether something was taken or
 * not, and whether there is such a key.
 */
@Controller
class CaptureController {

    static final String PATH = "/leads/capture/{key}";

    /** Longer than any form that people fill in. */
    private static final int LONGEST_BODY = 100_000;

    private final CaptureService captures;
    private final JsonMapper json;

    CaptureController(CaptureService captures, JsonMapper json) {
        this.captures = captures;
        this.json = json;
    }

    @PostMapping(PATH)
    Object take(@PathVariable String key, HttpServletRequest request) throws IOException {
        boolean asJson = isJson(request);
        captures.take(key, asJson ? body(request) : form(request), request.getRemoteAddr());
        return asJson
                ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Map.of("received", true))
                : "marketing/capture/thanks";
    }

    /** Asked for when the page with the form is opened. */
    @GetMapping(PATH + "/ticket")
    ResponseEntity<String> ticket(@PathVariable String key) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .body(captures.ticket(key).orElse(""));
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        return type.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    private static Map<String, String> form(HttpServletRequest request) {
        Map<String, String> sent = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, String.join(", ", values)));
        return sent;
    }

    /** Read here, so that no message about it quotes what somebody wrote. What can't be read is as good as empty. */
    private Map<String, String> body(HttpServletRequest request) throws IOException {
        Map<String, String> sent = new LinkedHashMap<>();
        byte[] bytes = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (bytes.length <= LONGEST_BODY) {
            try {
                JsonNode node = json.readTree(new String(bytes, StandardCharsets.UTF_8));
                node.properties().forEach(field -> sent.put(field.getKey(), text(field.getValue())));
            } catch (JacksonException unreadable) {
                return Map.of();
            }
        }
        return sent;
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isValueNode() ? value.asString() : value.toString();
    }
}
