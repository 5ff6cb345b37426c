package org.triviumcrm.sales.category;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.KeyedImport;
import org.triviumcrm.shared.exchange.PlainImport;

/**
 * The tree of the catalogue from files. A category is found by its name below the one that it belongs to, which may stand anywhere in the
 * same batch; what the file has of a name goes before what is there.
 */
@Component
class ProductCategoryImport extends KeyedImport {

    private static final String NAME = "name";
    private static final String PARENT = "parent";
    private static final String PARENT_ID = "parent_id";
    private static final int MOST = 100;
    private static final int LONGEST_WAY = 1000;

    private final ProductCategoryRepository categories;

    ProductCategoryImport(PlainImport plain, ProductCategoryRepository categories) {
        super(
                plain,
                ProductCategoryReference.TABLE,
                "exchange.refusal.sameCategory",
                List.of(
                        key(
                                NAME,
                                ImportField.text(
                                                NAME,
                                                MOST,
                                                "name",
                                                "category",
                                                "product category",
                                                "category name",
                                                "名称",
                                                "分类",
                                                "产品分类",
                                                "分类名称")
                                        .mandatory()),
                        derivedKey(PARENT_ID),
                        column(
                                PARENT,
                                ImportField.text(
                                                PARENT,
                                                LONGEST_WAY,
                                                "belongs to",
                                                "parent",
                                                "parent category",
                                                "above",
                                                "上级",
                                                "上级分类",
                                                "父分类")
                                        .identifying()),
                        column("active", ImportField.of(FieldType.YES_NO, "active", "in use", "启用"))));
        this.categories = categories;
    }

    @Override
    public String key() {
        return "product_category";
    }

    /** Before the products that belong to them. */
    @Override
    public int order() {
        return 1;
    }

    /** Two below different ones may be called the same. */
    @Override
    public List<String> proposedKeys() {
        return List.of(NAME, PARENT);
    }

    @Override
    public String permission() {
        return "sales.product.manage";
    }

    /** From the top down: one round for each level that the rows of the batch have among themselves. */
    @Override
    public void write(ImportBatch batch) {
        Placing placing = new Placing(CategoryTree.of(categories.findByOrderByNameAsc()), batch.standing());
        List<ImportRow> ready = placing.next();
        while (!ready.isEmpty()) {
            super.write(new ImportBatch(batch.context(), ready));
            ready.forEach(placing::place);
            ready = placing.next();
        }
        placing.waiting.forEach(
                row -> row.refuse("exchange.refusal.noParent", PARENT, String.valueOf(row.text(PARENT))));
    }

    @Override
    protected void complete(
            ImportRow row, @Nullable ExistingRecord record, Map<String, Object> values, ImportContext context) {
        values.remove(PARENT);
        if (record == null) {
            values.putIfAbsent("active", true);
        }
    }

    /** Which rows of a batch can be written, as those above them are there. */
    private static final class Placing {

        private final CategoryTree tree;
        private final Map<String, List<ImportRow>> byName = new HashMap<>();
        private final Map<ImportRow, Long> placed = new IdentityHashMap<>();
        private List<ImportRow> waiting;
        /** A trial writes none: what it would make has numbers below zero. */
        private long unwritten = 0;

        Placing(CategoryTree tree, List<ImportRow> rows) {
            this.tree = tree;
            waiting = rows;
            for (ImportRow row : rows) {
                if (row.has(NAME)) {
                    byName.computeIfAbsent(
                                    CategoryTree.folded(String.valueOf(row.text(NAME))), any -> new ArrayList<>())
                            .add(row);
                }
            }
        }

        List<ImportRow> next() {
            List<ImportRow> ready = new ArrayList<>();
            List<ImportRow> later = new ArrayList<>();
            for (ImportRow row : waiting) {
                Long above = above(row);
                if (above != null) {
                    if (above != CategoryTree.TOP) {
                        row.values().put(PARENT_ID, above);
                    }
                    ready.add(row);
                } else if (row.refusal() == null) {
                    later.add(row);
                }
            }
            waiting = later;
            return ready;
        }

        private @Nullable Long above(ImportRow row) {
            String text = row.text(PARENT);
            if (text == null) {
                return CategoryTree.TOP;
            }
            List<ImportRow> own = byName.getOrDefault(CategoryTree.folded(text), List.of());
            long ways = own.stream()
                    .map(one -> one.has(PARENT) ? CategoryTree.folded(String.valueOf(one.text(PARENT))) : "")
                    .distinct()
                    .count();
            List<Long> there = own.isEmpty() ? tree.named(text) : List.of();
            if (ways > 1 || there.size() > 1) {
                row.refuse("exchange.refusal.severalParents", PARENT, text);
                return null;
            }
            if (!own.isEmpty()) {
                return placed.get(own.get(0));
            }
            return there.isEmpty() ? tree.at(text).orElse(null) : there.get(0);
        }

        void place(ImportRow row) {
            if (row.refusal() != null) {
                return;
            }
            Long above = row.id(PARENT_ID);
            long parent = above == null ? CategoryTree.TOP : above;
            String name = String.valueOf(row.text(NAME));
            placed.put(row, tree.child(parent, name).orElseGet(() -> {
                long made = row.effects().isEmpty() ? 0 : row.effects().get(0).recordId();
                long id = made == 0 ? --unwritten : made;
                tree.add(id, parent, name);
                return id;
            }));
        }
    }
}
