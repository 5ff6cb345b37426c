package org.triviumcrm.sales.number;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The patterns of all kinds of papers, as typed. */
class SaveNumberPatterns {

    @NotEmpty(message = "{sales.number.error.pattern}")
    private final Map<NumberKind, @Nullable @NotBlank(message = "{sales.number.error.pattern}") String> patterns =
            new EnumMap<>(NumberKind.class);

    public Map<NumberKind, @Nullable String> getPatterns() {
        return patterns;
    }
}
