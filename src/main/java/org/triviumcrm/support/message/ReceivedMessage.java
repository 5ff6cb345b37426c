package org.triviumcrm.support.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody outside has written.
 *
 * @param html the same as it was laid out, cleaned; null when it was plain
 * @param internetId by which mail programs know it, null when they don't
 * @param automatic whether a program wrote it: then it changes nothing about the ticket
 */
public record ReceivedMessage(
        @Nullable String authorName,
        @Nullable String authorEmail,
        String text,
        @Nullable String html,
        @Nullable String internetId,
        boolean automatic,
        List<ReceivedFile> files) {

    public ReceivedMessage {
        files = List.copyOf(files);
    }

    /** @param contentId by which the HTML shows it, null for what is attached only */
    public record ReceivedFile(String name, @Nullable String contentId, byte[] content) {}
}
