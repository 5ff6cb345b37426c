package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.customer.ValueSegment;

/** Reads what customers are worth. */
@Repository
class CustomerValueRepository {

    private final JdbcClient database;

    CustomerValueRepository(JdbcClient database) {
        this.database = database;
    }

    /** Empty for whoever never brought anything. */
    Optional<CustomerValue> of(long customerId) {
        return database.sql("select * from customer_value where customer_id = :id")
                .param("id", customerId)
                .query((row, n) -> new CustomerValue(
                        row.getBigDecimal("revenue"),
                        row.getLong("wins"),
                        row.getObject("last_on", java.time.LocalDate.class),
                        valueClass(row),
                        row.getInt("recency"),
                        row.getInt("frequency"),
                        row.getInt("monetary"),
                        ValueSegment.valueOf(row.getString("segment"))))
                .optional();
    }

    /** Empty before all were reckoned once. */
    Optional<ValueBounds> bounds() {
        return database.sql("select * from value_bound")
                .query((row, n) -> new ValueBounds(
                        row.getTimestamp("reckoned_at").toInstant(),
                        row.getObject("since", java.time.LocalDate.class),
                        row.getBigDecimal("revenue"),
                        row.getBigDecimal("from_a"),
                        row.getBigDecimal("from_b"),
                        numbers(row.getArray("curve"))))
                .optional();
    }

    /** Customers who are alike, counted. */
    List<ValueCount> counts() {
        return database.sql("""
                        select value_class, segment, recency, frequency, count(*) as customers, sum(revenue) as revenue
                        from customer_value group by value_class, segment, recency, frequency""")
                .query((row, n) -> new ValueCount(
                        valueClass(row),
                        ValueSegment.valueOf(row.getString("segment")),
                        row.getInt("recency"),
                        row.getInt("frequency"),
                        row.getLong("customers"),
                        row.getBigDecimal("revenue")))
                .list();
    }

    private static @Nullable ValueClass valueClass(ResultSet row) throws SQLException {
        String name = row.getString("value_class");
        return name == null ? null : ValueClass.valueOf(name);
    }

    private static List<BigDecimal> numbers(Array array) throws SQLException {
        return List.of((BigDecimal[]) array.getArray());
    }
}
