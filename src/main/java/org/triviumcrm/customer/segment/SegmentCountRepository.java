package org.triviumcrm.customer.segment;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.condition.ConditionSql;
import org.triviumcrm.shared.list.RowScope;

/**
 * Counts who fits while somebody puts conditions together, and never takes long over it: what can't be counted in time is reckoned from a
 * sample of the table's pages.
 */
@Repository
class SegmentCountRepository {

    /** People go on typing after that. */
    private static final Duration TIME = Duration.ofMillis(800);

    private static final int SAMPLE = 20_000;
    private static final String CANCELED = "57014";

    private final JdbcClient database;

    SegmentCountRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param scope whom the reader sees, over the alias {@code c} */
    SegmentCount count(ConditionSql.Matching matching, RowScope scope) {
        long all = scope.sql("c").equals("true") ? all() : seen(scope);
        String seen = " and " + scope.sql("c");
        OptionalLong counted = inTime(
                "select count(*) from " + matching.from() + " where " + matching.where() + seen,
                matching.parameters(),
                scope.parameters());
        if (counted.isPresent()) {
            return new SegmentCount(counted.getAsLong(), Math.max(all, counted.getAsLong()), true);
        }
        double percent = Math.min(100, 100.0 * SAMPLE / Math.max(1, all));
        String sample = matching.from()
                .replaceFirst("customer c", "customer c tablesample system (" + percent + ") repeatable (1)");
        OptionalLong found = inTime(
                "select count(*) from " + sample + " where " + matching.where() + seen,
                matching.parameters(),
                scope.parameters());
        return new SegmentCount(
                found.isPresent() ? (Long) Math.min(all, Math.round(found.getAsLong() * 100 / percent)) : null,
                all,
                false);
    }

    /** As the planner knows it; a table that was never looked at is small enough to be counted. */
    private long all() {
        long known = database.sql("select reltuples::bigint from pg_class where oid = 'customer'::regclass")
                .query(Long.class)
                .single();
        return known > SAMPLE
                ? known
                : database.sql("select count(*) from customer")
                        .query(Long.class)
                        .single();
    }

    private long seen(RowScope scope) {
        return inTime("select count(*) from customer c where " + scope.sql("c"), Map.of(), scope.parameters())
                .orElseGet(this::all);
    }

    /** The transaction goes on whether it was counted or not. */
    private OptionalLong inTime(String sql, Map<String, ?> parameters, Map<String, ?> scope) {
        database.sql("savepoint counting").update();
        try {
            database.sql("set local statement_timeout = " + TIME.toMillis()).update();
            return OptionalLong.of(database.sql(sql)
                    .params(parameters)
                    .params(scope)
                    .query(Long.class)
                    .single());
        } catch (DataAccessException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause
                    && CANCELED.equals(cause.getSQLState())) {
                return OptionalLong.empty();
            }
            throw e;
        } finally {
            database.sql("rollback to savepoint counting").update();
        }
    }
}
