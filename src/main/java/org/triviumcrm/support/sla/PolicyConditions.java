package org.triviumcrm.support.sla;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.condition.ConditionEvaluator;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.ConditionProblems;
import org.triviumcrm.shared.condition.FieldKind;
import tools.jackson.databind.json.JsonMapper;

/** The conditions of policies: as they are stored, and whether they hold for a ticket. */
@Component
class PolicyConditions {

    static final String LEVEL = "level";
    static final String VALUE = "valueClass";
    static final String CONTRACT = "contract";
    static final String TYPE = "type";
    static final String PRIORITY = "priority";
    static final String QUEUE = "queue";
    static final String CHANNEL = "channel";

    static final String YES = "YES";
    static final String NO = "NO";

    static final Map<String, FieldKind> KINDS = Map.of(
            LEVEL, FieldKind.CHOICE,
            VALUE, FieldKind.CHOICE,
            CONTRACT, FieldKind.CHOICE,
            TYPE, FieldKind.CHOICE,
            PRIORITY, FieldKind.CHOICE,
            QUEUE, FieldKind.CHOICE,
            CHANNEL, FieldKind.CHOICE);

    private final JsonMapper json;
    private final ConditionEvaluator evaluator = new ConditionEvaluator(KINDS, (field, id) -> Set.of());

    PolicyConditions(JsonMapper json) {
        this.json = json;
    }

    /** Whether each of them can be asked. */
    static boolean areFinished(ConditionGroup conditions) {
        return new ConditionProblems(KINDS).of(conditions).isEmpty();
    }

    ConditionGroup read(String stored) {
        return json.readValue(stored, ConditionGroup.class);
    }

    String write(ConditionGroup conditions) {
        return json.writeValueAsString(conditions);
    }

    boolean hold(ConditionGroup conditions, TicketFacts ticket) {
        return evaluator.holds(conditions, ticket.values());
    }
}
