package org.triviumcrm.identity.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records an action would be done with, for the page that asks its fields.
 *
 * @param list address of the list they were chosen in
 * @param first the first of them
 */
public record BulkQuestion(String list, long count, List<Row> first) {

    /** A record, and who has it. */
    public record Row(long id, String name, @Nullable String owner) {}

    public long more() {
        return count - first.size();
    }

    /** Whether it will be a job. */
    public boolean isLong() {
        return count > BulkRunner.AT_ONCE;
    }
}
