package org.triviumcrm.sales.price;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** The prices in the lists. */
@Service
public class PriceService {

    private final PriceRepository prices;
    private final PriceReadRepository reads;
    private final Clock clock;

    PriceService(PriceRepository prices, PriceReadRepository reads, Clock clock) {
        this.prices = prices;
        this.reads = reads;
        this.clock = clock;
    }

    /** Everything that a product costs, in any list. */
    @CanViewPrices
    @Transactional(readOnly = true)
    List<PriceRow> ofProduct(Viewer viewer, long product) {
        return reads.ofProduct(product);
    }

    /** The product that a price is of. */
    @CanViewPrices
    @Transactional(readOnly = true)
    long product(Viewer viewer, long id) {
        return prices.findById(id).map(Price::getProductId).orElseThrow(NotFound::new);
    }

    @CanManagePrices
    @Transactional(readOnly = true)
    Price find(Viewer viewer, long id) {
        return prices.findById(id).orElseThrow(NotFound::new);
    }

    /** Whether the list has a price for the product from that quantity on already. */
    @CanManagePrices
    @Transactional(readOnly = true)
    boolean isThere(Viewer viewer, long list, SavePrice input, long exceptId) {
        BigDecimal from = Objects.requireNonNullElse(input.minQuantity(), BigDecimal.ZERO);
        return prices.findByPriceListIdAndProductIdAndMinQuantity(list, Objects.requireNonNull(input.productId()), from)
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    @CanManagePrices
    @Transactional
    void create(Viewer viewer, long list, String product, SavePrice input) {
        prices.save(new Price(list, product, input, clock));
    }

    @CanManagePrices
    @Transactional
    void update(Viewer viewer, long id, SavePrice input) {
        Price price = find(viewer, id);
        EditConflict.refuseStale(Price.class, id, Objects.requireNonNull(input.version()), price.getVersion());
        price.change(input, clock);
    }

    @CanManagePrices
    @Transactional
    void remove(Viewer viewer, long id) {
        prices.delete(find(viewer, id));
    }
}
