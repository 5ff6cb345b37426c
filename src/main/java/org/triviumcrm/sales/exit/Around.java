package org.triviumcrm.sales.exit;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands at some customers and products, by their ids. */
public record Around(Map<Long, Surroundings> customers, Map<Long, Surroundings> products) {

    public Surroundings of(@Nullable Long customerId, @Nullable Long productId) {
        return Surroundings.of(at(customers, customerId), at(products, productId));
    }

    /** The same, where what stays with an opportunity is known from it. */
    public Surroundings of(OpportunityFacts now, @Nullable Long customerId, @Nullable Long productId) {
        return Surroundings.of(
                Objects.equals(now.customerId(), customerId) ? now.there() : at(customers, customerId),
                Objects.equals(now.productId(), productId) ? now.there() : at(products, productId));
    }

    private static Surroundings at(Map<Long, Surroundings> some, @Nullable Long id) {
        return id == null ? Surroundings.NOTHING : some.getOrDefault(id, Surroundings.NOTHING);
    }
}
