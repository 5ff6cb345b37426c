package org.triviumcrm.sales.exit;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.exit.OpportunityFacts.Surroundings;

/** What stands at some customers and products, by their ids. */
public record Around(Map<Long, Surroundings> customers, Map<Long, Surroundings> products) {

    private static final Surroundings NOTHING = new Surroundings(null, null, null, null, null);

    public Surroundings of(@Nullable Long customerId, @Nullable Long productId) {
        Surroundings customer = customerId == null ? NOTHING : customers.getOrDefault(customerId, NOTHING);
        Surroundings product = productId == null ? NOTHING : products.getOrDefault(productId, NOTHING);
        return new Surroundings(
                customer.region(),
                customer.industry(),
                customer.segments(),
                product.listPrice(),
                product.listCurrency());
    }

    /** The same, where what stays with an opportunity is known from it. */
    public Surroundings of(OpportunityFacts now, @Nullable Long customerId, @Nullable Long productId) {
        Surroundings there = of(customerId, productId);
        boolean sameCustomer = Objects.equals(now.customerId(), customerId);
        boolean sameProduct = Objects.equals(now.productId(), productId);
        return new Surroundings(
                sameCustomer ? now.region() : there.region(),
                sameCustomer ? now.industry() : there.industry(),
                sameCustomer ? now.segments() : there.segments(),
                sameProduct ? now.listPrice() : there.listPrice(),
                sameProduct ? now.listCurrency() : there.listCurrency());
    }
}
