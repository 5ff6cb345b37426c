package org.triviumcrm.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** The columns of one row to insert; times become what the driver understands. */
final class DemoRow extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1;

    DemoRow with(String column, @Nullable Object value) {
        put(column, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        return this;
    }

    /** The columns every table of records has. */
    DemoRow since(Instant created, Instant updated) {
        return with("created_at", created).with("updated_at", updated);
    }
}
