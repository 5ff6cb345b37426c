package org.triviumcrm.survey.followup;

/** How content a customer is by an answer; {@code customer_mood_of} in the database says which. */
enum Mood {
    /** 9 and 10 of 10, 4 and 5 of 5. */
    CONTENT,
    BETWEEN,
    /** 0 to 6 of 10, 1 and 2 of 5: a detractor. */
    DISCONTENT
}
