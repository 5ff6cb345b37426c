package org.triviumcrm.marketing.mining;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model was learned from, in the reader's words.
 *
 * @param population name of the target list or segment; null where all count, or where the reader does not see it
 * @param everybody whether all count
 * @param attributes what those are called that it was learned from
 */
public record MiningFacts(@Nullable String population, boolean everybody, List<String> attributes) {}
