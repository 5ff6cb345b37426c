package org.triviumcrm.sales;

import java.util.Locale;

/**
 * By which reckoning an opportunity's amount is shared among the campaigns that touched it. The names are those in use for
 * multi-touch attribution.
 */
public enum AttributionModel {
    /** All of it to the campaign that touched first. */
    FIRST,
    /** All of it to the one that touched last. */
    LAST,
    /** The same to each. */
    EVEN,
    /** As somebody has said; evenly while nobody has. */
    MANUAL;

    /** What the columns of this reckoning begin with. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
