package org.triviumcrm.marketing.mining;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.marketing.mining.tree.Attribute;

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
        List<MiningAttribute> attributes) {

    /** What is known of each row, as expressions of a SELECT, each after a comma. */
    String columns() {
        StringBuilder columns = new StringBuilder();
        for (MiningAttribute attribute : attributes) {
            Attribute learned = MiningAttributes.learned(attribute);
            columns.append(", ")
                    .append(
                            switch (learned.kind()) {
                                case NUMBER, WHOLE -> "cast(" + attribute.sql() + " as float8)";
                                case DATE -> attribute.sql();
                                case CHOICE -> "cast(" + attribute.sql() + " as text)";
                            });
        }
        return columns.toString();
    }
}
