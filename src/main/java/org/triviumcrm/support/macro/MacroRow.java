package org.triviumcrm.support.macro;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A macro among others.
 *
 * @param queue whose agents have it; null for all or one alone
 * @param beginning of its text, in the viewer's language where there is one; null when it says nothing
 * @param mine whether it is the viewer's alone
 */
public record MacroRow(
        long id,
        String name,
        boolean mine,
        @Nullable String queue,
        boolean note,
        @Nullable String beginning,
        List<MacroChip> chips,
        boolean active,
        long used,
        @Nullable Instant usedAt) {

    public MacroRow {
        chips = List.copyOf(chips);
    }

    public MacroAudience audience() {
        return mine ? MacroAudience.MINE : queue != null ? MacroAudience.QUEUE : MacroAudience.ALL;
    }
}
