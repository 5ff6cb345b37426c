package org.triviumcrm.insight.pivot;

/** What is counted of sales. */
enum PivotMeasure {
    /** In the company's currency. */
    AMOUNT("sum(base_amount)"),
    /** Of several products one deal has a part in each: those of parts don't add up to those of the whole, either. */
    WINS("count(distinct deal)::numeric"),
    /** Different customers: those of parts don't add up to those of the whole. */
    CUSTOMERS("count(distinct customer_id)::numeric");

    private final String sql;

    PivotMeasure(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
