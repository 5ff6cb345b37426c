package org.triviumcrm.identity.company;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.shared.money.BaseCurrency;

/** The one row with the company's settings. */
@Repository
public class CompanyRepository implements Companies, BaseCurrency {

    private final JdbcClient jdbc;
    private final Clock clock;

    CompanyRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Company> current() {
        return jdbc.sql("select name, currency, locale, time_zone from company")
                .query((row, number) -> new Company(
                        row.getString("name"),
                        row.getString("currency"),
                        Locale.forLanguageTag(row.getString("locale")),
                        ZoneId.of(row.getString("time_zone"))))
                .optional();
    }

    @Override
    public String sql() {
        return "(select currency from company)";
    }

    public void found(Company company) {
        jdbc.sql("""
                insert into company (name, currency, locale, time_zone, created_at, updated_at)
                values (:name, :currency, :locale, :zone, :now, :now)""")
                .param("name", company.name())
                .param("currency", company.currency())
                .param("locale", company.locale().toLanguageTag())
                .param("zone", company.zone().getId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
