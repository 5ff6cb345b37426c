package org.triviumcrm.sales.attained;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.QuotaSubject;

/** What was signed, or received, month by month. An opportunity's shares are those of its contracts, to the cent. */
@Repository
public class GainRepository {

    public record Gained(long id, LocalDate month, BigDecimal amount) {}

    /** %1$s: scope of contracts, %2$s: scope of people, %3$s: rows, %4$s: day, %5$s: amount, %6$s: opportunity, %7$s: of a pipeline. */
    private static final String ROWS = """
            from %3$s where %5$s is not null and %4$s between :from and :to and %7$s""";

    /** Those of opportunities that are shared; counted: they are among the rows that the viewer sees. */
    private static final String SHARED = """
            with gained as materialized (
                select k.id, k.owner_id, coalesce(k.team_id, 0) as team_id, cast(date_trunc('month', %4$s) as date) as month, %5$s as base_gain,
                       %6$s as opportunity_id, %1$s as counted
                from %8$s where %5$s is not null and %4$s between :from and :to and %7$s
                  and %6$s in (select opportunity_id from opportunity_split where ended_at is null)),
            share as (
                select g.id, g.month, g.owner_id, g.team_id, s.person_id, coalesce(p.team_id, 0) as person_team, g.counted or %2$s as seen,
                       round(g.base_gain * sum(s.percent) over w / 100, 2)
                           - round(g.base_gain * (sum(s.percent) over w - s.percent) / 100, 2) as amount
                from gained g join opportunity_split s on s.opportunity_id = g.opportunity_id and s.ended_at is null
                join (select w.id, w.id as owner_id, w.team_id from person w) p on p.id = s.person_id
                window w as (partition by g.id order by s.id))
            """;

    /** A day at a time first: there are thousands of rows of one. */
    private static final String BY_DAY = """
            select d.id, cast(date_trunc('month', d.day) as date) as month, d.amount
            from (select %9$s as id, %4$s as day, sum(%5$s) as amount\s""" + ROWS + " and %1$s group by 1, 2) d";

    private static final String PEOPLE = SHARED + """
            select x.id, x.month, sum(x.amount) as amount from (
                """ + BY_DAY + """
                 union all select owner_id, month, -base_gain from gained where counted
                 union all select person_id, month, amount from share where seen) x
            group by x.id, x.month having sum(x.amount) <> 0""";

    /** A share is its person's team's; the owner's is that of the contract's. */
    private static final String TEAMS = SHARED + """
            select x.id, x.month, sum(x.amount) as amount from (
                """ + BY_DAY + """
                 union all select team_id, month, -base_gain from gained where counted
                 union all select case when person_id = owner_id then team_id else person_team end, month, amount from share where seen) x
            group by x.id, x.month having sum(x.amount) <> 0""";

    private static final String OTHERS = "select x.id, x.month, sum(x.amount) as amount from (" + BY_DAY
            + ") x group by 1, 2 having sum(x.amount) <> 0";

    private static final String PRODUCTS = """
            select g.product_id as id, cast(date_trunc('month', %1$s) as date) as month, sum(%2$s) as amount
            from %3$s g where %1$s between :from and :to and g.product_id is not null and %4$s
            group by 1, 2 having sum(%2$s) <> 0""";

    private final JdbcClient database;

    GainRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * What contracts bring, by month.
     *
     * @param source not {@link AttainedSource#WON}, whose sums are kept
     */
    public List<Gained> gained(
            AttainedSource source,
            Scope scope,
            QuotaSubject subject,
            LocalDate from,
            LocalDate to,
            @Nullable Long pipeline) {
        return database.sql(sql(source, scope, subject, pipeline))
                .param("from", from)
                .param("to", to)
                .param("pipeline", pipeline, java.sql.Types.BIGINT)
                .params(scope.parameters())
                .query(Gained.class)
                .list();
    }

    private static String sql(AttainedSource source, Scope scope, QuotaSubject subject, @Nullable Long pipeline) {
        AttainedSource.Products each = source.products;
        if (subject == QuotaSubject.PRODUCT && each != null) {
            String within = pipeline == null
                    ? pipeline(source, null)
                    : each.key() + " in (select k.id from " + source.rows + " where " + pipeline(source, pipeline)
                            + ")";
            return PRODUCTS.formatted(each.day(), each.amount(), each.table(), within);
        }
        boolean whole = subject == QuotaSubject.REGION || pipeline != null;
        String sql = switch (subject) {
            case PERSON -> PEOPLE;
            case TEAM -> TEAMS;
            case COMPANY, REGION, PRODUCT -> OTHERS;
        };
        String id = switch (subject) {
            case PERSON -> "k.owner_id";
            case TEAM -> "coalesce(k.team_id, 0)";
            case REGION ->
                "coalesce((select o.territory_id from opportunity o where o.id = " + source.opportunity + "), 0)";
            case COMPANY, PRODUCT -> "cast(0 as bigint)";
        };
        return sql.formatted(
                scope.sql("k"),
                scope.base().sql("p"),
                whole ? source.rows : source.alone,
                source.day,
                source.amount,
                source.opportunity,
                pipeline(source, pipeline),
                source.rows,
                id);
    }

    static String pipeline(AttainedSource source, @Nullable Long pipeline) {
        return pipeline == null
                ? "cast(:pipeline as bigint) is null"
                : source.opportunity + " in (select o.id from opportunity o where o.pipeline_id = :pipeline)";
    }
}
