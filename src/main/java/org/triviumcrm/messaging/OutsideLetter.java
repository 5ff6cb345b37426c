package org.triviumcrm.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A letter to somebody outside.
 *
 * @param id what stands between the angle brackets of its Message-ID: the same one for each attempt
 * @param from address of the sender, null for the one of this installation
 * @param fromName what people read instead of the address, null for nothing
 * @param replyTo where answers go, null for the sender
 * @param inReplyTo Message-ID with its brackets, null for a letter that answers nothing
 * @param references Message-IDs with their brackets, the oldest first
 * @param html the same as the text
 * @param automatic whether no person wrote it: programs that answer by themselves leave it alone
 */
public record OutsideLetter(
        String id,
        @Nullable String from,
        @Nullable String fromName,
        @Nullable String replyTo,
        @Nullable String inReplyTo,
        List<String> references,
        String subject,
        String text,
        String html,
        boolean automatic,
        List<Enclosure> enclosures) {

    public OutsideLetter {
        references = List.copyOf(references);
        enclosures = List.copyOf(enclosures);
    }

    /** A file that goes along. */
    public record Enclosure(String name, String contentType, InputStreamSource content) {}
}
