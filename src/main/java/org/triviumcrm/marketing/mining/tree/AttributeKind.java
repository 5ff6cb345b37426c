package org.triviumcrm.marketing.mining.tree;

/** How values of an attribute are compared, and shown. */
public enum AttributeKind {
    NUMBER,
    /** A number without decimals. */
    WHOLE,
    /** Days since 1970. */
    DATE,
    /** One of some values, without an order. */
    CHOICE;

    public boolean isNumber() {
        return this != CHOICE;
    }
}
