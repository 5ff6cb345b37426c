package org.triviumcrm.survey.question;

/** How a question is answered. Its text is {@code survey.question.kind.<constant>}. */
public enum QuestionKind {
    /** One of some options. */
    SINGLE,
    /** Any of some options. */
    MULTIPLE,
    /** From 1 to as many points as the question has. */
    SCALE,
    /** From 0 to 10. */
    NPS,
    /** One of some options for each row. */
    MATRIX,
    TEXT,
    DATE,
    FILE;

    public boolean hasOptions() {
        return this == SINGLE || this == MULTIPLE || this == MATRIX;
    }

    public boolean hasEnds() {
        return this == SCALE || this == NPS;
    }

    /** Whether its answers are counted: those of other kinds are read. */
    public boolean isCounted() {
        return this != TEXT && this != DATE && this != FILE;
    }

    /** Whether later questions can depend on it. */
    public boolean decides() {
        return isCounted() && this != MATRIX;
    }
}
