package org.triviumcrm.identity;

import org.jspecify.annotations.Nullable;

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

    /** One of them changed hands. */
    default void given(long id, @Nullable Long fromPersonId, @Nullable Long toPersonId) {}
}
