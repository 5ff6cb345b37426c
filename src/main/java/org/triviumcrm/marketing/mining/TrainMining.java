package org.triviumcrm.marketing.mining;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to learn from, and how.
 *
 * @param attributes keys of those to be used
 * @param depth null when it is to be found out
 * @param leaf null when it is to be found out
 * @param balanced whether the rare answer counts as much as the other
 */
public record TrainMining(
        @NotEmpty(message = "{marketing.mining.error.attributes}")
        List<String> attributes,

        @Nullable
        @Min(value = 1, message = "{marketing.mining.error.depth}")
        @Max(value = 8, message = "{marketing.mining.error.depth}")
        Integer depth,

        @Nullable
        @Min(value = 10, message = "{marketing.mining.error.leaf}")
        @Max(value = 5000, message = "{marketing.mining.error.leaf}")
        Integer leaf,

        @Nullable Boolean balanced) {

    boolean isBalanced() {
        return Boolean.TRUE.equals(balanced);
    }
}
