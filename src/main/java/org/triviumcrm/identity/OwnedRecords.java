package org.triviumcrm.identity;

import java.util.List;
import java.util.Map;

/**
 * A kind of record that people are in charge of, and that can be given to somebody else many at once. Its table has
 * {@code id}, {@code name}, {@code owner_id}, {@code team_id}, {@code version} and {@code updated_at}, and there is a list of
 * it. The message {@code transfer.count.<type>} says how many. Implemented by the module that owns the records.
 */
public interface OwnedRecords {

    /** Record type, list and table, such as {@code opportunity}. */
    String type();

    /** What one needs to give them to others. */
    String permission();

    /** SQL over the alias {@code t}: those that somebody who leaves hands over. The others stay with the one who had them. */
    default String leaving() {
        return "true";
    }

    /**
     * SQL over the alias {@code t}: those of {@link #leaving} that can't change hands now and will be able to later, so that a
     * hand-over goes on with them then. The message {@code handover.waiting.<type>} says how many. False where there are none.
     */
    default String waiting() {
        return "false";
    }

    /** What of these a person holds, in more detail than their number; empty when that says all. */
    default List<HeldLine> held(Viewer viewer, long personId) {
        return List.of();
    }

    /** Those that must not change hands now, and why; asked once a batch, in its transaction, before they are locked. */
    default Map<Long, BulkRefusal> refusals(Viewer viewer, List<Long> ids) {
        return Map.of();
    }

    /** Called in the transaction, before some of them change hands; the cause is a message key and, after a #, its number. */
    default void giving(Viewer viewer, String cause) {}

    /** Some of them changed hands; told once a batch, in its transaction. */
    default void given(List<OwnerChange> changes) {}
}
