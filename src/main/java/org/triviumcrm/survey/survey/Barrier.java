package org.triviumcrm.survey.survey;

/** Why a survey can't be answered. Said on a page of its own, {@code survey.sheet.<constant>}. */
public enum Barrier {
    NOT_YET,
    CLOSED,
    FULL,
    /** The personal link has been used. */
    ANSWERED,
    /** The personal link is too old. */
    EXPIRED
}
