package org.triviumcrm.sales.category;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tree of categories as files name them: by a name that is the only one of its kind, or by the way from the top. */
final class CategoryTree {

    /** What is above all that have nothing above them. */
    static final long TOP = 0;

    private static final Pattern STEP = Pattern.compile("[›>/]");

    private final Map<String, List<Long>> byName = new HashMap<>();
    private final Map<Long, Map<String, Long>> below = new HashMap<>();

    static CategoryTree of(Collection<ProductCategory> categories) {
        CategoryTree tree = new CategoryTree();
        categories.forEach(
                one -> tree.add(one.getId(), one.getParentId() == null ? TOP : one.getParentId(), one.getName()));
        return tree;
    }

    /** Adds one that is not there yet. */
    void add(long id, long parentId, String name) {
        byName.computeIfAbsent(folded(name), any -> new ArrayList<>(1)).add(id);
        below.computeIfAbsent(parentId, any -> new HashMap<>()).put(folded(name), id);
    }

    Optional<Long> child(long parentId, String name) {
        return Optional.ofNullable(below.getOrDefault(parentId, Map.of()).get(folded(name)));
    }

    List<Long> named(String name) {
        return byName.getOrDefault(folded(name), List.of());
    }

    /** The one at the end of a way such as {@code Hardware › Printers}; {@code >} and {@code /} are steps as well. */
    Optional<Long> at(String way) {
        String[] steps = STEP.split(way);
        Optional<Long> found = steps.length == 0 ? Optional.empty() : Optional.of(TOP);
        for (String step : steps) {
            found = found.flatMap(parent -> child(parent, step));
        }
        return found;
    }

    static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
