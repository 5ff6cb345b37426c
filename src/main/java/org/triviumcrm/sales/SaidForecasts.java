package org.triviumcrm.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.triviumcrm.identity.Viewer;

/** What people say that they will sign, for pages outside of sales. */
public interface SaidForecasts {

    /**
     * The word that counts for somebody's present quarter; empty where nothing was said. Needs {@code sales.funnel.view}.
     *
     * @throws org.triviumcrm.shared.web.NotFound when the viewer does not see the person's opportunities
     */
    Optional<Said> said(Viewer viewer, long personId);

    /**
     * Amounts in the company's currency.
     *
     * @param adjusted whether somebody else said it
     * @param href the page with all that was said
     */
    record Said(
            LocalDate from,
            LocalDate to,
            BigDecimal committed,
            BigDecimal bestCase,
            String by,
            boolean adjusted,
            Instant at,
            String href) {}
}
