package org.triviumcrm.sales.number;

import java.util.EnumMap;
import java.util.Map;

/** The patterns of all kinds of papers, as typed. */
class SaveNumberPatterns {

    private final Map<NumberKind, String> patterns = new EnumMap<>(NumberKind.class);

    public Map<NumberKind, String> getPatterns() {
        return patterns;
    }
}
