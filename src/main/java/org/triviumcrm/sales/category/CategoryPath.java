package org.triviumcrm.sales.category;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A category with the way to it from the top.
 *
 * @param name as lists show it: the whole way, so that equal names can be told apart
 * @param ids of those above, from the top, and its own
 */
public record CategoryPath(long id, String name, boolean active, List<Long> ids) {

    private static final String STEP = " › ";

    public CategoryPath {
        ids = List.copyOf(ids);
    }

    /** All of them from the top down, each right below the one that it belongs to. @param sorted in the order of siblings */
    static List<CategoryPath> all(List<ProductCategory> sorted) {
        Map<Long, List<ProductCategory>> below = new HashMap<>();
        sorted.forEach(
                one -> below.computeIfAbsent(one.getParentId() == null ? 0 : one.getParentId(), id -> new ArrayList<>())
                        .add(one));
        List<CategoryPath> found = new ArrayList<>();
        add(found, below, null, below.getOrDefault(0L, List.of()));
        return found;
    }

    private static void add(
            List<CategoryPath> found,
            Map<Long, List<ProductCategory>> below,
            @Nullable CategoryPath above,
            List<ProductCategory> siblings) {
        for (ProductCategory one : siblings) {
            List<Long> ids = new ArrayList<>(above == null ? List.of() : above.ids());
            ids.add(one.getId());
            String name = above == null ? one.getName() : above.name() + STEP + one.getName();
            CategoryPath path = new CategoryPath(one.getId(), name, one.isActive(), ids);
            found.add(path);
            add(found, below, path, below.getOrDefault(one.getId(), List.of()));
        }
    }
}
