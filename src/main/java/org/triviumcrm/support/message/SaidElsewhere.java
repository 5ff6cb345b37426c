package org.triviumcrm.support.message;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.attachment.SentFile;

/**
 * Something that was said before there was a ticket, such as in a talk on a website.
 *
 * @param authorId of one of us who said it; null for somebody outside
 * @param files that were sent with it, each opened when it is its turn
 * @param name and {@code email}: of somebody outside, as far as they are known
 */
public record SaidElsewhere(
        MessageKind kind,
        @Nullable Long authorId,
        @Nullable String name,
        @Nullable String email,
        String text,
        List<Attached> files,
        Instant at) {

    /** A file that is kept elsewhere as yet. */
    @FunctionalInterface
    public interface Attached {

        SentFile open() throws IOException;
    }

    public SaidElsewhere {
        files = List.copyOf(files);
    }
}
