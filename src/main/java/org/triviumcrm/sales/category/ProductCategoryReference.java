package org.triviumcrm.sales.category;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.CreatableReference;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.RecordWriter;
import org.triviumcrm.shared.exchange.TableColumns;

/** Categories named in a file, by their name or the way to them; unknown ones may be created at the top of the tree. */
@Component
class ProductCategoryReference extends CreatableReference {

    static final ImportTable TABLE =
            new ImportTable("product_category", "product_category", "name", null, false, List.of(), null);

    private final ProductCategoryRepository categories;

    ProductCategoryReference(
            JdbcClient database, TableColumns columns, RecordWriter writer, ProductCategoryRepository categories) {
        super(database, columns, writer, "product_category", TABLE);
        this.categories = categories;
    }

    @Override
    public Map<String, Long> find(Collection<String> texts, ImportContext context) {
        Map<String, Long> found = new LinkedHashMap<>(super.find(texts, context));
        if (found.size() < Set.copyOf(texts).size()) {
            CategoryTree tree = CategoryTree.of(categories.findByOrderByNameAsc());
            texts.forEach(text -> tree.at(text).ifPresent(id -> found.putIfAbsent(text, id)));
        }
        return found;
    }
}
