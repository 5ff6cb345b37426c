package org.triviumcrm.sales.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.reference.RecordNameRepository;
import org.triviumcrm.sales.territory.TerritoryChoice;
import org.triviumcrm.sales.territory.TerritoryReadService;

/** What the chosen values of the board's filter are called. */
@Component
class BoardNames {

    private final People people;
    private final Teams teams;
    private final RecordNameRepository records;
    private final TerritoryReadService territories;

    BoardNames(People people, Teams teams, RecordNameRepository records, TerritoryReadService territories) {
        this.people = people;
        this.teams = teams;
        this.records = records;
        this.territories = territories;
    }

    /** By field of the filter; fields without a value are left out. */
    Map<String, String> of(Viewer viewer, BoardFilter filter) {
        Map<String, String> names = new LinkedHashMap<>();
        put(names, "owner", person(filter.getOwner()));
        put(names, "team", filter.getTeam() == null ? null : teams.path(filter.getTeam()));
        put(names, "product", records.product(filter.getProduct()));
        put(names, "customer", records.customer(viewer, filter.getCustomer()));
        return names;
    }

    /** The teams that the viewer can narrow the board to. */
    List<TeamRef> teams(Viewer viewer) {
        return teams.tree();
    }

    /** The territories that the viewer can narrow the board to. */
    List<TerritoryChoice> territories(Viewer viewer) {
        return territories.choices(viewer);
    }

    private @Nullable String person(@Nullable Long id) {
        return id == null ? null : people.find(id).map(PersonRef::name).orElse(null);
    }

    private static void put(Map<String, String> names, String field, @Nullable String name) {
        if (name != null) {
            names.put(field, name);
        }
    }
}
