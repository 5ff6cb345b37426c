package org.triviumcrm.support.care;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The customers of a plan in SQL. Only what a plan asks for stands in it, so that an index answers it.
 *
 * @param id of a customer
 * @param sql what comes after FROM, conditions can be added with AND
 */
record CareMatch(String id, String sql, Map<String, Object> parameters) {

    static CareMatch of(CarePlan plan) {
        boolean byValue =
                !plan.getValueClasses().isEmpty() || !plan.getSegments().isEmpty();
        boolean byLevel = !plan.getLevels().isEmpty();
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        add(conditions, parameters, "v.value_class", "classes", plan.getValueClasses());
        add(conditions, parameters, "v.segment", "segments", plan.getSegments());
        add(conditions, parameters, "k.level collate trivium_words", "levels", plan.getLevels());
        String id = byValue ? "v.customer_id" : "k.id";
        if (!plan.getMemberOf().isEmpty()) {
            conditions.add(
                    id
                            + " in (select m.customer_id from segment_member m where m.until is null and m.segment_id in (:memberOf))");
            parameters.put("memberOf", plan.getMemberOf());
        }
        String tables = byValue && byLevel
                ? "customer_value v join customer k on k.id = v.customer_id"
                : byValue ? "customer_value v" : "customer k";
        return new CareMatch(id, tables + " where " + String.join(" and ", conditions), parameters);
    }

    private static void add(
            List<String> conditions, Map<String, Object> parameters, String column, String name, List<String> values) {
        if (!values.isEmpty()) {
            conditions.add(column + " in (:" + name + ")");
            parameters.put(name, values);
        }
    }
}
