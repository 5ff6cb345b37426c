package org.triviumcrm.sales.cost;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;

/** What products cost the company; seen by those who may see margins, and by nobody else. */
@Service
public class ProductCostService {

    private final ProductCostRepository costs;

    ProductCostService(ProductCostRepository costs) {
        this.costs = costs;
    }

    @CanViewCosts
    @Transactional(readOnly = true)
    List<ProductCost> of(Viewer viewer, long product) {
        return costs.of(product);
    }

    /** What holds on a day, by product; those of which nothing is known are left out. */
    @CanViewCosts
    @Transactional(readOnly = true)
    public Map<Long, ProductCost> on(Viewer viewer, LocalDate day, Collection<Long> products) {
        return costs.on(day, products).stream().collect(Collectors.toMap(ProductCost::productId, Function.identity()));
    }

    @CanManageCosts
    @Transactional
    void save(Viewer viewer, ProductCost cost) {
        costs.save(cost);
    }

    @CanManageCosts
    @Transactional
    void remove(Viewer viewer, long product, LocalDate validFrom) {
        costs.remove(product, validFrom);
    }
}
