package org.triviumcrm.identity;

import org.jspecify.annotations.Nullable;

/** A record that changed hands. */
public record OwnerChange(
        long id, @Nullable Long fromPersonId, @Nullable Long toPersonId) {}
