package org.triviumcrm.sales.product;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;

/** Who changed what in a product. */
@Controller
class ProductHistoryController {

    private final ProductService products;
    private final FieldHistory history;

    ProductHistoryController(ProductService products, FieldHistory history) {
        this.products = products;
        this.history = history;
    }

    @GetMapping("/sales/products/{id:\\d+}/history")
    String show(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = products.page(viewer, id).name();
        return HistoryPage.of(model, request, "products", name, history.of("product", id, HistoryPage.SIZE, locale));
    }
}
