package org.triviumcrm.marketing.mining;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomerAttribute;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.MiningQuestion;

/**
 * Whose data is read for what: the customers that the viewer sees, with a question and attributes.
 *
 * @param thing what the question is about
 * @param population which part of them
 */
record MiningData(
        Viewer viewer,
        MiningQuestion question,
        @Nullable String thing,
        MiningPopulation population,
        List<CustomerAttribute> attributes) {}
