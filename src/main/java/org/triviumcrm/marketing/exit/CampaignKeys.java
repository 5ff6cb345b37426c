package org.triviumcrm.marketing.exit;

/** What flows call campaigns and what is known of them; stored with flows and cases, so they never change. */
public final class CampaignKeys {

    public static final String TYPE = "campaign";

    /** Trigger: the plan, at first and each time it changes later. */
    public static final String PLAN = "PLAN";

    /** Trigger: cancelling what was approved. */
    public static final String CANCEL = "CANCEL";

    public static final String BUDGET = "budget";
    public static final String REVENUE = "revenue";
    public static final String RETURN = "return";
    public static final String METHOD = "method";
    public static final String REGION = "region";
    public static final String START = "start";
    public static final String DAYS = "days";
    public static final String OWNER = "owner";
    public static final String OWNER_TEAM = "ownerTeam";
    public static final String END = "end";
    public static final String PRODUCTS = "products";
    public static final String LINES = "lines";
    public static final String CURRENCY = "currency";
    public static final String PARTICIPANTS = "participants";
    public static final String OPPORTUNITIES = "opportunities";

    private CampaignKeys() {}
}
