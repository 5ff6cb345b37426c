package org.triviumcrm.sales.release;

/** What flows call quotes and what is known of them; stored with flows and cases, so they never change. */
public final class QuoteKeys {

    public static final String TYPE = "quote";

    /** Trigger: letting it leave. */
    public static final String RELEASE = "RELEASE";

    /** Of all lines and the whole, in per cent of what it would come to without. */
    public static final String DISCOUNT = "discount";

    /** The largest of a line, in per cent of its list price. */
    public static final String LINE_DISCOUNT = "lineDiscount";

    /** In per cent of the net of the lines whose cost is known. */
    public static final String MARGIN = "margin";

    /** The net in the company's currency. */
    public static final String AMOUNT = "amount";

    public static final String LEVEL = "level";
    public static final String REGION = "region";
    public static final String SEGMENTS = "segments";
    public static final String OWNER = "owner";
    public static final String OWNER_TEAM = "ownerTeam";
    public static final String DAYS = "days";

    public static final String CUSTOMER = "customer";
    public static final String CURRENCY = "currency";
    public static final String TOTAL = "total";
    public static final String LINES = "lines";
    public static final String VALID_UNTIL = "validUntil";
    public static final String WORDS = "words";

    private QuoteKeys() {}
}
