package org.triviumcrm.shared.list;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.triviumcrm.shared.web.NotFound;

/** What somebody has chosen in a list to do something with: rows that were ticked, or all that its filters find. */
@Component
public class ListSelection {

    private final ListDefinitions definitions;
    private final ListTexts texts;
    private final SavedViewRepository views;
    private final Clock clock;

    ListSelection(ListDefinitions definitions, ListTexts texts, SavedViewRepository views, Clock clock) {
        this.definitions = definitions;
        this.texts = texts;
        this.views = views;
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

    /**
     * All rows that a saved view finds.
     *
     * @param view one of the reader's, or one that is shared; 0 for the list without filters
     * @throws AccessDeniedException without the permission to view
     * @throws NotFound for any other view
     */
    public MatchingRows viewed(String noun, ListReader reader, long view) {
        String query = view == 0
                ? "view=0"
                : views.visible(view, noun, reader.personId())
                        .map(SavedView::getQuery)
                        .orElseThrow(NotFound::new);
        return all(noun, reader, query);
    }

    /** The names of the saved views that the reader can open, by their ids. */
    public Map<Long, String> views(String noun, ListReader reader) {
        Map<Long, String> names = new LinkedHashMap<>();
        views.visible(noun, reader.personId()).forEach(view -> names.put(view.getId(), view.getName()));
        return names;
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

    /**
     * The rows of a list in another view; a filter that can't be read finds none.
     *
     * @param parameters of the view's address, as the list's own has them
     * @param path of the view
     * @param except the column by which the view shows them apart, so that it is not asked for
     * @throws AccessDeniedException without the permission to view
     */
    public NarrowedRows narrowed(
            String noun, ListReader reader, MultiValueMap<String, String> parameters, String path, String except) {
        ListDefinition definition = definitions.visible(noun, reader);
        List<ListFilter> filters = ListParameters.read(definition, parameters).filters().stream()
                .filter(filter -> !filter.column().equals(except))
                .toList();
        ListQuery query = new ListQuery(definition, filters, null, 0, List.of(), 0, null, null);
        Conditions conditions = new Conditions(query, reader, LocalDate.now(clock.withZone(reader.zone())));
        List<ListChip> chips = texts.chips(
                query, conditions, reader, filter -> query.without(filter).href(path));
        return new NarrowedRows(query, conditions.sql(), conditions.parameters(), chips);
    }

    private static MatchingRows rows(ListDefinition definition, String condition, Map<String, Object> parameters) {
        String sql = "select " + definition.id() + " from " + definition.table() + " " + definition.alias() + " where "
                + condition;
        return new MatchingRows(definition.path(), sql, parameters);
    }
}
