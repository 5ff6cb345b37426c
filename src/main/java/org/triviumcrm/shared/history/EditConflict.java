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

    /** Whether it is known what the record was like when the form was opened. */
    public boolean isThreeWay() {
        return differences.stream().anyMatch(difference -> difference.change() != Change.UNKNOWN);
    }

    /** What the form shows for a field in which only the others' change has been taken over; else null. */
    public @Nullable String takenText(String field) {
        return differences.stream()
                .filter(difference -> difference.taken() && difference.field().equals(field))
                .map(difference -> Objects.requireNonNullElse(difference.saved(), ""))
                .findFirst()
                .orElse(null);
    }

    /** Who has changed a field since the form was opened. */
    public enum Change {
        THEIRS,
        YOURS,
        BOTH,
        /** The history does not go back so far. */
        UNKNOWN
    }

    /**
     * A field with its two values as people read them, null where there is none.
     *
     * @param field the input's name
     * @param taken whether the form shows the saved value now, because only the others changed it
     * @param savedValues as the input holds them: one, or several of a set
     * @param typedValues likewise
     */
    public record Difference(
            String field,
            String label,
            Change change,
            boolean taken,
            @Nullable String saved,
            @Nullable String typed,
            List<String> savedValues,
            List<String> typedValues) {

        /** What the button puts into the form: the version that the form does not show. */
        public List<String> otherValues() {
            return taken ? typedValues : savedValues;
        }

        public @Nullable String other() {
            return taken ? typed : saved;
        }
    }

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
