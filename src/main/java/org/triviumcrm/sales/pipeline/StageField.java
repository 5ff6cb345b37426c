package org.triviumcrm.sales.pipeline;

/** A field of an opportunity that a stage can ask for. Its label is the message {@code sales.rule.field.<constant>}. */
public enum StageField {
    AMOUNT("amount"),
    CUSTOMER("customerId"),
    CONTACT("contactId"),
    PRODUCT("productId"),
    COMPETITOR("competitorId"),
    EXPECTED_CLOSE("expectedCloseDate"),
    NEXT_STEP("nextStep"),
    DESCRIPTION("description");

    private final String property;

    StageField(String property) {
        this.property = property;
    }

    /** The property of forms and inputs that holds it. */
    public String property() {
        return property;
    }
}
