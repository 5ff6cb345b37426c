package org.triviumcrm.customer.activity;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.hibernate.envers.NotAudited;

/** A cost as the activity keeps it. */
@Embeddable
class Spent {

    @Enumerated(EnumType.STRING)
    private CostKind costKind;

    private BigDecimal cost;
    private String costCurrency;

    @NotAudited
    private BigDecimal baseCost;

    @SuppressWarnings("NullAway")
    protected Spent() {}

    Spent(Cost spent) {
        costKind = spent.kind();
        cost = spent.amount();
        costCurrency = spent.currency();
        baseCost = spent.base();
    }

    Cost toCost() {
        return new Cost(costKind, cost, costCurrency, baseCost);
    }
}
