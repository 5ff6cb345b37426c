package org.triviumcrm.survey;

/** A list whose rows stand for contacts who can be asked by a survey, such as participants of campaigns. */
public interface SurveyAudience {

    /** Of the list; its name is the message {@code record.<noun>}. */
    String noun();

    /** What one needs to see the list. */
    String permission();

    /** A SELECT of the ids of contacts. @param rows a SELECT of the ids of rows of the list */
    String contacts(String rows);
}
