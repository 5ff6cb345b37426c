package org.triviumcrm.sales.price;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;

/** What products cost a customer on a day. */
@Service
public class PriceFinder {

    private final PriceReadRepository prices;

    PriceFinder(PriceReadRepository prices) {
        this.prices = prices;
    }

    /**
     * All prices that fit, by product, with one statement; {@link Tier#best} chooses among them for a quantity. A product without any
     * is left out.
     */
    @CanViewPrices
    @Transactional(readOnly = true)
    public Map<Long, List<Tier>> find(Viewer viewer, PriceQuestion question, Collection<Long> products) {
        return prices.tiers(question, products).stream().collect(Collectors.groupingBy(Tier::productId));
    }
}
