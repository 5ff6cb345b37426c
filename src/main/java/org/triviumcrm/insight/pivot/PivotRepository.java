package org.triviumcrm.insight.pivot;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.insight.sold.SoldReach;

/** Sales, grouped in one statement with the sums of rows, of columns and of all. */
@Repository
class PivotRepository {

    /** @param row empty for what has none; without meaning in a sum over all rows */
    record Sum(String row, String column, boolean allRows, boolean allColumns, BigDecimal value) {}

    private final JdbcClient database;

    PivotRepository(JdbcClient database) {
        this.database = database;
    }

    List<Sum> sums(SoldReach reach, PivotFilter filter) {
        PivotDimension rows = filter.byRow();
        PivotDimension columns = filter.byColumn();
        boolean ofSeller = rows.isOfSeller() || columns.isOfSeller();
        String customer =
                rows.isOfCustomer() || columns.isOfCustomer() ? "left join customer c on c.id = s.customer_id" : "";
        // a year has hundreds of thousands of sales: what adds up is added up before anything else
        boolean adds = filter.measured().adds();
        return database.sql("""
                        with part as (
                            select %s as r, %s as c, %s
                            from %s s %s %s
                        )
                        select %s as "row", %s as "column", grouping(r) = 1 as all_rows, grouping(c) = 1 as all_columns, %s as value
                        from part group by grouping sets ((r, c), (r), (c), ())""".formatted(
                                rows.value(),
                                columns.value(),
                                adds ? "sum(s.base_amount) as base_amount" : "s.customer_id, s.deal",
                                ofSeller ? reach.sql() : reach.unowned(),
                                customer,
                                adds ? "group by 1, 2" : "",
                                rows.key("r"),
                                columns.key("c"),
                                filter.measured().sql()))
                .params(reach.parameters(filter.first(), filter.last()))
                .query((row, number) -> new Sum(
                        row.getString("row"),
                        row.getString("column"),
                        row.getBoolean("all_rows"),
                        row.getBoolean("all_columns"),
                        row.getBigDecimal("value") == null ? BigDecimal.ZERO : row.getBigDecimal("value")))
                .list();
    }

    /** What some ids of a table are called. */
    Map<String, String> names(String table, Collection<String> ids) {
        List<Long> known =
                ids.stream().filter(id -> !id.isEmpty()).map(Long::valueOf).toList();
        return known.isEmpty()
                ? Map.of()
                : database
                        .sql("select id::text as id, name from " + table + " where id in (:ids)")
                        .param("ids", known)
                        .query((row, number) -> Map.entry(row.getString("id"), row.getString("name")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
