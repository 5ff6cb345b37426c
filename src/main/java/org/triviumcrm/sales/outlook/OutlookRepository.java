package org.triviumcrm.sales.outlook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.OpportunityTotals;

/** Sums of what is expected: open ones from an index alone, won ones from the maintained totals. */
@Repository
class OutlookRepository {

    /**
     * @param kind WON, or the category of open ones
     * @param teamId 0 for none
     */
    record Sum(
            LocalDate month,
            long ownerId,
            long teamId,
            String kind,
            long count,
            BigDecimal amount,
            BigDecimal weighted) {

        Expected expected() {
            return Expected.of(kind, amount, weighted);
        }
    }

    private final JdbcClient database;

    OutlookRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param owner null for everybody in the scope */
    List<Sum> sums(Scope scope, LocalDate from, LocalDate to, @Nullable Long owner) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        return database.sql("""
                        select cast(date_trunc('month', cast(o.expected_close_date as timestamp)) as date) as month, o.owner_id,
                               coalesce(o.team_id, 0) as team_id, o.forecast_category as kind, count(*) as count,
                               sum(o.base_amount) as amount, sum(o.base_amount * o.probability) * 0.01 as weighted
                        from opportunity o
                        where o.state = 'OPEN' and o.expected_close_date between :from and :to
                          and (cast(:owner as bigint) is null or o.owner_id = :owner) and %s
                        group by 1, 2, 3, 4
                        union all
                        select t.closed_month, t.owner_id, t.team_id, 'WON', sum(t.count), sum(t.base_amount), sum(t.base_amount)
                        from %s t
                        where t.state = 'WON' and t.closed_month between :from and :to
                          and (cast(:owner as bigint) is null or t.owner_id = :owner) and %s
                        group by 1, 2, 3 having sum(t.count) > 0""".formatted(scope.sql("o"), totals.table(), totals.condition("t")))
                .param("from", from)
                .param("to", to)
                .param("owner", owner)
                .params(scope.parameters())
                .query(Sum.class)
                .list();
    }

    /** Open ones that should have been signed before a day. */
    Overdue overdue(Scope scope, LocalDate before) {
        return database.sql("""
                        select count(*) as count, coalesce(sum(o.base_amount), 0) as amount from opportunity o
                        where o.state = 'OPEN' and o.expected_close_date < :before and o.forecast_category <> 'OMITTED' and %s
                        """.formatted(scope.sql("o")))
                .param("before", before)
                .params(scope.parameters())
                .query(Overdue.class)
                .single();
    }

    record Overdue(long count, BigDecimal amount) {}
}
