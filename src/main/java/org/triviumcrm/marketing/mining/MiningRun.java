package org.triviumcrm.marketing.mining;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model learned once; learning anew adds another one.
 *
 * @param dataAt of when the data is
 * @param attributes keys of those it was learned from
 * @param depth as wished; null where it was found out
 * @param leaf as wished; null where it was found out
 * @param rows how many were learned from
 * @param auc in ten folds, from 0.5 to 1
 * @param aside AUC of those who were set aside
 * @param latest AUC of the latest third, learned from the others; null without a test by time
 * @param forest AUC of a forest for those who were set aside
 * @param figures what was found, as JSON
 * @param by who had it learned
 */
public record MiningRun(
        long id,
        Instant dataAt,
        List<String> attributes,
        @Nullable Integer depth,
        @Nullable Integer leaf,
        boolean balanced,
        long rows,
        long yes,
        double auc,
        @Nullable Double aside,
        @Nullable Double latest,
        @Nullable Double forest,
        String figures,
        @Nullable String by) {}
