package org.triviumcrm.sales.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionEvaluator;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.FieldKind;
import tools.jackson.databind.json.JsonMapper;

/** What belongs into a territory: from the form and back, as it is stored, and whether it holds for a customer. */
@Component
class TerritoryConditions {

    static final String COUNTRY = "country";
    static final String REGION = "region";
    static final String INDUSTRY = "industry";
    static final String EMPLOYEES = "employees";

    static final Map<String, FieldKind> KINDS = Map.of(
            COUNTRY, FieldKind.TEXT,
            REGION, FieldKind.TEXT,
            INDUSTRY, FieldKind.TEXT,
            EMPLOYEES, FieldKind.NUMBER);

    private static final ConditionEvaluator EVALUATOR = new ConditionEvaluator(KINDS, (field, id) -> Set.of(id));

    private final JsonMapper json;

    TerritoryConditions(JsonMapper json) {
        this.json = json;
    }

    /** @param values of a customer by field; what is unknown is left out */
    boolean hold(ConditionGroup conditions, Map<String, Object> values) {
        return EVALUATOR.holds(conditions, values);
    }

    ConditionGroup read(String stored) {
        return json.readValue(stored, ConditionGroup.class);
    }

    /** As stored; null when the form asks for nothing. */
    @Nullable
    String write(SaveTerritory input) {
        List<Condition> all = new ArrayList<>();
        oneOf(all, COUNTRY, input.countries());
        oneOf(all, REGION, input.regions());
        oneOf(all, INDUSTRY, input.industries());
        employees(all, Comparison.AT_LEAST, input.minEmployees());
        employees(all, Comparison.AT_MOST, input.maxEmployees());
        return all.isEmpty() ? null : json.writeValueAsString(ConditionGroup.all(all.toArray(Condition[]::new)));
    }

    private static void oneOf(List<Condition> all, String field, List<String> values) {
        if (!values.isEmpty()) {
            all.add(new Condition(field, Comparison.ONE_OF, values));
        }
    }

    private static void employees(List<Condition> all, Comparison comparison, @Nullable Integer value) {
        if (value != null) {
            all.add(new Condition(EMPLOYEES, comparison, String.valueOf(value)));
        }
    }

    SaveTerritory of(Territory territory) {
        String stored = territory.getConditions();
        ConditionGroup conditions = stored == null ? ConditionGroup.ALWAYS : read(stored);
        return new SaveTerritory(
                territory.getName(),
                territory.getParentId(),
                territory.getManagerId(),
                territory.getTeamId(),
                values(conditions, COUNTRY, Comparison.ONE_OF),
                values(conditions, REGION, Comparison.ONE_OF),
                values(conditions, INDUSTRY, Comparison.ONE_OF),
                number(conditions, Comparison.AT_LEAST),
                number(conditions, Comparison.AT_MOST),
                territory.isActive(),
                territory.getVersion());
    }

    private static List<String> values(ConditionGroup conditions, String field, Comparison comparison) {
        return conditions.conditions().stream()
                .filter(condition -> condition.field().equals(field) && condition.comparison() == comparison)
                .findFirst()
                .map(Condition::values)
                .orElse(List.of());
    }

    private static @Nullable Integer number(ConditionGroup conditions, Comparison comparison) {
        return values(conditions, EMPLOYEES, comparison).stream()
                .findFirst()
                .map(Integer::valueOf)
                .orElse(null);
    }
}
