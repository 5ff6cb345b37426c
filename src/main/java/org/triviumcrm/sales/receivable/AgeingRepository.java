package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;

/** Adds up what is owed, read from the index of what is; see {@code instalment_owed}. */
@Repository
class AgeingRepository {

    static final int MOST = 100;

    private static final String OWED = "from instalment i where i.binding and i.received < i.amount and %s";

    private static final String AMOUNTS = """
            coalesce(sum(i.base_open) filter (where i.due_on >= :today), 0) as a0,
            coalesce(sum(i.base_open) filter (where i.due_on < :today and i.due_on >= :today - 30), 0) as a1,
            coalesce(sum(i.base_open) filter (where i.due_on < :today - 30 and i.due_on >= :today - 60), 0) as a2,
            coalesce(sum(i.base_open) filter (where i.due_on < :today - 60 and i.due_on >= :today - 90), 0) as a3,
            coalesce(sum(i.base_open) filter (where i.due_on < :today - 90), 0) as a4""";

    /** A day at a time first: there are hundreds of instalments of one. */
    private static final String TOTAL = "select 0 as customer_id, '' as name, " + AMOUNTS
            + " from (select i.due_on, sum(i.base_open) as base_open " + OWED + " group by 1) i";

    /** What is due says who is shown; of these alone it is looked up what is not due yet, and since when the rest is. */
    private static final String CUSTOMERS =
            "select x.customer_id, c.name, a.* from (select i.customer_id, sum(i.base_open) as due "
                    + OWED
                    + """
             and i.due_on < :today group by i.customer_id order by 2 desc, 1 limit :most) x
            join customer c on c.id = x.customer_id
            cross join lateral (select\s""" + AMOUNTS + ' ' + OWED + """
             and i.customer_id = x.customer_id) a
            order by x.due desc, x.customer_id""";

    private final JdbcClient database;

    AgeingRepository(JdbcClient database) {
        this.database = database;
    }

    Ageing.Row total(Scope scope, LocalDate today) {
        return database.sql(TOTAL.formatted(scope.sql("i")))
                .param("today", today)
                .params(scope.parameters())
                .query((row, number) -> read(row))
                .single();
    }

    /** Those who owe most of what is due, one more than are shown; those of whom nothing is due are not among them. */
    List<Ageing.Row> customers(Scope scope, LocalDate today) {
        return database.sql(CUSTOMERS.formatted(scope.sql("i"), scope.sql("i")))
                .param("today", today)
                .param("most", MOST + 1)
                .params(scope.parameters())
                .query((row, number) -> read(row))
                .list();
    }

    /** What one owes; nothing where they owe nothing. */
    List<Ageing.Row> customer(Scope scope, LocalDate today, long id) {
        return database.sql("select i.customer_id, '' as name, " + AMOUNTS + ' ' + OWED.formatted(scope.sql("i"))
                        + " and i.customer_id = :customer group by i.customer_id")
                .param("today", today)
                .param("customer", id)
                .params(scope.parameters())
                .query((row, number) -> read(row))
                .list();
    }

    private static Ageing.Row read(ResultSet row) throws SQLException {
        List<BigDecimal> amounts = List.of(
                row.getBigDecimal("a0"),
                row.getBigDecimal("a1"),
                row.getBigDecimal("a2"),
                row.getBigDecimal("a3"),
                row.getBigDecimal("a4"));
        return new Ageing.Row(row.getLong("customer_id"), row.getString("name"), amounts);
    }
}
