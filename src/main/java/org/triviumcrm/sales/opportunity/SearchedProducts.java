package org.triviumcrm.sales.opportunity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalField;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.product.ProductService;
import org.triviumcrm.sales.reference.RecordNameRepository;
import org.triviumcrm.shared.web.Option;

/** The products that conditions of flows may look for; a catalogue is too long to list. */
@Component
class SearchedProducts implements ApprovalField.Search {

    private final ProductService products;
    private final RecordNameRepository names;

    SearchedProducts(ProductService products, RecordNameRepository names) {
        this.products = products;
        this.names = names;
    }

    @Override
    public List<Option> find(String typed) {
        return products.choices(Viewer.job("sales.log.approval"), typed).stream()
                .map(product -> new Option(product.getId(), product.getName()))
                .toList();
    }

    @Override
    public @Nullable String name(String value) {
        return value.matches("\\d{1,18}") ? names.product(Long.valueOf(value)) : null;
    }
}
