package org.triviumcrm.sales.rate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To what totals are rounded, of the currencies where that is not their smallest unit. */
@Repository
class CurrencyRoundingRepository {

    private final JdbcClient database;

    CurrencyRoundingRepository(JdbcClient database) {
        this.database = database;
    }

    List<CurrencyRounding> all() {
        return database.sql("select currency, step from currency_rounding order by currency")
                .query(CurrencyRounding.class)
                .list();
    }

    Optional<BigDecimal> step(String currency) {
        return database.sql("select step from currency_rounding where currency = :currency")
                .param("currency", currency)
                .query(BigDecimal.class)
                .optional();
    }

    void save(CurrencyRounding rounding) {
        database.sql("""
                        insert into currency_rounding (currency, step) values (:currency, :step)
                        on conflict (currency) do update set step = excluded.step""").paramSource(rounding).update();
    }

    void remove(String currency) {
        database.sql("delete from currency_rounding where currency = :currency")
                .param("currency", currency)
                .update();
    }
}
