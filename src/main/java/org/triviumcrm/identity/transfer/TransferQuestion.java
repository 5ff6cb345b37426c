package org.triviumcrm.identity.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records would go, for the page that asks to whom.
 *
 * @param list address of the list they were chosen in
 * @param first the first of them
 */
public record TransferQuestion(String list, long count, List<Row> first) {

    /** A record, and who has it. */
    public record Row(long id, String name, @Nullable String owner) {}

    public long more() {
        return count - first.size();
    }
}
