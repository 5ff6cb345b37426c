package org.triviumcrm.sales.price;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A price of a product, in a list that fits the customer and the day.
 *
 * @param position of the list among those that fit
 * @param gross whether the amount has the tax in it
 * @param minQuantity from how many on it holds
 * @param amount of one, in the currency of the list
 */
public record Tier(
        long productId,
        long listId,
        String list,
        int position,
        boolean gross,
        BigDecimal minQuantity,
        BigDecimal amount) {

    private static final Comparator<Tier> BY_LIST =
            Comparator.comparingInt(Tier::position).thenComparingLong(Tier::listId);

    /**
     * The price for so many: the first list that has one for them, and in it the one of the largest quantity that is reached. It holds
     * for all of them, not only for those above that quantity.
     *
     * @param tiers of one product
     */
    public static Optional<Tier> best(Collection<Tier> tiers, BigDecimal quantity) {
        List<Tier> reached = tiers.stream()
                .filter(tier -> tier.minQuantity().compareTo(quantity) <= 0)
                .toList();
        return reached.stream()
                .min(BY_LIST)
                .flatMap(first -> reached.stream()
                        .filter(tier -> tier.listId() == first.listId())
                        .max(Comparator.comparing(Tier::minQuantity)));
    }
}
