package org.triviumcrm.sales.exit;

/** Keys of what approvals look at; stored with flows, so they never change. */
public final class FactKeys {

    /** Record type of opportunities, for approvals. */
    public static final String TYPE = "opportunity";

    /** In the currency of the company; unknown while the opportunity has no amount. */
    public static final String AMOUNT = "amount";

    public static final String DISCOUNT = "discount";
    public static final String REGION = "region";
    public static final String INDUSTRY = "industry";

    /** A, B or C, by what the customer brings. */
    public static final String VALUE_CLASS = "valueClass";

    public static final String LEVEL = "level";
    public static final String SEGMENTS = "segments";
    public static final String OWNER_TEAM = "ownerTeam";
    public static final String TERRITORY = "territory";
    public static final String PIPELINE = "pipeline";

    /** Where it would be; for what ends it, where it is. */
    public static final String STAGE = "stage";

    public static final String PRODUCT = "product";
    public static final String PROBABILITY = "probability";
    public static final String EXPECTED_CLOSE = "expectedClose";
    public static final String OWNER = "owner";

    /** Looked at by no condition, but what was approved for one customer is not approved for another. */
    public static final String CUSTOMER = "customer";

    public static final String CURRENCY = "currency";

    private FactKeys() {}
}
