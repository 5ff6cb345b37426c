package org.triviumcrm.shared.list;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.triviumcrm.shared.list.ListRepository.RawRow;
import org.triviumcrm.shared.web.NotFound;

/**
 * Reads lists. The permission asked is the one the list's definition names; every statement carries the reader's scope.
 */
@Service
public class ListService {

    private static final int USUAL_SIZE = 50;

    private final ListDefinitions definitions;
    private final ListRepository repository;
    private final SavedViewService views;
    private final ListTexts texts;
    private final FilterPanel panel;
    private final Clock clock;

    ListService(
            ListDefinitions definitions,
            ListRepository repository,
            SavedViewService views,
            ListTexts texts,
            FilterPanel panel,
            Clock clock) {
        this.definitions = definitions;
        this.repository = repository;
        this.views = views;
        this.texts = texts;
        this.panel = panel;
        this.clock = clock;
    }

    /**
     * The page that an address asks for.
     *
     * @param noun of the list
     * @param parameters of the address; what can't be understood is left out, what can't be a value matches nothing
     * @throws AccessDeniedException without the permission to view
     */
    @Transactional(readOnly = true)
    public ListPage page(String noun, ListReader reader, MultiValueMap<String, String> parameters) {
        ListDefinition definition = definitions.visible(noun, reader);
        ListPreference preference = views.preference(definition, reader);
        ViewedQuery viewed = views.apply(ListParameters.read(definition, parameters), preference, reader, parameters);
        ListQuery query = viewed.query();
        List<ListColumn> columns = columns(query, preference);
        int size = query.size() > 0 ? query.size() : preference.size() > 0 ? preference.size() : USUAL_SIZE;

        Conditions conditions = conditions(query, reader);
        boolean toTheEnd = parameters.containsKey("totals");
        ListCount count = repository.count(definition, conditions, toTheEnd);
        Stretch stretch = read(query, columns, conditions, size, count.isFew());
        return new ListPage(
                definition,
                query,
                heads(query, columns, reader.locale()),
                rows(stretch.rows(), columns, reader.locale()),
                count,
                texts.chips(query, conditions, reader),
                viewed.views(),
                options(query, columns, reader.locale()),
                parameters.containsKey("filters") ? panel.fields(query, reader) : null,
                size,
                stretch.previous() == null
                        ? null
                        : query.before(stretch.previous()).href(),
                stretch.next() == null ? null : query.after(stretch.next()).href(),
                toTheEnd,
                reader.can(definition.exportPermission()));
    }

    /**
     * Writes every row that an address asks for, in its order, from wherever the page began; nothing is gathered in
     * memory.
     *
     * @throws AccessDeniedException without the permission to export
     */
    @Transactional(readOnly = true)
    public void export(
            String noun, ListReader reader, MultiValueMap<String, String> parameters, ExportFile.Opener opener)
            throws IOException {
        ListDefinition definition = definitions.visible(noun, reader);
        if (!reader.can(definition.exportPermission())) {
            throw new AccessDeniedException("No export of " + noun + " for this reader");
        }
        ListPreference preference = views.preference(definition, reader);
        ListQuery query = views.apply(ListParameters.read(definition, parameters), preference, reader, parameters)
                .query();
        List<ListColumn> columns = columns(query, preference);
        LocalDate today = LocalDate.now(clock.withZone(reader.zone()));
        ExportFile file = opener.open(texts.message(definition.messages() + ".file", reader.locale()) + "-" + today);
        file.titles(titles(definition, columns, reader.locale()));
        repository.stream(
                query, columns, conditions(query, reader), row -> file.row(row(row, columns, reader.locale())));
        file.finish();
    }

    /** What can be chosen in a column's filter, with what is typed in its name. */
    @Transactional(readOnly = true)
    public List<Choice> choices(String noun, ListReader reader, String column, String typed) {
        ListColumn found = definitions.visible(noun, reader).find(column);
        if (found == null || !found.isFilterable()) {
            throw new NotFound();
        }
        return panel.find(found, reader, typed);
    }

    private List<String> titles(ListDefinition definition, List<ListColumn> columns, Locale locale) {
        List<String> titles = new ArrayList<>();
        for (ListColumn column : columns) {
            String title = texts.title(definition, column, locale);
            titles.add(title);
            if (column.type() == ColumnType.MONEY) {
                titles.add(texts.message("shared.list.currency", locale, title));
            }
        }
        return titles;
    }

