package org.triviumcrm.marketing.mining.tree;

import java.util.ArrayList;
import java.util.List;

/** What leads to a leaf, with one condition for an attribute, in the order in which they are asked first. */
public record Rule(List<Condition> conditions) {

    static final Rule EVERYBODY = new Rule(List.of());

    public Rule {
        conditions = List.copyOf(conditions);
    }

    Rule and(Node question, AttributeKind kind, boolean match) {
        List<Condition> so = new ArrayList<>(conditions);
        int place = 0;
        while (place < so.size() && so.get(place).attribute() != question.attribute()) {
            place++;
        }
        if (place == so.size()) {
            so.add(Condition.anything(question.attribute()));
        }
        Condition before = so.get(place);
        so.set(
                place,
                kind.isNumber() ? before.number(question.threshold(), match) : before.choice(question.value(), match));
        return new Rule(so);
    }

    public boolean matches(List<Attribute> attributes, Row row) {
        return conditions.stream()
                .allMatch(one -> one.matches(attributes.get(one.attribute()).kind(), row));
    }
}
