package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.identity.Scope;

/** Who went from one class to another. */
@Repository
class MoveRepository {

    /**
     * %1$s: what is asked of the other month, %2$s: scope of customers. Read in the order of an index: of the
     * better class, which has the fewest customers.
     */
    private static final String LIST = """
            select c.id, c.name, d.amount as driving, o.amount as other
            from customer_value_month d
            join customer c on c.id = d.customer_id
            left join customer_value_month o on o.customer_id = d.customer_id and o.measure = d.measure and o.month = :other
            where d.measure = :measure and d.month = :month and d.value_class = :class and %1$s and %2$s
                and (cast(:amount as numeric) is null or (d.amount <= :amount and (d.amount < :amount or d.customer_id > :id)))
            order by d.amount desc, d.customer_id limit :limit""";

    private final JdbcClient database;

    MoveRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Those who are worth most in the better of both classes first.
     *
     * @param was null for none, but not both
     * @param amount behind this one, of a customer with this id; null from the first on
     */
    List<Moved> list(
            CustomerMeasure measure,
            YearMonth from,
            YearMonth to,
            @Nullable ValueClass was,
            @Nullable ValueClass is,
            Scope scope,
            @Nullable BigDecimal amount,
            long id,
            int limit) {
        boolean byAfter = AskMoves.byAfter(was, is);
        ValueClass driving = byAfter ? is : was;
        ValueClass other = byAfter ? was : is;
        return database.sql(LIST.formatted(
                        other == null ? "o.value_class is null" : "o.value_class = :otherClass", scope.sql("c")))
                .param("measure", measure.key())
                .param("month", (byAfter ? to : from).atDay(1))
                .param("other", (byAfter ? from : to).atDay(1))
                .param("class", String.valueOf(driving))
                .param("otherClass", String.valueOf(other))
                .param("amount", amount, Types.NUMERIC)
                .param("id", id)
                .param("limit", limit)
                .params(scope.parameters())
                .query((row, n) -> new Moved(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getBigDecimal(byAfter ? "other" : "driving"),
                        row.getBigDecimal(byAfter ? "driving" : "other")))
                .list();
    }
}
