package org.triviumcrm.sales.attained;

import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.AttainedRow;
import org.triviumcrm.sales.AttainedRow.Asked;
import org.triviumcrm.sales.QuotaSubject;

/** The rows behind what was attained, the latest first; their amounts are those that the sums add up. */
@Repository
public class AttainedRowRepository {

    private static final String WITHIN = " between :from and :to and ";
    private static final String PAGE = " order by 2 desc, 1 desc limit :limit";

    /** %1$s: day, %2$s: amount, %3$s: rows, %4$s: what counts, %5$s: scope, %6$s: of the subject, %7$s: of a pipeline, %8$s: behind the last. */
    private static final String WHOLE =
            "(select k.id, %1$s as day, %2$s as whole, %2$s as amount, true as seen from %3$s where %1$s" + WITHIN
                    + "%4$s and %5$s and %6$s and %7$s%8$s" + PAGE + ")";

    /** %1$s: day, %2$s: amount, %3$s: what each product brings, %4$s: its row, %5$s: whole amount, %6$s: rows, %7$s: scope, %8$s: of a pipeline. */
    private static final String BY_PRODUCT = """
            (select k.id, %1$s as day, %5$s as whole, %2$s as amount, true as seen from %3$s g join %6$s on k.id = %4$s
             where g.product_id = any(:ids) and %1$s between :from and :to and %2$s <> 0 and %7$s and %8$s%9$s
             order by %1$s desc, %4$s desc limit :limit)""";

    /** %9$s: scope of people, %10$s: the share, %11$s: opportunity, %12$s: whose it is. */
    private static final String SHARED = """
            (select g.id, g.day, g.whole, sum(g.amount) as amount, bool_or(g.counted) as seen
             from (select k.id, %1$s as day, %2$s as whole, %10$s as amount, %5$s as counted, %9$s as reached,
                          case when :teams and s.person_id = k.owner_id then coalesce(k.team_id, 0) when :teams then coalesce(p.team_id, 0)
                               else s.person_id end as whose
                   from opportunity_split s
                   join (select w.id, w.id as owner_id, w.team_id from person w) p on p.id = s.person_id
                   join %3$s on %11$s = s.opportunity_id
                   cross join lateral (select sum(t.percent) as upto from opportunity_split t
                                       where t.opportunity_id = s.opportunity_id and t.ended_at is null and t.id <= s.id) u
                   where s.ended_at is null and %1$s between :from and :to and %4$s and %7$s%8$s) g
             where (g.counted or g.reached) and g.whose = any(:ids)
             group by g.id, g.day, g.whole having sum(g.amount) <> 0 order by 2 desc, 1 desc limit :limit)""";

    private static final String NAMED = """
            select x.id, case when x.seen then %1$s end as name, case when x.seen then %2$s end as href,
                   case when x.seen then customer.name end as customer, x.day, x.whole, x.amount
            from (select * from (%3$s) y order by y.day desc, y.id desc limit :limit) x
            join %4$s left join customer on customer.id = w.customer_id
            order by x.day desc, x.id desc""";

    private final JdbcClient database;

    AttainedRowRepository(JdbcClient database) {
        this.database = database;
    }

    /** At most as many as asked for; what is shared counts for whom its shares are. */
    public List<AttainedRow> rows(AttainedSource source, Scope scope, Asked asked) {
        String found = switch (asked.subject()) {
            case PERSON, TEAM ->
                whole(source, scope, asked, of(source, asked.subject())) + " union all " + shared(source, scope, asked);
            case PRODUCT -> products(source, scope, asked);
            case REGION ->
                whole(
                        source,
                        scope,
                        asked,
                        source == AttainedSource.WON
                                ? "k.territory_id = any(:ids)"
                                : "(select o.territory_id from opportunity o where o.id = " + source.opportunity
                                        + ") = any(:ids)");
            case COMPANY -> whole(source, scope, asked, "true");
        };
        JdbcClient.StatementSpec statement = database.sql(
                        NAMED.formatted(source.name, source.place, found, source.record))
                .params(scope.parameters())
                .param("from", asked.from())
                .param("to", asked.to())
                .param("pipeline", asked.pipeline(), Types.BIGINT)
                .param("teams", asked.subject() == QuotaSubject.TEAM)
                .param("ids", asked.ids().toArray(Long[]::new))
                .param("limit", asked.limit());
        AttainedRow.After after = asked.after();
        return (after == null ? statement : statement.param("day", after.day()).param("id", after.id()))
                .query(AttainedRow.class)
                .list();
    }

    /** Those of a person or team that nobody shares. */
    private static String of(AttainedSource source, QuotaSubject subject) {
        return (subject == QuotaSubject.PERSON ? "k.owner_id" : "coalesce(k.team_id, 0)")
                + " = any(:ids) and not exists (select 1 from opportunity_split s where s.ended_at is null and s.opportunity_id = "
                + source.opportunity + ")";
    }

    private static String whole(AttainedSource source, Scope scope, Asked asked, String subject) {
        return WHOLE.formatted(
                source.day,
                source.amount,
                source.rows,
                source.counts,
                scope.sql("k"),
                subject,
                pipeline(source, asked),
                behind(asked, source.day, "k.id"));
    }

    private static String products(AttainedSource source, Scope scope, Asked asked) {
        AttainedSource.Products each = source.products;
        return each == null
                ? whole(source, scope, asked, "k.product_id = any(:ids)")
                : BY_PRODUCT.formatted(
                        each.day(),
                        each.amount(),
                        each.table(),
                        each.key(),
                        source.amount,
                        source.rows,
                        scope.sql("k"),
                        pipeline(source, asked),
                        behind(asked, each.day(), each.key()));
    }

    private static String shared(AttainedSource source, Scope scope, Asked asked) {
        return SHARED.formatted(
                source.day,
                source.amount,
                source.rows,
                source.counts,
                scope.sql("k"),
                "",
                pipeline(source, asked),
                behind(asked, source.day, "k.id"),
                scope.base().sql("p"),
                source.share,
                source.opportunity);
    }

    private static String pipeline(AttainedSource source, Asked asked) {
        return GainRepository.pipeline(source, asked.pipeline());
    }

    private static String behind(Asked asked, String day, String id) {
        return asked.after() == null ? "" : " and (" + day + ", " + id + ") < (:day, :id)";
    }
}
