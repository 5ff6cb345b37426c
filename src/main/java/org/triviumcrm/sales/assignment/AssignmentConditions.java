package org.triviumcrm.sales.assignment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.sales.territory.TerritoryScopes;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionEvaluator;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.FieldKind;
import tools.jackson.databind.json.JsonMapper;

/** The conditions of rules: from the form and back, as they are stored, and whether they hold for an opportunity. */
@Component
class AssignmentConditions {

    static final String REGION = "region";
    static final String INDUSTRY = "industry";
    static final String AMOUNT = "amount";
    static final String PIPELINE = "pipeline";
    static final String PRODUCT = "product";
    static final String TERRITORY = "territory";

    private static final Map<String, FieldKind> KINDS = Map.of(
            REGION, FieldKind.TEXT,
            INDUSTRY, FieldKind.TEXT,
            AMOUNT, FieldKind.MONEY,
            PIPELINE, FieldKind.CHOICE,
            PRODUCT, FieldKind.CHOICE,
            TERRITORY, FieldKind.TREE);

    private final JsonMapper json;
    private final ConditionEvaluator evaluator;

    AssignmentConditions(JsonMapper json, TerritoryScopes territories) {
        this.json = json;
        this.evaluator = new ConditionEvaluator(KINDS, (field, id) -> territories.andBelow(id));
    }

    boolean hold(ConditionGroup conditions, Map<String, Object> values) {
        return evaluator.holds(conditions, values);
    }

    ConditionGroup read(String stored) {
        return json.readValue(stored, ConditionGroup.class);
    }

    String write(SaveAssignmentRule input) {
        List<Condition> all = new ArrayList<>();
        oneOf(all, REGION, input.regions());
        oneOf(all, INDUSTRY, input.industries());
        amount(all, Comparison.AT_LEAST, input.minAmount());
        amount(all, Comparison.LESS_THAN, input.maxAmount());
        oneOf(all, PIPELINE, input.pipelines());
        oneOf(all, PRODUCT, input.products());
        List<ConditionGroup> territories = input.territories().isEmpty()
                ? List.of()
                : List.of(ConditionGroup.any(input.territories().stream()
                        .map(id -> new Condition(TERRITORY, Comparison.AT_OR_BELOW, id))
                        .toArray(Condition[]::new)));
        return json.writeValueAsString(new ConditionGroup(ConditionGroup.Joining.ALL, all, territories));
    }

    private static void oneOf(List<Condition> all, String field, List<String> values) {
        if (!values.isEmpty()) {
            all.add(new Condition(field, Comparison.ONE_OF, values));
        }
    }

    private static void amount(List<Condition> all, Comparison comparison, @Nullable BigDecimal value) {
        if (value != null) {
            all.add(new Condition(AMOUNT, comparison, value.toPlainString()));
        }
    }

    SaveAssignmentRule of(AssignmentRule rule) {
        ConditionGroup conditions = read(rule.getConditions());
        return new SaveAssignmentRule(
                rule.getName(),
                values(conditions, REGION, Comparison.ONE_OF),
                values(conditions, INDUSTRY, Comparison.ONE_OF),
                number(conditions, Comparison.AT_LEAST),
                number(conditions, Comparison.LESS_THAN),
                values(conditions, PIPELINE, Comparison.ONE_OF),
                values(conditions, PRODUCT, Comparison.ONE_OF),
                territories(conditions),
                rule.getTarget(),
                rule.getPersonId(),
                rule.getTeamId(),
                rule.isActive(),
                rule.getVersion());
    }

    private static List<String> values(ConditionGroup conditions, String field, Comparison comparison) {
        return conditions.conditions().stream()
                .filter(condition -> condition.field().equals(field) && condition.comparison() == comparison)
                .findFirst()
                .map(Condition::values)
                .orElse(List.of());
    }

    /** In one of which it has to lie, or below. */
    static List<String> territories(ConditionGroup conditions) {
        return conditions.groups().stream()
                .flatMap(group -> group.conditions().stream())
                .flatMap(condition -> condition.values().stream())
                .toList();
    }

    private static @Nullable BigDecimal number(ConditionGroup conditions, Comparison comparison) {
        return values(conditions, AMOUNT, comparison).stream()
                .findFirst()
                .map(BigDecimal::new)
                .orElse(null);
    }
}
