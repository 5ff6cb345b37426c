package org.triviumcrm.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.triviumcrm.identity.Viewer;

/** Amounts in other currencies than the company's. Implemented by the module that knows the rates. */
public interface CompanyAmounts {

    /** ISO codes of the currencies that can be converted, the company's first. */
    List<String> currencies(Viewer viewer);

    /** The amount in the company's currency, half up to the cent; empty when there is no rate for the day. */
    Optional<BigDecimal> inCompanyCurrency(Viewer viewer, BigDecimal amount, String currency, LocalDate on);
}
