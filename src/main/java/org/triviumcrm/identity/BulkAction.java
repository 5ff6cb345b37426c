package org.triviumcrm.identity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done with many records of a list at once. Implemented by the module that owns the records: as a bean, it
 * stands above the list for everybody who has its permission, asks its fields once, and works off what was chosen in
 * batches, each in a transaction; what it refuses is shown with the reason.
 *
 * @param <I> what it asks: a record with constraints, kept as JSON; {@link Nothing} when it asks nothing
 */
public interface BulkAction<I> {

    /** Input of an action that asks nothing. */
    record Nothing() {}

    /** Name in addresses, one among those of its noun, such as {@code suspend}. */
    String key();

    /** Record type, list and table, such as {@code opportunity}. */
    String noun();

    /** What one needs to do it. */
    String permission();

    /** Message: the text of its button. */
    String label();

    /** Icon of its button. */
    String icon();

    Class<I> input();

    /** Template with the fragment {@code key()} that holds its fields or says what will happen; null without any. */
    default @Nullable String template() {
        return null;
    }

    /** What the form shows first: the input, or something with the same fields where one of them has no value yet. */
    default Object proposal(Viewer viewer) {
        return new Nothing();
    }

    /** What the form offers to choose from: further attributes of its page. */
    default Map<String, Object> choices(Viewer viewer) {
        return Map.of();
    }

    /** Whether it can't be taken back by anything else. */
    default boolean irreversible() {
        return false;
    }

    /**
     * Looks at the input alone, before anything is done.
     *
     * @throws org.triviumcrm.shared.web.Refusal when it makes no sense
     * @throws org.triviumcrm.shared.web.NotFound when it names what the viewer may not choose
     */
    default void check(Viewer viewer, I input) {}

    /** What it is done with, in words, such as the new owner's name; null when there is nothing to say. */
    default @Nullable String target(I input) {
        return null;
    }

    /**
     * Does it, in the caller's transaction and with a number of statements that does not depend on how many records there are.
     *
     * @return those it was not done with, and why; records that the viewer does not see are {@link BulkRefusal#GONE}
     */
    Map<Long, BulkRefusal> apply(BulkBatch batch, I input);

    /** Whether {@link #undo} takes it back. */
    default boolean undoable() {
        return false;
    }

    /** Takes it back for records it was done with; those of which somebody has made something else since stay so. */
    default Map<Long, BulkRefusal> undo(BulkBatch batch, I input) {
        throw new UnsupportedOperationException(key());
    }

    /**
     * Whether several batches may be worked off at the same time: what becomes of a record does not depend on the others, as it
     * would with a limit of how many somebody may have.
     */
    default boolean sideBySide() {
        return false;
    }

    /**
     * How many records a transaction takes: more where each of them costs little, fewer where whoever works with one of them would
     * wait too long.
     */
    default int step() {
        return 1_000;
    }

    /** All is done; called once, with the number of records it was done with. */
    default void finished(Viewer viewer, I input, long done) {}

    /** The same refusal for each of these. */
    static Map<Long, BulkRefusal> all(List<Long> ids, BulkRefusal refusal) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> refusal));
    }
}
