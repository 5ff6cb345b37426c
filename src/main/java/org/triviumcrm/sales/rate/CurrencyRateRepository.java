package org.triviumcrm.sales.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dated rates. */
@Repository
class CurrencyRateRepository {

    private final JdbcClient database;

    CurrencyRateRepository(JdbcClient database) {
        this.database = database;
    }

    List<CurrencyRate> all() {
        return database.sql("select currency, valid_from, rate from currency_rate order by currency, valid_from desc")
                .query(CurrencyRate.class)
                .list();
    }

    /** The rate in force on a day. */
    Optional<BigDecimal> rate(String currency, LocalDate on) {
        return database.sql("""
                        select rate from currency_rate
                        where currency = :currency and valid_from <= :on
                        order by valid_from desc limit 1""")
                .param("currency", currency)
                .param("on", on)
                .query(BigDecimal.class)
                .optional();
    }

    void save(CurrencyRate rate) {
        database.sql("""
                        insert into currency_rate (currency, valid_from, rate) values (:currency, :validFrom, :rate)
                        on conflict (currency, valid_from) do update set rate = excluded.rate,
                            version = currency_rate.version + 1, updated_at = now()""").paramSource(rate).update();
    }

    void remove(String currency, LocalDate validFrom) {
        database.sql("delete from currency_rate where currency = :currency and valid_from = :validFrom")
                .param("currency", currency)
                .param("validFrom", validFrom)
                .update();
    }

    /** The currencies that amounts can be typed in: those with a rate. */
    List<String> currencies() {
        return database.sql("select distinct currency from currency_rate order by currency")
                .query(String.class)
                .list();
    }
}
