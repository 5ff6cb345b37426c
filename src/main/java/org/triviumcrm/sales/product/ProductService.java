package org.triviumcrm.sales.product;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** The catalogue: what is sold, at which list price. */
@Service
public class ProductService {

    private final ProductRepository products;
    private final ProductPageRepository pages;
    private final Clock clock;

    ProductService(ProductRepository products, ProductPageRepository pages, Clock clock) {
        this.products = products;
        this.pages = pages;
        this.clock = clock;
    }

    @CanViewProducts
    @Transactional(readOnly = true)
    ProductPage page(Viewer viewer, long id) {
        return pages.find(id).orElseThrow(NotFound::new);
    }

    /** An empty form. */
    @CanManageProducts
    SaveProduct blank(Viewer viewer, String currency) {
        return SaveProduct.empty(currency);
    }

    /** Active products for a typed search. */
    @CanViewProducts
    @Transactional(readOnly = true)
    public List<Product> choices(Viewer viewer, @Nullable String text) {
        return products.choices(pattern(text), Limit.of(20));
    }

    @CanManageProducts
    @Transactional(readOnly = true)
    Product find(Viewer viewer, long id) {
        return products.findById(id).orElseThrow(NotFound::new);
    }

    /** Whether another product has this name already. */
    @CanManageProducts
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return products.findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    /** Whether another product has this reference already. */
    @CanManageProducts
    @Transactional(readOnly = true)
    boolean isReferenceTaken(Viewer viewer, String reference, long exceptId) {
        return products.findByReference(reference)
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    @CanManageProducts
    @Transactional
    Product create(Viewer viewer, SaveProduct input) {
        return products.save(new Product(input, clock));
    }

    @CanManageProducts
    @Transactional
    void update(Viewer viewer, long id, SaveProduct input) {
        Product product = products.findById(id).orElseThrow(NotFound::new);
        EditConflict.refuseStale(Product.class, id, input.version(), product.getVersion());
        product.change(input, clock);
    }

    private static String pattern(@Nullable String text) {
        String escaped =
                text == null ? "" : text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return "%" + escaped + "%";
    }
}
