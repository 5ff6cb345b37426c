package org.triviumcrm.approval;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.web.Option;

/**
 * A field that conditions of a flow may look at. The message {@code approval.field.<type>.<key>} names it.
 *
 * @param key stored in flows, so it never changes
 * @param material whether a change of it makes an approval void even when no condition looks at it
 * @param choices for {@link FieldKind#CHOICE} and {@link FieldKind#TREE} what there is to choose from, asked anew each time; else gives none
 */
public record ApprovalField(String key, FieldKind kind, boolean material, Function<Locale, List<Option>> choices) {

    /** A field that is not chosen from a list of its own. */
    public static ApprovalField of(String key, FieldKind kind, boolean material) {
        return new ApprovalField(key, kind, material, locale -> List.of());
    }
}