    private Conditions conditions(ListQuery query, ListReader reader) {
        return new Conditions(query, reader, LocalDate.now(clock.withZone(reader.zone())));
    }

    private static List<ListColumn> columns(ListQuery query, ListPreference preference) {
        ListDefinition definition = query.definition();
        List<String> keys = !query.columns().isEmpty()
                ? query.columns()
                : preference.columns().isEmpty() ? definition.shownColumns() : preference.columns();
        boolean named = !query.columns().isEmpty();
        List<ListColumn> columns = keys.stream()
                .map(definition::known)
                .filter(column -> named || query.offers(column))
                .toList();
        return columns.isEmpty()
                ? definition.shownColumns().stream().map(definition::known).toList()
                : columns;
    }

    private Stretch read(ListQuery query, List<ListColumn> columns, Conditions conditions, int size, boolean few) {
        SortKey key = query.key();
        Cursor before = fitting(Cursor.decode(query.before()), key);
        Cursor after = before != null ? null : fitting(Cursor.decode(query.after()), key);
        boolean backward = before != null;
        Cursor cursor = backward ? before : after;
        PageSql sql = new PageSql(query, cursor, backward, few);
        List<RawRow> found = repository.page(query.definition(), columns, conditions, sql, cursor, size);
        if (!few && found.size() <= size) {
            sql = new PageSql(query, cursor, backward, true);
            found = repository.page(query.definition(), columns, conditions, sql, cursor, size);
        }
        List<RawRow> rows = new ArrayList<>(found);
        boolean more = rows.size() > size;
        if (more) {
            rows.remove(size);
        }
        if (backward) {
            Collections.reverse(rows);
        }
        boolean hasPrevious = backward ? more : after != null;
        boolean hasNext = backward || more;
        return new Stretch(
                rows,
                hasPrevious && !rows.isEmpty() ? rows.get(0).cursor().encode() : null,
                hasNext && !rows.isEmpty() ? rows.get(rows.size() - 1).cursor().encode() : null);
    }

    private static @Nullable Cursor fitting(@Nullable Cursor cursor, SortKey key) {
        return cursor != null && cursor.fits(key) ? cursor : null;
    }

    private List<ListHead> heads(ListQuery query, List<ListColumn> columns, Locale locale) {
        SortOrder order = query.order();
        return columns.stream()
                .map(column -> {
                    boolean sorted = order.column().equals(column.key());
                    boolean turn = sorted && !order.descending();
                    String href = column.isSortable()
                            ? query.sorted(new SortOrder(column.key(), turn)).href()
                            : null;
                    String direction = !sorted ? "none" : order.descending() ? "descending" : "ascending";
                    return new ListHead(column, texts.title(query.definition(), column, locale), href, direction);
                })
                .toList();
    }

    private List<ListRow> rows(List<RawRow> rows, List<ListColumn> columns, Locale locale) {
        return rows.stream().map(row -> row(row, columns, locale)).toList();
    }

    private ListRow row(RawRow row, List<ListColumn> columns, Locale locale) {
        List<ListCell> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            ListColumn column = columns.get(i);
            Object value = row.values().get(i);
            String companion = row.companions().get(i);
            String label = texts.label(column, value, locale);
            String href = column.href() == null || companion == null
                    ? null
                    : column.href().replace("{id}", companion);
            cells.add(new ListCell(column, value, label, column.type() == ColumnType.MONEY ? companion : null, href));
        }
        return new ListRow(row.id(), cells, row.mark());
    }

    /** All columns on offer, those shown first in their order. */
    private List<ListOption> options(ListQuery query, List<ListColumn> shown, Locale locale) {
        ListDefinition definition = query.definition();
        List<ListColumn> all = new ArrayList<>(shown);
        definition.columns().values().stream()
                .filter(column -> !FilterKind.isFilterOnly(column) && query.offers(column) && !shown.contains(column))
                .forEach(all::add);
        List<ListOption> options = new ArrayList<>();
        for (ListColumn column : all) {
            options.add(new ListOption(
                    column.key(), texts.title(definition, column, locale), shown.contains(column), options.size() + 1));
        }
        return options;
    }

    private record Stretch(
            List<RawRow> rows,
            @Nullable String previous,
            @Nullable String next) {}
}
