package org.triviumcrm.shared.list;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/**
 * Every filter that a list offers with every order it offers, in both directions, as addresses of pages. Values are taken
 * from the database: the commonest, a rare one and one in between; wide and narrow spans; beginnings and parts of texts.
 */
public final class ListAddresses {

    private static final List<String> SPANS =
            List.of("today", "last-7-days", "last-30-days", "next-30-days", "this-month", "last-quarter", "this-year");

    private final Connection connection;

    private ListAddresses(Connection connection) {
        this.connection = connection;
    }

    /** The addresses by the path of their list. */
    public static Map<String, List<String>> of(Connection connection) throws SQLException {
        ListAddresses addresses = new ListAddresses(connection);
        Map<String, List<String>> all = new TreeMap<>();
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*List")));
            scanner.scan("org.triviumcrm");
            context.refresh();
            Collection<ListDefinition> definitions =
                    context.getBeansOfType(ListDefinition.class).values();
            for (ListDefinition definition : definitions) {
                all.put(definition.path(), addresses.of(definition));
            }
        }
        return all;
    }

    private List<String> of(ListDefinition definition) throws SQLException {
        List<ListFilter> filters = new ArrayList<>();
        for (ListColumn column : definition.columns().values()) {
            if (column.isFilterable()) {
                for (Operator operator : Operator.values()) {
                    if (FilterKind.offers(column, operator)) {
                        for (String value : values(definition, column, operator)) {
                            filters.add(new ListFilter(
                                    column.key(), operator, operator.isBare() ? List.of() : List.of(value)));
                        }
                    }
                }
            }
        }
        List<String> addresses = new ArrayList<>();
        ListQuery all = ListQuery.all(definition);
        for (ListColumn column : definition.columns().values()) {
            if (column.isSortable()) {
                for (boolean descending : new boolean[] {false, true}) {
                    ListQuery sorted = all.sorted(new SortOrder(column.key(), descending));
                    addresses.add(sorted.href());
                    filters.forEach(filter ->
                            addresses.add(sorted.filtered(List.of(filter)).href()));
                }
            }
        }
        return addresses;
    }

    private List<String> values(ListDefinition definition, ListColumn column, Operator operator) throws SQLException {
        if (operator.isBare()) {
            return List.of("");
        }
        if (column.type() == ColumnType.YES_NO) {
            return List.of("yes", "no");
        }
        String sql = String.valueOf(column.filter());
        List<String> found = spread(definition, sql, operator == Operator.ANY);
        if (found.isEmpty()) {
            return found;
        }
        return switch (operator) {
            case STARTS ->
                found.stream()
                        .flatMap(text -> List.of(beginning(text, 1), beginning(text, 3), text).stream())
                        .distinct()
                        .toList();
            case CONTAINS ->
                found.stream()
                        .map(text -> beginning(text.substring(1), 2))
                        .distinct()
                        .toList();
            case RANGE ->
                column.filterKind() == FilterKind.DATE
                        ? SPANS
                        : List.of(
                                found.get(0) + "..",
                                ".." + found.get(0),
                                found.get(0) + ".." + found.get(1),
                                found.get(1) + "..",
                                found.get(2) + ".." + found.get(2));
            default -> found;
        };
    }

    private static String beginning(String text, int characters) {
        return text.substring(0, Math.min(characters, text.length()));
    }

    /** By how often they occur, or by their order: one from the beginning, the middle and the end. */
    private List<String> spread(ListDefinition definition, String sql, boolean byFrequency) throws SQLException {
        List<String> values = new ArrayList<>();
        String rows = byFrequency
                ? "select v::text from (select " + sql + " as v, count(*) as n from " + definition.table() + " "
                        + definition.alias() + " where " + sql + " is not null group by 1) c order by n desc, c.v"
                : "select v::text from (select distinct " + sql + " as v from " + definition.table() + " "
                        + definition.alias() + " where " + sql + " is not null and " + definition.id()
                        + " % 97 = 1 limit 3000) c order by c.v";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(rows)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        if (values.isEmpty()) {
            System.out.println("no value of " + sql + " in " + definition.table() + ": not filtered by it");
            return List.of();
        }
        return List.of(values.get(values.size() / 10), values.get(values.size() / 2), values.get(values.size() - 1));
    }
}
