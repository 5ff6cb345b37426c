package org.triviumcrm.customer.segment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.condition.ConditionSql.Matching;
import org.triviumcrm.shared.list.RowScope;

/**
 * Counts who fits while somebody puts conditions together, and never takes long over it: what can't be counted in time is reckoned from a
 * sample of the table's pages.
 */
@Repository
class SegmentCountRepository {

    /** Half a second in all is what people wait for without noticing; the page itself takes some of it. */
    private static final Duration COUNTING = Duration.ofMillis(310);

    private static final Duration SAMPLING = Duration.ofMillis(120);

    /** Shares of so many are right to a per cent or so. */
    private static final int SAMPLE = 10_000;

    /** A table that small is counted, however rough the planner's idea of it. */
    private static final int SMALL = 20_000;

    private static final String CANCELED = "57014";

    private final JdbcClient database;
    private final Duration counting;
    private final Duration sampling;
    private final int sample;

    @Autowired
    SegmentCountRepository(JdbcClient database) {
        this(database, COUNTING, SAMPLING, SAMPLE);
    }

    /**
     * @param counting after which a sample is asked; none for asking it at once
     * @param sample customers of a sample, about
     */
    SegmentCountRepository(JdbcClient database, Duration counting, Duration sampling, int sample) {
        this.database = database;
        this.counting = counting;
        this.sampling = sampling;
        this.sample = sample;
    }

    /** Of so many, so many fit. */
    private record Part(long matching, long all) {

        Part(ResultSet row) throws SQLException {
            this(row.getLong("matching"), row.getLong("seen"));
        }
    }

    /**
     * @param matching conditions for the whole table
     * @param few the same for a sample
     * @param scope whom the reader sees, over the alias {@code c}
     */
    SegmentCount count(Matching matching, Matching few, RowScope scope) {
        boolean everybody = scope.sql("c").equals("true");
        String all =
                everybody ? "cast(:rows as bigint)" : "(select count(*) from customer c where " + scope.sql("c") + ")";
        long rows = rows();
        Optional<Part> counted = inTime(
                counting,
                "select count(*) as matching, " + all + " as seen from " + matching.from() + " where "
                        + matching.where() + " and " + scope.sql("c"),
                parameters(matching, scope, rows));
        if (counted.isPresent()) {
            Part part = counted.get();
            return SegmentCount.counted(part.matching(), part.all());
        }
        double percent = Math.min(100, 100.0 * sample / Math.max(1, rows));
        Optional<Part> found = inTime(
                sampling,
                "select count(*) filter (where " + few.where() + ") as matching, count(*) as seen from "
                        + few.from()
                                .replaceFirst(
                                        "customer c", "customer c tablesample system (" + percent + ") repeatable (1)")
                        + " where " + scope.sql("c"),
                parameters(few, scope, rows));
        return found.map(part -> SegmentCount.reckoned(
                        part.matching(), part.all(), everybody ? rows : Math.round(part.all() * 100 / percent)))
                .orElseGet(() -> SegmentCount.unknown(rows));
    }

    private static Map<String, @Nullable Object> parameters(Matching matching, RowScope scope, long rows) {
        Map<String, @Nullable Object> all = new HashMap<>(matching.parameters());
        all.putAll(scope.parameters());
        all.put("rows", rows);
        return all;
    }

    /** As the planner knows it; a table that was never looked at is small enough to be counted. */
    private long rows() {
        long known = database.sql("select reltuples::bigint from pg_class where oid = 'customer'::regclass")
                .query(Long.class)
                .single();
        return known > SMALL
                ? known
                : database.sql("select count(*) from customer")
                        .query(Long.class)
                        .single();
    }

    /** The transaction goes on whether it was counted or not. */
    private Optional<Part> inTime(Duration time, String sql, Map<String, ?> parameters) {
        if (time.isZero()) {
            return Optional.empty();
        }
        database.sql("savepoint counting").update();
        try {
            database.sql("set local statement_timeout = " + time.toMillis()).update();
            return Optional.of(database.sql(sql)
                    .params(parameters)
                    .query((row, number) -> new Part(row))
                    .single());
        } catch (DataAccessException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause
                    && CANCELED.equals(cause.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        } finally {
            database.sql("rollback to savepoint counting").update();
        }
    }
}
