package org.triviumcrm.customer.value;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.shared.web.NotFound;

/**
 * Between which months, and of which classes, as the address says it.
 *
 * @param measure the key of one; null for revenue
 * @param was a class, or {@code -} for none
 * @param afterAmount what the last one of the page before is sorted by, and its id
 */
public record AskMoves(
        @Nullable String measure,
        @Nullable String from,
        @Nullable String to,
        @Nullable String was,
        @Nullable String is,
        @Nullable String afterAmount,
        @Nullable Long afterId) {

    static final String NONE = "-";

    Optional<YearMonth> fromAmong(List<YearMonth> months) {
        return among(months, from);
    }

    Optional<YearMonth> toAmong(List<YearMonth> months) {
        return among(months, to);
    }

    private static Optional<YearMonth> among(List<YearMonth> months, @Nullable String text) {
        return months.stream().filter(month -> month.toString().equals(text)).findFirst();
    }

    /** @throws NotFound when it is neither a class nor none */
    static @Nullable ValueClass valueClass(@Nullable String text) {
        if (NONE.equals(text)) {
            return null;
        }
        for (ValueClass one : ValueClass.values()) {
            if (one.name().equals(text)) {
                return one;
            }
        }
        throw new NotFound();
    }

    /** Whether no cell of a matrix is asked for at all. */
    boolean isWithoutCell() {
        return from == null || to == null || was == null || is == null;
    }

    /** Whether the later month's class is the better one, or the same. */
    static boolean byAfter(@Nullable ValueClass was, @Nullable ValueClass is) {
        return was == null || (is != null && is.compareTo(was) <= 0);
    }
}
