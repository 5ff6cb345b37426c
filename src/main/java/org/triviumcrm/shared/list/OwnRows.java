package org.triviumcrm.shared.list;

import java.util.Map;

/** The rows that a column says are a person's own. */
record OwnRows(String column, long personId) implements RowScope {

    @Override
    public String sql(String alias) {
        return column + " = :listOwner";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("listOwner", personId);
    }
}
