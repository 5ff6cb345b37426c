package org.triviumcrm.shared.visit;

import org.jspecify.annotations.Nullable;

/** A record that somebody opened lately, with what tells it from others of the same name. */
public record RecentRecord(String name, @Nullable String note, String icon, String href) {}
