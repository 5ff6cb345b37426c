package org.triviumcrm.sales.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.triviumcrm.shared.condition.ConditionGroup;

/** The tree: what belongs where, what lies below what, and what that adds up to. Pure. */
final class TerritoryTree {

    private final Map<Long, TerritoryNode> nodes = new HashMap<>();
    private final Map<Long, List<TerritoryNode>> children = new HashMap<>();

    /** @param all in the order in which siblings are asked; one whose parent is missing stands at the top */
    TerritoryTree(List<TerritoryNode> all) {
        all.forEach(node -> nodes.put(node.id(), node));
        all.forEach(node ->
                children.computeIfAbsent(parent(node), id -> new ArrayList<>()).add(node));
    }

    private long parent(TerritoryNode node) {
        return node.parentId() == null || !nodes.containsKey(node.parentId()) ? 0 : node.parentId();
    }

    private List<TerritoryNode> below(long id) {
        return children.getOrDefault(id, List.of());
    }

    /**
     * Where something belongs. From the top down, siblings in their order: what a territory's conditions turn away goes into none
     * below it either; one without conditions lets everything through and keeps nothing; what none below takes stays in the one
     * that let it in. One that is off takes nothing, nor does any below it.
     */
    Optional<Long> place(Predicate<ConditionGroup> holds) {
        return place(0, holds);
    }

    private Optional<Long> place(long above, Predicate<ConditionGroup> holds) {
        for (TerritoryNode node : below(above)) {
            ConditionGroup conditions = node.conditions();
            if (!node.active() || conditions != null && !holds.test(conditions)) {
                continue;
            }
            Optional<Long> deeper = place(node.id(), holds);
            if (deeper.isPresent()) {
                return deeper;
            }
            if (conditions != null) {
                return Optional.of(node.id());
            }
        }
        return Optional.empty();
    }

    /** The territory and all below it. */
    Set<Long> andBelow(long id) {
        Set<Long> found = new LinkedHashSet<>();
        collect(id, found);
        return found;
    }

    private void collect(long id, Set<Long> found) {
        if (found.add(id)) {
            below(id).forEach(child -> collect(child.id(), found));
        }
    }

    /** What each holds together with all below it. */
    Map<Long, TerritoryFigures> rolledUp(Map<Long, TerritoryFigures> own) {
        Map<Long, TerritoryFigures> all = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        below(0).forEach(node -> rollUp(node.id(), own, all, seen));
        return all;
    }

    private TerritoryFigures rollUp(
            long id, Map<Long, TerritoryFigures> own, Map<Long, TerritoryFigures> all, Set<Long> seen) {
        TerritoryFigures sum = own.getOrDefault(id, TerritoryFigures.NONE);
        if (seen.add(id)) {
            for (TerritoryNode child : below(id)) {
                sum = sum.plus(rollUp(child.id(), own, all, seen));
            }
        }
        all.put(id, sum);
        return sum;
    }
}
