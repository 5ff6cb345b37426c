package org.triviumcrm.sales.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CompanyAmounts;
import org.triviumcrm.identity.Viewer;

/** Costs of activities are converted by the same rates as opportunities. */
@Component
class AmountsByRate implements CompanyAmounts {

    private final CurrencyRateService rates;

    AmountsByRate(CurrencyRateService rates) {
        this.rates = rates;
    }

    @Override
    public List<String> currencies(Viewer viewer) {
        return rates.currencies(viewer);
    }

    @Override
    public Optional<BigDecimal> inCompanyCurrency(Viewer viewer, BigDecimal amount, String currency, LocalDate on) {
        return rates.toBase(viewer, amount, currency, on);
    }
}
