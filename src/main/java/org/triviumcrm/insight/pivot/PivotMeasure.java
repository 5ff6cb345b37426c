package org.triviumcrm.insight.pivot;

/** What is counted of sales. */
enum PivotMeasure {
    /** In the company's currency. */
    AMOUNT("sum(base_amount)", true),
    /** Of several products one deal has a part in each: those of parts don't add up to those of the whole, either. */
    WINS("count(distinct deal)::numeric", false),
    /** Different customers: those of parts don't add up to those of the whole. */
    CUSTOMERS("count(distinct customer_id)::numeric", false);

    private final String sql;
    private final boolean adds;

    PivotMeasure(String sql, boolean adds) {
        this.sql = sql;
        this.adds = adds;
    }

    String sql() {
        return sql;
    }

    /** Whether those of parts add up to those of the whole. */
    boolean adds() {
        return adds;
    }
}
