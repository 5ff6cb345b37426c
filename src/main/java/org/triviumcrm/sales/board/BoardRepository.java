package org.triviumcrm.sales.board;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.OpportunityTotals;
import org.triviumcrm.shared.web.NotFound;

/** The cards of all columns in one statement, and their totals in another. */
@Repository
class BoardRepository {

    private static final String CARDS = """
            select card.*
            from unnest(cast(:stages as bigint[])) with ordinality as column_of (stage_id, place)
            cross join lateral (
                select o.id, o.stage_id, o.name, o.customer_id, c.name as customer, o.amount, o.currency, o.probability,
                       o.expected_close_date, o.next_step, w.name as owner, o.stage_entered_at, o.last_activity_at,
                       o.approval_case_id,
                       %s as changeable, (%s)::text as sort_key
                from opportunity o
                join person w on w.id = o.owner_id
                left join customer c on c.id = o.customer_id
                where o.stage_id = column_of.stage_id and o.state = 'OPEN' and %s%s%s
                order by %s
                limit :size) card
            order by column_of.place""";

    private static final String SUMMED = """
            select o.stage_id, sum(o.count) as count, sum(o.base_amount) as amount, sum(o.weighted) as weighted
            from %s o
            where o.stage_id = any(cast(:stages as bigint[])) and o.state = 'OPEN' and %s%s
            group by o.stage_id""";

    private static final String COUNTED = """
            select o.stage_id, count(*) as count, coalesce(sum(o.base_amount), 0) as amount,
                   coalesce(sum(o.base_amount * o.probability) * 0.01, 0) as weighted
            from opportunity o
            where o.stage_id = any(cast(:stages as bigint[])) and o.state = 'OPEN' and %s%s
            group by o.stage_id""";

    private final JdbcClient database;

    BoardRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param after id and sort key of the last card seen, for a single stage; null for the beginning */
    List<BoardCard> cards(
            List<Long> stages, BoardFilter filter, Scope scope, List<Long> teams, int size, @Nullable After after) {
        BoardOrder order = filter.getOrder();
        String sql = CARDS.formatted(
                scope.changeable("o"),
                order.key(),
                scope.sql("o"),
                filter.conditions(),
                after == null ? "" : " and " + order.after(),
                order.orderBy());
        Map<String, Object> parameters = new HashMap<>(filter.parameters(scope, teams));
        parameters.put("stages", array(stages));
        parameters.put("size", size);
        if (after != null) {
            parameters.put("afterKey", after.key());
            parameters.put("afterId", after.id());
        }
        return database.sql(sql).params(parameters).query(BoardCard.class).list();
    }

    Map<Long, Total> totals(List<Long> stages, BoardFilter filter, Scope scope, List<Long> teams) {
        OpportunityTotals summed = new OpportunityTotals(scope);
        String sql = filter.isSummed()
                ? SUMMED.formatted(summed.table(), summed.condition("o"), filter.conditions())
                : COUNTED.formatted(scope.sql("o"), filter.conditions());
        return database
                .sql(sql)
                .params(filter.parameters(scope, teams))
                .param("stages", array(stages))
                .query(Total.class)
                .stream()
                .collect(Collectors.toMap(Total::stageId, Function.identity()));
    }

    private static String array(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    record Total(long stageId, long count, BigDecimal amount, BigDecimal weighted) {

        static Total none(long stageId) {
            return new Total(stageId, 0, BigDecimal.ZERO, BigDecimal.ZERO);
        }
    }

    /** The last card seen. */
    record After(String key, long id) {

        private static final Pattern WRITTEN = Pattern.compile("(.+)~(\\d{1,18})");

        /** @throws NotFound for one that no card of this order has */
        static After parse(String cursor, BoardOrder order) {
            Matcher parts = WRITTEN.matcher(cursor);
            if (!parts.matches() || !order.isKey(parts.group(1))) {
                throw new NotFound();
            }
            return new After(parts.group(1), Long.parseLong(parts.group(2)));
        }

        static String of(BoardCard card) {
            return card.sortKey() + "~" + card.id();
        }
    }
}
