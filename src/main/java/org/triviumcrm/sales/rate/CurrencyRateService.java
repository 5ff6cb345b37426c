package org.triviumcrm.sales.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;

/** Amounts in the company's currency, by the rate of their date. */
@Service
@Transactional(readOnly = true)
public class CurrencyRateService {

    /** Decimals of base amounts in the database. */
    private static final int SCALE = 2;

    private static final int FACTOR_SCALE = 12;

    private final CurrencyRateRepository rates;
    private final Companies companies;
    private final Clock clock;

    CurrencyRateService(CurrencyRateRepository rates, Companies companies, Clock clock) {
        this.rates = rates;
        this.companies = companies;
        this.clock = clock;
    }

    /** The company's currency first, then those with a rate. */
    @SignedIn
    public List<String> currencies(Viewer viewer) {
        List<String> all = new ArrayList<>();
        all.add(companies.currency());
        rates.currencies().stream().filter(code -> !all.contains(code)).forEach(all::add);
        return all;
    }

    /**
     * The amount in the company's currency, half up to the cent; empty when there is no rate for the day.
     *
     * @param on null for today
     */
    @SignedIn
    public Optional<BigDecimal> toBase(Viewer viewer, BigDecimal amount, String currency, @Nullable LocalDate on) {
        if (currency.equals(companies.currency())) {
            return Optional.of(amount);
        }
        LocalDate day = on == null ? LocalDate.now(clock.withZone(viewer.zone())) : on;
        return rates.rate(currency, day).map(rate -> amount.multiply(rate).setScale(SCALE, RoundingMode.HALF_UP));
    }

    /** What one of a currency is in another by the rates of a day; empty when one of them has no rate. */
    @SignedIn
    public Optional<BigDecimal> factor(Viewer viewer, String from, String to, LocalDate on) {
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        return rate(from, on)
                .flatMap(one -> rate(to, on).map(other -> one.divide(other, FACTOR_SCALE, RoundingMode.HALF_UP)));
    }

    private Optional<BigDecimal> rate(String currency, LocalDate on) {
        return currency.equals(companies.currency()) ? Optional.of(BigDecimal.ONE) : rates.rate(currency, on);
    }

    @CanManageRates
    public List<CurrencyRate> all(Viewer viewer) {
        return rates.all();
    }

    @CanManageRates
    @Transactional
    public void save(Viewer viewer, CurrencyRate rate) {
        rates.save(rate);
    }

    @CanManageRates
    @Transactional
    public void remove(Viewer viewer, String currency, LocalDate validFrom) {
        rates.remove(currency, validFrom);
    }
}
