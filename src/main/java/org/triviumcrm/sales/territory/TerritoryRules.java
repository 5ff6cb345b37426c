package org.triviumcrm.sales.territory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says by the rules of territories where opportunities belong. In the caller's transaction. */
@Component
public class TerritoryRules {

    private final TerritoryTreeRepository territories;
    private final TerritoryPlaceRepository places;
    private final TerritoryConditions conditions;

    TerritoryRules(
            TerritoryTreeRepository territories, TerritoryPlaceRepository places, TerritoryConditions conditions) {
        this.territories = territories;
        this.places = places;
        this.conditions = conditions;
    }

    /** Where what is sold to a customer belongs; nowhere when no territory takes it. */
    public Optional<Long> placeOfCustomer(@Nullable Long customerId) {
        if (customerId == null) {
            return Optional.empty();
        }
        TerritoryTree tree = tree();
        return places.customer(customerId).flatMap(values -> tree.place(group -> conditions.hold(group, values)));
    }

    /**
     * Puts opportunities that nobody has put anywhere by hand where they belong, in two statements and one for their history.
     *
     * @return how many were somewhere else before
     */
    public int place(List<Long> opportunities) {
        TerritoryTree tree = tree();
        Map<Long, Long> moved = new HashMap<>();
        for (TerritoryPlaceRepository.Placed one : places.placed(opportunities)) {
            Long belongs = one.values().isEmpty()
                    ? null
                    : tree.place(group -> conditions.hold(group, one.values())).orElse(null);
            if (one.isToMove(belongs)) {
                moved.put(one.id(), belongs);
            }
        }
        places.move(moved, "sales.territory.history.rules");
        return moved.size();
    }

    private TerritoryTree tree() {
        return new TerritoryTree(territories.stored().stream()
                .map(stored -> new TerritoryNode(
                        stored.id(),
                        stored.parentId(),
                        stored.active(),
                        stored.conditions() == null ? null : conditions.read(stored.conditions())))
                .toList());
    }
}
