package org.triviumcrm.sales.positioning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where offers stand on two axes as of a day.
 *
 * @param points those that are placed on both
 * @param missing those that are not
 */
public record MarketMap(MarketAxis x, MarketAxis y, LocalDate on, List<Point> points, List<Offer> missing) {

    /** @param competitor null for the company's own */
    public record Offer(
            long id,
            String name,
            boolean active,
            @Nullable Long competitorId,
            @Nullable String competitor) {

        public boolean isOwn() {
            return competitorId == null;
        }
    }

    public record Point(Offer offer, Placed x, Placed y) {

        public List<BigDecimal> place() {
            return List.of(x.value(), y.value());
        }
    }

    /** @param placed what is known of each offer as of the day, by its id and then by axis */
    static MarketMap of(
            MarketAxis x, MarketAxis y, LocalDate on, List<Offer> offers, Map<Long, Map<Long, Placed>> placed) {
        return new MarketMap(
                x,
                y,
                on,
                offers.stream()
                        .filter(offer -> isPlaced(offer, placed, x, y))
                        .map(offer -> new Point(
                                offer,
                                placed.get(offer.id()).get(x.getId()),
                                placed.get(offer.id()).get(y.getId())))
                        .toList(),
                offers.stream()
                        .filter(offer -> offer.active() && !isPlaced(offer, placed, x, y))
                        .toList());
    }

    private static boolean isPlaced(Offer offer, Map<Long, Map<Long, Placed>> placed, MarketAxis x, MarketAxis y) {
        return placed.getOrDefault(offer.id(), Map.of()).keySet().containsAll(List.of(x.getId(), y.getId()));
    }
}
