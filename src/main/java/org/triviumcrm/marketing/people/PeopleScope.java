package org.triviumcrm.marketing.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.shared.list.RowScope;

/**
 * People in records that the reader sees, as far as the reader sees the people themselves.
 *
 * @param home kind of these records, such as a campaign; a column of that name and {@code _id} names it
 */
public record PeopleScope(ListReader reader, String home) implements RowScope {

    /** Whether there are no people whom the reader does not see. */
    public boolean isAll() {
        return Stream.of(PersonKind.values()).allMatch(kind -> "true".equals(condition(kind, "")));
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
        String homes = of(home, "home");
        String inside = "true".equals(homes)
                ? ""
                : alias + "." + home + "_id in (select home.id from " + home + " home where " + homes + ") and ";
        return isAll() && inside.isEmpty()
                ? "true"
                : inside + (people.isEmpty() ? "false" : "(" + String.join(" or ", people) + ")");
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        for (String noun : List.of("customer", "contact", "lead", home)) {
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
