package org.triviumcrm.identity;

import org.jspecify.annotations.Nullable;

/** A person as other modules see one. */
public record PersonRef(
        long id, String name, String signInName, @Nullable Long teamId, boolean active) {}
