package org.triviumcrm.sales.line;

/** What a line of a quote is. */
public enum LineKind {
    /** Something that is offered, with a quantity and a price. */
    ITEM,
    /** A heading: what follows belongs together, and is added up. */
    SECTION,
    /** Words only. */
    TEXT
}
