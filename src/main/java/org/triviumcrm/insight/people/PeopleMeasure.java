package org.triviumcrm.insight.people;

/** What people are compared by. */
public enum PeopleMeasure {
    WON_AMOUNT(Kind.MONEY, false),
    WON_COUNT(Kind.NUMBER, false),
    /** Of the quota, with shares counted for those who have them. */
    ATTAINMENT(Kind.PERCENT, false),
    ACTIVITIES(Kind.NUMBER, false),
    /** What was won of what was won or lost. */
    CONVERSION(Kind.PERCENT, false),
    /** Days from the opening to the win; half of the wins took no longer. */
    CYCLE(Kind.DAYS, true),
    /** Of quotes that were released: all that was taken off, of all that they would have come to at list prices. */
    DISCOUNT(Kind.PERCENT, true),
    /** What is open now, whatever the days asked for. */
    PIPELINE(Kind.MONEY, false);

    /** How a value is written. */
    public enum Kind {
        MONEY,
        NUMBER,
        PERCENT,
        DAYS
    }

    private final Kind kind;
    private final boolean lessIsBetter;

    PeopleMeasure(Kind kind, boolean lessIsBetter) {
        this.kind = kind;
        this.lessIsBetter = lessIsBetter;
    }

    public Kind kind() {
        return kind;
    }

    public boolean lessIsBetter() {
        return lessIsBetter;
    }
}
