package org.triviumcrm.sales.product;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.ProductCatalogue;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** The products, as campaigns name them. */
@Component
class SoldProducts implements ProductCatalogue {

    private final ProductService products;
    private final ProductRepository names;

    SoldProducts(ProductService products, ProductRepository names) {
        this.products = products;
        this.names = names;
    }

    @Override
    public List<Option> find(Viewer viewer, @Nullable String typed) {
        return products.choices(viewer, typed).stream()
                .map(product -> new Option(product.getId(), product.getName()))
                .toList();
    }

    @Override
    public Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> found = new HashMap<>();
        names.findAllById(ids).forEach(product -> found.put(product.getId(), product.getName()));
        return found;
    }
}
