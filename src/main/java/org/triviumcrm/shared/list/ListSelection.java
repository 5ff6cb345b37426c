package org.triviumcrm.shared.list;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What somebody has chosen in a list to do something with: rows that were ticked, or all that its filters find. */
@Component
public class ListSelection {

    private final ListDefinitions definitions;
    private final Clock clock;

    ListSelection(ListDefinitions definitions, Clock clock) {
        this.definitions = definitions;
        this.clock = clock;
    }

    /**
     * All rows that a list with this query shows; a filter that can't be read finds none.
     *
     * @param query as the list's address has it, with the filters of its view
     * @throws AccessDeniedException without the permission to view
     */
    public MatchingRows all(String noun, ListReader reader, String query) {
        ListDefinition definition = definitions.visible(noun, reader);
        ListQuery asked = ListParameters.parse(definition, query);
        Conditions conditions = new Conditions(asked, reader, LocalDate.now(clock.withZone(reader.zone())));
        return rows(definition, conditions.sql(), conditions.parameters());
    }

    /** Those of these rows that the reader sees. */
    public MatchingRows ticked(String noun, ListReader reader, List<Long> ids) {
        ListDefinition definition = definitions.visible(noun, reader);
        RowScope scope = definition.scope(reader);
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("tickedIds", ids.toArray(Long[]::new));
        return rows(
                definition, definition.id() + " = any(:tickedIds) and " + scope.sql(definition.alias()), parameters);
    }

    private static MatchingRows rows(ListDefinition definition, String condition, Map<String, Object> parameters) {
        String sql = "select " + definition.id() + " from " + definition.table() + " " + definition.alias() + " where "
                + condition;
        return new MatchingRows(definition.path(), sql, parameters);
    }
}
