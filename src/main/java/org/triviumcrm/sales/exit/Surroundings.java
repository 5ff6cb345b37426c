package org.triviumcrm.sales.exit;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands about an opportunity at its customer and its product.
 *
 * @param valueClass A, B or C; null for who brings nothing
 * @param segments of the customer, their ids joined by spaces
 * @param listPrice of the product, in {@code listCurrency}
 */
public record Surroundings(
        @Nullable String region,
        @Nullable String industry,
        @Nullable String level,
        @Nullable String valueClass,
        @Nullable String segments,
        @Nullable BigDecimal listPrice,
        @Nullable String listCurrency) {

    static final Surroundings NOTHING = new Surroundings(null, null, null, null, null, null, null);

    /** The columns of the customer {@code c}, then of the product {@code p}; {@link #read} reads them. */
    static final String CUSTOMER = """
            c.region, c.industry, c.level, (select v.value_class from customer_value v where v.customer_id = c.id) as value_class,
            customer_segments(c.id) as segments""";

    static final String PRODUCT = "p.list_price, p.currency as list_currency";

    static Surroundings ofCustomer(ResultSet row) throws SQLException {
        return new Surroundings(
                row.getString("region"),
                row.getString("industry"),
                row.getString("level"),
                row.getString("value_class"),
                row.getString("segments"),
                null,
                null);
    }

    static Surroundings ofProduct(ResultSet row) throws SQLException {
        return new Surroundings(
                null, null, null, null, null, row.getBigDecimal("list_price"), row.getString("list_currency"));
    }

    static Surroundings read(ResultSet row) throws SQLException {
        return of(ofCustomer(row), ofProduct(row));
    }

    /** What stands at the customer of the one and at the product of the other. */
    static Surroundings of(Surroundings customer, Surroundings product) {
        return new Surroundings(
                customer.region,
                customer.industry,
                customer.level,
                customer.valueClass,
                customer.segments,
                product.listPrice,
                product.listCurrency);
    }

    void put(Map<String, Object> values) {
        put(values, FactKeys.REGION, region);
        put(values, FactKeys.INDUSTRY, industry);
        put(values, FactKeys.LEVEL, level);
        put(values, FactKeys.VALUE_CLASS, valueClass);
        put(values, FactKeys.SEGMENTS, segments);
    }

    private static void put(Map<String, Object> values, String key, @Nullable String value) {
        if (value != null) {
            values.put(key, value);
        }
    }
}
