package org.triviumcrm.shared.list;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The parameters of an address, read and written. What names no column or operator of the list is left out; the filter
 * form's {@code f.amount.from}, {@code .to} and {@code f.name.op} are understood as well as what they stand for.
 */
final class ListParameters {

    static final int MOST_ROWS = 200;
    private static final int MOST_VALUES = 100;
    private static final int LONGEST_VALUE = 300;

    private ListParameters() {}

    static ListQuery read(ListDefinition definition, MultiValueMap<String, String> parameters) {
        return new ListQuery(
                definition,
                filters(definition, parameters),
                sort(definition, parameters.getFirst("sort")),
                number(parameters.getFirst("view"), Long.MAX_VALUE),
                columns(definition, parameters.getFirst("columns")),
                (int) number(parameters.getFirst("size"), MOST_ROWS),
                parameters.getFirst("after"),
                parameters.getFirst("before"));
    }

    /** Reads the query of an address, as a saved view or a form keeps it. */
    static ListQuery parse(ListDefinition definition, @Nullable String query) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.add(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return read(definition, parameters);
    }

    private static String decoded(String text) {
        try {
            return UriUtils.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    static UriComponentsBuilder write(UriComponentsBuilder uri, ListQuery query) {
        if (query.view() != 0) {
            uri.queryParam("view", query.view());
        }
        // Values go in as variables: UriComponentsBuilder then encodes "+", "&" and braces inside them.
        List<Object> values = new ArrayList<>();
        for (ListFilter filter : query.filters()) {
            ListColumn column = query.definition().known(filter.column());
            String name = filter.parameter(column.filterKind().first());
            for (String value : filter.operator().isBare() ? List.of("") : filter.values()) {
                uri.queryParam(name, "{v" + values.size() + "}");
                values.add(value);
            }
        }
        if (query.sort() != null) {
            uri.queryParam("sort", query.sort().toString());
        }
        if (!query.columns().isEmpty()) {
            uri.queryParam("columns", String.join(",", query.columns()));
        }
        if (query.size() > 0) {
            uri.queryParam("size", query.size());
        }
        place(uri, "after", query.after());
        place(uri, "before", query.before());
        Map<String, Object> variables = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            variables.put("v" + i, values.get(i));
        }
        return uri.uriVariables(variables);
    }

    private static void place(UriComponentsBuilder uri, String name, @Nullable String cursor) {
        if (cursor != null) {
            uri.queryParam(name, cursor.replaceAll("[^A-Za-z0-9_-]", ""));
        }
    }

    private static List<ListFilter> filters(ListDefinition definition, MultiValueMap<String, String> parameters) {
        List<ListFilter> filters = new ArrayList<>();
        for (ListColumn column : definition.columns().values()) {
            if (column.isFilterable()) {
                Arrays.stream(Operator.values())
                        .filter(asked -> FilterKind.offers(column, asked))
                        .forEach(operator -> add(filters, column, operator, parameters));
            }
        }
        return filters;
    }

    private static void add(
            List<ListFilter> filters, ListColumn column, Operator operator, MultiValueMap<String, String> parameters) {
        String name = "f." + column.key();
        Operator first = column.filterKind().first();
        String chosen = parameters.getFirst(name + ".op");
        Operator meant = Operator.of(chosen)
                .filter(asked -> FilterKind.offers(column, asked))
                .orElse(first);
        if (operator.isBare()) {
            if (parameters.containsKey(name + "." + operator.token()) || meant == operator) {
                filters.add(new ListFilter(column.key(), operator, List.of()));
            }
            return;
        }
        List<String> values = new ArrayList<>(given(parameters.get(name + "." + operator.token())));
        if (meant == operator) {
            values.addAll(given(parameters.get(name)));
        }
        String from = text(parameters.getFirst(name + ".from"));
        String to = text(parameters.getFirst(name + ".to"));
        if (operator == Operator.RANGE && values.isEmpty() && !(from + to).isEmpty()) {
            values.add(from + ".." + to);
        }
        if (!values.isEmpty()) {
            filters.add(
                    new ListFilter(column.key(), operator, operator == Operator.ANY ? values : values.subList(0, 1)));
        }
    }

    private static List<String> given(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(ListParameters::text)
                        .filter(value -> !value.isEmpty() && !value.equals(".."))
                        .distinct()
                        .limit(MOST_VALUES)
                        .toList();
    }

    /** Trimmed, without characters that PostgreSQL can't store, and no longer than any column. */
    private static String text(@Nullable String value) {
        if (value == null) {
            return "";
        }
        String clean = value.replace("\0", "").trim();
        return clean.length() > LONGEST_VALUE ? clean.substring(0, LONGEST_VALUE) : clean;
    }

    private static @Nullable SortOrder sort(ListDefinition definition, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        SortOrder order = SortOrder.parse(text);
        ListColumn column = definition.find(order.column());
        return column == null || !column.isSortable() ? null : order;
    }

    static List<String> columns(ListDefinition definition, @Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .filter(definition::shows)
                        .distinct()
                        .toList();
    }

    private static long number(@Nullable String text, long most) {
        return text != null && text.matches("\\d{1,18}") ? Math.min(Long.parseLong(text), most) : 0;
    }
}
