package org.triviumcrm.sales.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;

/** Trees of any shape: sums add up, nothing lies below itself, and everything has one place. */
class TerritoryTreePropertyTests {

    /** Each parent's figures are its own and its children's; those at the top hold everything, once. */
    @Property(tries = 500)
    void aParentHoldsItsOwnAndItsChildrens(@ForAll long seed) {
        Random random = new Random(seed);
        List<TerritoryNode> nodes = nodes(random);
        Map<Long, TerritoryFigures> own = figures(random, nodes);
        Map<Long, TerritoryFigures> all = new TerritoryTree(nodes).rolledUp(own);
        for (TerritoryNode node : nodes) {
            TerritoryFigures expected = own.getOrDefault(node.id(), TerritoryFigures.NONE);
            for (TerritoryNode child : nodes) {
                if (Objects.equals(child.parentId(), node.id())) {
                    expected = expected.plus(Objects.requireNonNull(all.get(child.id())));
                }
            }
            assertThat(all.get(node.id())).isEqualTo(expected);
        }
        assertThat(top(nodes, all)).isEqualTo(sum(own));
    }

    /** Whatever is moved where it may be: no circle, nothing lost, and the whole stays what it was. */
    @Property(tries = 500)
    void movingKeepsTheWholeAndClosesNoCircle(@ForAll long seed) {
        Random random = new Random(seed);
        List<TerritoryNode> nodes = new ArrayList<>(nodes(random));
        Map<Long, TerritoryFigures> own = figures(random, nodes);
        for (int move = 0; move < 20; move++) {
            int at = random.nextInt(nodes.size());
            TerritoryNode node = nodes.get(at);
            Long parent = random.nextInt(5) == 0
                    ? null
                    : nodes.get(random.nextInt(nodes.size())).id();
            TerritoryTree tree = new TerritoryTree(nodes);
            boolean circle = parent != null && above(nodes, parent).contains(node.id());
            assertThat(parent != null && tree.andBelow(node.id()).contains(parent))
                    .isEqualTo(circle);
            if (!circle) {
                nodes.set(at, new TerritoryNode(node.id(), parent, node.active(), node.conditions()));
            }
        }
        TerritoryTree tree = new TerritoryTree(nodes);
        Map<Long, TerritoryFigures> all = tree.rolledUp(own);
        assertThat(all.keySet()).hasSize(nodes.size());
        assertThat(top(nodes, all)).isEqualTo(sum(own));
        for (TerritoryNode node : nodes) {
            assertThat(tree.andBelow(node.id()))
                    .isEqualTo(nodes.stream()
                            .map(TerritoryNode::id)
                            .filter(id -> above(nodes, id).contains(node.id()))
                            .collect(HashSet::new, Set::add, Set::addAll));
        }
    }

    /** It lies where all above let it in, and in none where another below would have taken it; if anywhere takes it at all. */
    @Property(tries = 1000)
    void everythingHasTheDeepestPlaceThatTakesIt(@ForAll long seed) {
        Random random = new Random(seed);
        List<TerritoryNode> nodes = nodes(random);
        Set<Long> holding = new HashSet<>();
        nodes.stream().filter(node -> random.nextInt(3) > 0).forEach(node -> holding.add(node.id()));
        Predicate<ConditionGroup> holds = group ->
                holding.contains(Long.valueOf(group.conditions().get(0).values().get(0)));
        Map<Long, TerritoryNode> byId = new HashMap<>();
        nodes.forEach(node -> byId.put(node.id(), node));
        Set<Long> takes = new HashSet<>();
        for (TerritoryNode node : nodes) {
            boolean letsIn = above(nodes, node.id()).stream()
                    .map(id -> Objects.requireNonNull(byId.get(id)))
                    .allMatch(one -> one.active() && (one.conditions() == null || holds.test(one.conditions())));
            if (letsIn && node.conditions() != null) {
                takes.add(node.id());
            }
        }
        Optional<Long> place = new TerritoryTree(nodes).place(holds);
        assertThat(place.isPresent()).isEqualTo(!takes.isEmpty());
        place.ifPresent(id -> {
            assertThat(takes).contains(id);
            assertThat(takes)
                    .noneMatch(other -> !other.equals(id) && above(nodes, other).contains(id));
        });
    }

    private static List<TerritoryNode> nodes(Random random) {
        List<TerritoryNode> nodes = new ArrayList<>();
        int count = 1 + random.nextInt(14);
        for (long id = 1; id <= count; id++) {
            Long parent = id == 1 || random.nextInt(4) == 0 ? null : 1 + random.nextLong(id - 1);
            ConditionGroup conditions = random.nextInt(4) == 0
                    ? null
                    : ConditionGroup.all(new Condition("region", Comparison.IS, String.valueOf(id)));
            nodes.add(new TerritoryNode(id, parent, random.nextInt(8) > 0, conditions));
        }
        return nodes;
    }

    private static Map<Long, TerritoryFigures> figures(Random random, List<TerritoryNode> nodes) {
        Map<Long, TerritoryFigures> figures = new HashMap<>();
        for (TerritoryNode node : nodes) {
            if (random.nextInt(3) > 0) {
                figures.put(
                        node.id(),
                        new TerritoryFigures(
                                random.nextInt(100),
                                BigDecimal.valueOf(random.nextInt(100_000), 2),
                                BigDecimal.valueOf(random.nextInt(100_000), 2),
                                BigDecimal.valueOf(random.nextInt(100_000), 2)));
            }
        }
        return figures;
    }

    /** The territory and those above it. */
    private static Set<Long> above(List<TerritoryNode> nodes, @Nullable Long id) {
        Set<Long> path = new HashSet<>();
        for (Long at = id; at != null && path.add(at); ) {
            long here = at;
            at = nodes.stream()
                    .filter(node -> node.id() == here)
                    .findFirst()
                    .map(TerritoryNode::parentId)
                    .orElse(null);
        }
        return path;
    }

    private static TerritoryFigures top(List<TerritoryNode> nodes, Map<Long, TerritoryFigures> all) {
        return nodes.stream()
                .filter(node -> node.parentId() == null)
                .map(node -> Objects.requireNonNull(all.get(node.id())))
                .reduce(TerritoryFigures.NONE, TerritoryFigures::plus);
    }

    private static TerritoryFigures sum(Map<Long, TerritoryFigures> own) {
        return own.values().stream().reduce(TerritoryFigures.NONE, TerritoryFigures::plus);
    }
}
