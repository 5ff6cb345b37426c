package org.triviumcrm.sales.attained;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.QuotaSubject;

/**
 * What was signed, or received, month by month, from the maintained totals {@code attained_total}; an opportunity's shares are those of its
 * contracts, to the cent.
 */
@Repository
public class GainRepository {

    public record Gained(long id, LocalDate month, BigDecimal amount) {}

    /** Those of opportunities that are shared; counted: they are among the rows that the viewer sees. */
    private static final String SHARED = """
            with gained as materialized (
                select k.id, k.owner_id, coalesce(k.team_id, 0) as team_id, cast(date_trunc('month', %1$s) as date) as month, %2$s as base_gain,
                       %3$s as opportunity_id, %4$s as counted
                from %5$s where %2$s is not null and %1$s between :from and :to and %6$s
                  and %3$s in (select opportunity_id from opportunity_split where ended_at is null)),
            share as (
                select g.id, g.month, g.owner_id, g.team_id, s.person_id, coalesce(p.team_id, 0) as person_team, g.counted or %7$s as seen,
                       round(g.base_gain * sum(s.percent) over w / 100, 2)
                           - round(g.base_gain * (sum(s.percent) over w - s.percent) / 100, 2) as amount
                from gained g join opportunity_split s on s.opportunity_id = g.opportunity_id and s.ended_at is null
                join (select w.id, w.id as owner_id, w.team_id from person w) p on p.id = s.person_id
                window w as (partition by g.id order by s.id))
            """;

    private static final String SUMMED =
            "select x.id, x.month, sum(x.amount) as amount from (%s) x group by x.id, x.month having sum(x.amount) <> 0";

    /** %1$s: of whom, %2$s: totals, %3$s: scope. */
    private static final String TOTALS = """
            select %1$s as id, t.month, t.base_amount as amount from %2$s t
            where t.source = :source and t.month between :from and :to
              and (cast(:pipeline as bigint) is null or t.pipeline_id = :pipeline) and %3$s""";

    private static final String PEOPLE = """
             union all select owner_id, month, -base_gain from gained where counted
             union all select person_id, month, amount from share where seen""";

    /** A share is its person's team's; the owner's is that of the contract's. */
    private static final String TEAMS = """
             union all select team_id, month, -base_gain from gained where counted
             union all select case when person_id = owner_id then team_id else person_team end, month, amount from share where seen""";

    private static final String PRODUCTS = """
            select t.product_id as id, t.month, sum(t.base_amount) as amount from attained_product_total t
            where t.source = :source and t.month between :from and :to
            group by 1, 2 having sum(t.base_amount) <> 0""";

    /** Products are totalled over all pipelines. */
    private static final String PRODUCTS_OF_PIPELINE = """
            select g.product_id as id, cast(date_trunc('month', %1$s) as date) as month, sum(%2$s) as amount
            from %3$s g where %1$s between :from and :to and g.product_id is not null and %4$s in (select k.id from %5$s where %6$s)
            group by 1, 2 having sum(%2$s) <> 0""";

    private final JdbcClient database;

    GainRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * What contracts bring, by month.
     *
     * @param source not {@link AttainedSource#WON}, whose sums are others
     * @param scope of contracts
     * @param from the first of a month
     * @param to the last of a month
     */
    public List<Gained> gained(
            AttainedSource source,
            Scope scope,
            QuotaSubject subject,
            LocalDate from,
            LocalDate to,
            @Nullable Long pipeline) {
        return database.sql(sql(source, scope, subject, pipeline))
                .param("source", source.name())
                .param("from", from)
                .param("to", to)
                .param("pipeline", pipeline, java.sql.Types.BIGINT)
                .params(scope.parameters())
                .query(Gained.class)
                .list();
    }

    private static String sql(AttainedSource source, Scope scope, QuotaSubject subject, @Nullable Long pipeline) {
        return switch (subject) {
            case PERSON ->
                shared(source, scope, pipeline) + SUMMED.formatted(totals("t.owner_id", scope) + "\n" + PEOPLE);
            case TEAM -> shared(source, scope, pipeline) + SUMMED.formatted(totals("t.team_id", scope) + "\n" + TEAMS);
            case REGION -> SUMMED.formatted(totals("t.territory_id", scope));
            case COMPANY -> SUMMED.formatted(totals("cast(0 as bigint)", scope));
            case PRODUCT -> pipeline == null ? PRODUCTS : products(source, pipeline);
        };
    }

    /** Who sees single rows beyond owners and teams has them added up one by one. */
    private static String totals(String id, Scope scope) {
        boolean single = scope instanceof Scope.Shared shared && !shared.ids().isEmpty();
        return TOTALS.formatted(id, single ? "attained_row" : "attained_total", scope.sql("t"));
    }

    private static String shared(AttainedSource source, Scope scope, @Nullable Long pipeline) {
        return SHARED.formatted(
                source.day,
                source.amount,
                source.opportunity,
                scope.sql("k"),
                source.rows,
                pipeline(source, pipeline),
                scope.base().sql("p"));
    }

    private static String products(AttainedSource source, long pipeline) {
        AttainedSource.Products each = Objects.requireNonNull(source.products);
        return PRODUCTS_OF_PIPELINE.formatted(
                each.day(), each.amount(), each.table(), each.key(), source.rows, pipeline(source, pipeline));
    }

    static String pipeline(AttainedSource source, @Nullable Long pipeline) {
        return pipeline == null
                ? "cast(:pipeline as bigint) is null"
                : source.opportunity + " in (select o.id from opportunity o where o.pipeline_id = :pipeline)";
    }
}
