package org.triviumcrm.shared.history;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/**
 * Two versions of a record: the one that somebody saved meanwhile, and the one typed into a form. Shown by
 * {@code fragments/conflict}.
 *
 * @param version of what is saved; sent along with the form, it says that the person has seen it
 * @param by who saved it, null when not known
 * @param differences only the fields that are not the same
 */
public record EditConflict(
        int version, @Nullable String by, @Nullable Instant at, List<Difference> differences) {

    /**
     * A field with its two values as people read them, null where there is none.
     *
     * @param field the input's name
     * @param savedValues as the input holds them: one, or several of a set
     */
    public record Difference(
            String field,
            String label,
            @Nullable String saved,
            @Nullable String typed,
            List<String> savedValues) {}

    /**
     * Refuses to write over what somebody else has saved since the form was opened.
     *
     * @param typed the version that came with the form
     * @throws ObjectOptimisticLockingFailureException when it is not the saved one
     */
    public static void refuseStale(Class<?> type, long id, @Nullable Integer typed, int saved) {
        if (!Objects.equals(typed, saved)) {
            throw new ObjectOptimisticLockingFailureException(type, id);
        }
    }
}
