package org.triviumcrm.support.chat;

/** What a talk has become; the column is made by the database, of the two that name it. */
enum ChatOutcome {
    TICKET,
    LEAD
}
