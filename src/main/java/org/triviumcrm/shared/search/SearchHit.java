package org.triviumcrm.shared.search;

import org.jspecify.annotations.Nullable;

/** A record that was found. */
public record SearchHit(long id, String name, @Nullable String note) {}
