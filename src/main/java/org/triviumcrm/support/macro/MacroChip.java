package org.triviumcrm.support.macro;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.ticket.TicketChanges;

/**
 * One thing that becomes of a ticket.
 *
 * @param field in the form that sends it
 * @param value in that form
 * @param label message: what changes
 * @param key message: into what; null when that is a name
 * @param name likewise; null when that is a message, and for what is gone
 */
public record MacroChip(
        String field,
        String value,
        String label,
        @Nullable String key,
        @Nullable String name) {

    /** @param type and queue: their names, as far as the changes name some */
    static List<MacroChip> of(TicketChanges changes, @Nullable String type, @Nullable String queue) {
        List<MacroChip> chips = new ArrayList<>();
        constant(chips, "setStatus", "support.ticket.status", changes.status());
        constant(chips, "setPriority", "support.ticket.priority", changes.priority());
        if (changes.typeId() != null) {
            chips.add(new MacroChip("setType", "" + changes.typeId(), "support.ticket.type", null, type));
        }
        if (changes.queueId() != null) {
            chips.add(new MacroChip("setQueue", "" + changes.queueId(), "support.ticket.queue", null, queue));
        }
        if (changes.owner() != null) {
            chips.add(new MacroChip(
                    "setOwner",
                    changes.owner().name(),
                    "support.ticket.owner",
                    "support.macro.owner." + changes.owner(),
                    null));
        }
        return List.copyOf(chips);
    }

    private static void constant(List<MacroChip> chips, String field, String label, @Nullable Enum<?> value) {
        if (value != null) {
            chips.add(new MacroChip(field, value.name(), label, label + "." + value.name(), null));
        }
    }
}
