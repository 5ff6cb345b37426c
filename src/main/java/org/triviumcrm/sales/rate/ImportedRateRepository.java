package org.triviumcrm.sales.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dated rates of the currencies in a batch of an import, read with one statement. */
@Repository
public class ImportedRateRepository {

    private final JdbcClient database;

    ImportedRateRepository(JdbcClient database) {
        this.database = database;
    }

    /** All rates of these currencies into the company's currency. */
    public Table of(Collection<String> currencies, String base) {
        Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();
        database.sql("select currency, valid_from, rate from currency_rate where currency = any(:currencies)")
                .param("currencies", currencies.toArray(String[]::new))
                .query(row -> {
                    rates.computeIfAbsent(row.getString(1), any -> new TreeMap<>())
                            .put(row.getObject(2, LocalDate.class), row.getBigDecimal(3));
                });
        return new Table(base, rates);
    }

    /** Rates by currency and the day from which they are in force. */
    public static final class Table {

        private final String base;
        private final Map<String, NavigableMap<LocalDate, BigDecimal>> rates;

        Table(String base, Map<String, NavigableMap<LocalDate, BigDecimal>> rates) {
            this.base = base;
            this.rates = rates;
        }

        /** The amount in the company's currency, half up to the cent; empty when no rate is in force on the day. */
        public Optional<BigDecimal> toBase(BigDecimal amount, String currency, LocalDate on) {
            if (currency.equals(base)) {
                return Optional.of(amount);
            }
            return Optional.ofNullable(rates.get(currency))
                    .map(dated -> dated.floorEntry(on))
                    .map(entry -> amount.multiply(entry.getValue()).setScale(2, RoundingMode.HALF_UP));
        }
    }
}
