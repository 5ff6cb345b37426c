package org.triviumcrm.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import tools.jackson.databind.json.JsonMapper;

/** Where each of the companies sells, with a manager for each part; all opportunities lie where the rules put them. */
@Component
class DemoTerritories {

    private final DemoWriter writer;
    private final JsonMapper json;

    DemoTerritories(DemoWriter writer, JsonMapper json) {
        this.writer = writer;
        this.json = json;
    }

    void write(DemoCast cast, Instant since) {
        var rows = DemoFile.TERRITORIES.rows();
        Iterator<Long> ids = writer.ids("territory_seq", rows.size());
        Map<String, Long> byKey = new HashMap<>();
        List<Map<String, Object>> territories = new ArrayList<>();
        for (var row : rows) {
            long id = ids.next();
            byKey.put(row.getField("key"), id);
            territories.add(new DemoRow()
                    .with("id", id)
                    .with("name", row.getField("name"))
                    .with("parent_id", byKey.get(row.getField("parent")))
                    .with("manager_id", manager(cast, row.getField("team")))
                    .with("conditions", conditions(row.getField("country"), row.getField("regions")))
                    .since(since, since));
        }
        writer.insert("territory", territories);
        for (var row : rows) {
            if (!row.getField("regions").isEmpty()) {
                writer.database()
                        .update(
                                """
                                update opportunity o set territory_id = :territory from customer c
                                where c.id = o.customer_id and c.region in (:regions)""",
                                Map.of(
                                        "territory",
                                        byKey.get(row.getField("key")),
                                        "regions",
                                        several(row.getField("regions"))));
            }
        }
    }

    private static @Nullable Long manager(DemoCast cast, String team) {
        return cast.members().stream()
                .filter(member -> member.team().equals(team) && member.role().equals("sales_manager"))
                .map(DemoCast.Member::id)
                .findFirst()
                .orElse(null);
    }

    private String conditions(String countries, String regions) {
        return json.writeValueAsString(countries.isEmpty() ? oneOf("region", regions) : oneOf("country", countries));
    }

    private static ConditionGroup oneOf(String field, String values) {
        return ConditionGroup.all(new Condition(field, Comparison.ONE_OF, several(values)));
    }

    private static List<String> several(String values) {
        return List.of(values.split("[|]"));
    }
}
