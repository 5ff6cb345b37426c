package org.triviumcrm.marketing.participant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.shared.list.RowScope;

/** Participants of campaigns that the reader sees, as far as the reader sees the people themselves. */
record ParticipantScope(ListReader reader) implements RowScope {

    /** Whether there are no people whom the reader does not see. */
    boolean isAll() {
        return List.of(PersonKind.values()).stream().allMatch(kind -> "true".equals(condition(kind, "")));
    }

    @Override
    public String sql(String alias) {
        List<String> people = new ArrayList<>();
        for (PersonKind kind : PersonKind.values()) {
            String seen = condition(kind, "seen");
            String id = alias + "." + kind.column();
            if ("true".equals(seen)) {
                people.add(id + " is not null");
            } else if (!"false".equals(seen)) {
                people.add(id + " in (select seen.id from " + kind.noun() + " seen where " + seen + ")");
            }
        }
        String campaign = of("campaign", "run");
        String campaigns = "true".equals(campaign)
                ? ""
                : alias + ".campaign_id in (select run.id from campaign run where " + campaign + ") and ";
        return isAll() && campaigns.isEmpty()
                ? "true"
                : campaigns + (people.isEmpty() ? "false" : "(" + String.join(" or ", people) + ")");
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        for (String noun : List.of("customer", "contact", "lead", "campaign")) {
            reader.scope(noun).parameters().forEach((name, value) -> parameters.put(noun + name, value));
        }
        return parameters;
    }

    private String condition(PersonKind kind, String alias) {
        return reader.can(kind.permission()) ? of(kind.noun(), alias) : "false";
    }

    /** The scope of a kind of record, its parameters named after it: the same name means something else for another kind. */
    private String of(String noun, String alias) {
        return reader.scope(noun).sql(alias).replace(":scope", ":" + noun + "scope");
    }
}
