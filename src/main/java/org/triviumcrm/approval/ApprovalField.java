package org.triviumcrm.approval;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.web.Option;

/**
 * A field that conditions of a flow may look at.
 *
 * @param key stored in flows, so it never changes
 * @param material whether a change of it makes an approval void even when no condition looks at it
 * @param choices for {@link FieldKind#CHOICE} and {@link FieldKind#TREE} what there is to choose from, asked anew each time; else gives none
 * @param message names it; null for {@code approval.field.<type>.<key>}
 * @param search where there is too much to choose from: it is found by typing, and {@code choices} gives none
 * @param approved what of a value must stay the same for an approval to count, such as the value to one decimal; null where nothing must
 */
public record ApprovalField(
        String key,
        FieldKind kind,
        boolean material,
        Function<Locale, List<Option>> choices,
        @Nullable Search search,
        @Nullable String message,
        Function<Object, @Nullable Object> approved) {

    /** What there is to choose from, by what is typed. */
    public interface Search {

        /** A few that fit; the first ones when nothing is typed. */
        List<Option> find(String typed);

        /** What a value is called, also one that is not offered any more; null when there is none. */
        @Nullable
        String name(String value);
    }

    /** A field whose values must stay as they are. */
    public ApprovalField(
            String key,
            FieldKind kind,
            boolean material,
            Function<Locale, List<Option>> choices,
            @Nullable Search search,
            @Nullable String message) {
        this(key, kind, material, choices, search, message, value -> value);
    }

    /** A field that is chosen from a list of its own. */
    public ApprovalField(String key, FieldKind kind, boolean material, Function<Locale, List<Option>> choices) {
        this(key, kind, material, choices, null, null);
    }

    /** A field that is not chosen from a list of its own. */
    public static ApprovalField of(String key, FieldKind kind, boolean material) {
        return new ApprovalField(key, kind, material, locale -> List.of());
    }

    /** The same, where an approval holds for more than one value. @param part see {@link #approved} */
    public ApprovalField approvedAs(Function<Object, @Nullable Object> part) {
        return new ApprovalField(key, kind, material, choices, search, message, part);
    }

    /** A choice that is found by typing. */
    public static ApprovalField found(String key, boolean material, Search search) {
        return new ApprovalField(key, FieldKind.CHOICE, material, locale -> List.of(), search, null);
    }
}
