package org.triviumcrm.marketing.mining;

import java.util.Locale;
import java.util.Map;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.MiningQuestion;

/**
 * A kind of record that can be learned about: customers, leads. Its {@link #key} is also the name of its table, the noun whose scope
 * rows are within, and with {@code _id} the column that names one in questions and scores.
 */
interface MiningSubject {

    String key();

    /** What SQL calls a row of its table. */
    String alias();

    /** A condition on those whose answer is still open, beginning with {@code and}; empty where all that have not said yes are. */
    String open();

    /** What the viewer may learn from, by key, in the order of forms. */
    Map<String, MiningAttribute> attributes(Viewer viewer, Locale locale);

    /** What the viewer may ask, by key, in the order of forms; no other subject has one of these keys. */
    Map<String, MiningQuestion> questions(Viewer viewer, Locale locale);

    /** Where it is kept what a model says of each. */
    MiningScores scores();

    default String column() {
        return key() + "_id";
    }

    default String from() {
        return " from " + key() + " " + alias();
    }

    /** Whether an attribute is reckoned from what a question asks, so that it is another one once somebody has said yes. */
    default boolean contains(String question, String attribute) {
        return false;
    }

    /** Whether a question asks for this attribute itself. */
    default boolean isAsked(String question, String attribute) {
        return question.equals(attribute);
    }
}
