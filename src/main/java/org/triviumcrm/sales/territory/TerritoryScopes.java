package org.triviumcrm.sales.territory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.Option;

/** The tree as conditions and rules know it: what there is to choose from, what lies below what, who is in charge. */
@Component
public class TerritoryScopes {

    private final TerritoryTreeRepository territories;

    TerritoryScopes(TerritoryTreeRepository territories) {
        this.territories = territories;
    }

    /** All there are, each with the way to it, in the order of the tree. */
    public List<Option> options() {
        return TerritoryForms.options(TerritoryReadService.paths(territories.stored(), Set.of()));
    }

    /** The territory and all below it. */
    public Set<Long> andBelow(long id) {
        return TerritoryReadService.tree(territories.stored()).andBelow(id);
    }

    /** Who manages a territory; where nobody does who is still there, whoever manages the next above it. */
    public Optional<Long> inCharge(@Nullable Long id) {
        return id == null ? Optional.empty() : territories.inCharge(id);
    }
}
