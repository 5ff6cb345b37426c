package org.triviumcrm.insight.home;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.triviumcrm.identity.Scope;

/**
 * A scope cut into stretches of an index: each team by itself, the own rows, each group shared beyond these, and single rows. The first few rows of each stretch, put
 * together, hold the first few of all; a condition over all teams at once would have to sort everything they own.
 */
record Reach(Scope scope) {

    private static final String TEAMS = "cast(:reachTeams as bigint[])";

    /**
     * @param select rows of {@code opportunity o} with {@code %s} where the scope stands among the conditions, ordered and
     *     limited; the same row may not differ between stretches
     */
    String each(String select) {
        if (scope instanceof Scope.Shared shared) {
            String others = "(" + shared.base().sql("o") + ") is not true";
            return new Reach(shared.base()).each(select)
                    + (shared.groups().isEmpty()
                            ? ""
                            : " union all select v.* from unnest(:scopeGroups) as grouped (id) cross join lateral ("
                                    + select.formatted("o." + shared.groupColumn() + " = grouped.id and " + others)
                                    + ") v")
                    + (shared.ids().isEmpty()
                            ? ""
                            : " union all select z.* from (" + select.formatted(shared.beyondGroups("o")) + ") z");
        }
        if (scope instanceof Scope.Teams) {
            return "select x.* from unnest(" + TEAMS + ") as reached (team_id) cross join lateral ("
                    + select.formatted("o.team_id = reached.team_id")
                    + ") x union all select y.* from ("
                    + select.formatted(
                            "o.owner_id = :reachOwner and (o.team_id is null or o.team_id <> all(" + TEAMS + "))")
                    + ") y";
        }
        return "select x.* from (" + select.formatted(scope.sql("o")) + ") x";
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (scope instanceof Scope.Shared shared) {
            parameters.putAll(shared.parameters());
            parameters.putAll(new Reach(shared.base()).parameters());
        } else if (scope instanceof Scope.Teams teams) {
            parameters.put(
                    "reachTeams",
                    teams.teamIds().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
            parameters.put("reachOwner", teams.personId());
        } else {
            parameters.putAll(scope.parameters());
        }
        return parameters;
    }
}
