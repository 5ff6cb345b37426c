package org.triviumcrm.marketing.mining;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.MiningQuestion;

/**
 * Whose data is read for what: the records that the viewer sees, with a question and attributes.
 *
 * @param subject what the question is about
 * @param thing what the question is about besides, such as a product
 * @param population which part of them
 */
record MiningData(
        Viewer viewer,
        MiningSubject subject,
        MiningQuestion question,
        @Nullable String thing,
        MiningPopulation population,
        List<MiningAttribute> attributes) {}
