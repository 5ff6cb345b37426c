package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What creating and editing have in common. */
interface OpportunityInput {

    String name();

    @Nullable
    Long customerId();

    @Nullable
    Long contactId();

    @Nullable
    Long productId();

    @Nullable
    BigDecimal amount();

    String currency();

    /** In per cent; null to let it follow the stage. */
    @Nullable
    BigDecimal probability();

    @Nullable
    LocalDate expectedCloseDate();

    @Nullable
    String nextStep();

    @Nullable
    String description();
}
