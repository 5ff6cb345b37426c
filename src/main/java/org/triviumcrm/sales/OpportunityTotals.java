package org.triviumcrm.sales;

import org.triviumcrm.identity.Scope;

/**
 * The maintained totals {@code opportunity_total} as far as a scope reaches. They know owners, teams and territories: single rows
 * that are shared beyond these are added one by one, as they are few.
 */
public record OpportunityTotals(Scope scope) {

    private static final String SHARED = """
            (select t.owner_id, t.team_id, t.territory_id, t.pipeline_id, t.stage_id, t.state, t.closed_month, t.count, t.base_amount, t.weighted
             from opportunity_total t where %s
             union all
             select o.owner_id, coalesce(o.team_id, 0), coalesce(o.territory_id, 0), o.pipeline_id, o.stage_id, o.state,
                    coalesce(cast(date_trunc('month', o.closed_on) as date), date '0001-01-01'), 1, o.base_amount,
                    o.base_amount * o.probability * 0.01
             from opportunity o where %s)""";

    /** To stand in a query in place of the table; an alias has to follow. */
    public String table() {
        return scope instanceof Scope.Shared shared && !shared.ids().isEmpty()
                ? SHARED.formatted(shared.inGroups().sql("t"), shared.beyondGroups("o"))
                : "opportunity_total";
    }

    /** Condition for the rows of {@link #table} that the scope has. */
    public String condition(String alias) {
        return scope instanceof Scope.Shared shared && !shared.ids().isEmpty() ? "true" : scope.sql(alias);
    }
}
