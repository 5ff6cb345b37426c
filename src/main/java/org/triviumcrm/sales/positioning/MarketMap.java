package org.triviumcrm.sales.positioning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                        .flatMap(offer -> point(offer, placed.getOrDefault(offer.id(), Map.of()), x, y).stream())
                        .toList(),
                offers.stream()
                        .filter(offer -> offer.active()
                                && point(offer, placed.getOrDefault(offer.id(), Map.of()), x, y)
                                        .isEmpty())
                        .toList());
    }

    private static Optional<Point> point(Offer offer, Map<Long, Placed> placed, MarketAxis x, MarketAxis y) {
        Placed onX = placed.get(x.getId());
        Placed onY = placed.get(y.getId());
        return onX == null || onY == null ? Optional.empty() : Optional.of(new Point(offer, onX, onY));
    }
}
