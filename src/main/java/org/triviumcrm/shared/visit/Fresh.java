package org.triviumcrm.shared.visit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What others have done to a record since somebody's last visit.
 *
 * @param since when that was; null when there was none, and nothing is marked
 * @param properties that were changed, named as in the record's input: {@code expectedCloseDate}
 */
public record Fresh(@Nullable Instant since, Set<String> properties) {

    /** Whether one of these was changed. */
    public boolean has(String... some) {
        for (String property : some) {
            if (properties.contains(property)) {
                return true;
            }
        }
        return false;
    }
}
