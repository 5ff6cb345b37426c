package org.triviumcrm.sales.signing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.QuotaSubject;

/** What was signed, month by month. An opportunity's shares are those of its contracts, to the cent. */
@Repository
class SignedRepository {

    record Signed(long id, LocalDate month, BigDecimal amount) {}

    private static final String GAINED = """
            with gained as materialized (
                select k.id, k.owner_id, coalesce(k.team_id, 0) as team_id, cast(date_trunc('month', k.signed_on) as date) as month, k.base_gain,
                       k.opportunity_id, %1$s as counted
                from contract k
                where k.base_gain is not null and k.signed_on between :from and :to
                  and (cast(:pipeline as bigint) is null
                       or k.opportunity_id in (select o.id from opportunity o where o.pipeline_id = :pipeline)))
            """;

    private static final String SHARED = GAINED + """
            , share as (
                select g.id, g.month, g.owner_id, g.team_id, s.person_id, coalesce(p.team_id, 0) as person_team, g.counted or %2$s as seen,
                       round(g.base_gain * sum(s.percent) over w / 100, 2)
                           - round(g.base_gain * (sum(s.percent) over w - s.percent) / 100, 2) as amount
                from gained g join opportunity_split s on s.opportunity_id = g.opportunity_id and s.ended_at is null
                join (select w.id, w.id as owner_id, w.team_id from person w) p on p.id = s.person_id
                window w as (partition by g.id order by s.id))
            """;

    private static final String PEOPLE = SHARED + """
            select x.id, x.month, sum(x.amount) as amount from (
                select g.owner_id as id, g.month, g.base_gain as amount from gained g
                where g.counted and not exists (select from share h where h.id = g.id)
                union all select person_id, month, amount from share where seen) x
            group by x.id, x.month having sum(x.amount) <> 0""";

    /** A share is its person's team's; the owner's is that of the contract's. */
    private static final String TEAMS = SHARED + """
            select x.id, x.month, sum(x.amount) as amount from (
                select g.team_id as id, g.month, g.base_gain as amount from gained g
                where g.counted and not exists (select from share h where h.id = g.id)
                union all select case when person_id = owner_id then team_id else person_team end, month, amount from share where seen) x
            group by x.id, x.month having sum(x.amount) <> 0""";

    private static final String COMPANY = GAINED + """
            select cast(0 as bigint) as id, month, sum(base_gain) as amount from gained where counted group by month having sum(base_gain) <> 0""";

    private static final String REGIONS = GAINED + """
            select coalesce(o.territory_id, 0) as id, g.month, sum(g.base_gain) as amount
            from gained g left join opportunity o on o.id = g.opportunity_id where g.counted group by 1, 2 having sum(g.base_gain) <> 0""";

    private static final String PRODUCTS = """
            select g.product_id as id, cast(date_trunc('month', g.signed_on) as date) as month, sum(g.base_gain) as amount
            from contract_gain_product g
            where g.signed_on between :from and :to and g.product_id is not null and cast(:pipeline as bigint) is null
            group by 1, 2 having sum(g.base_gain) <> 0""";

    private final JdbcClient database;

    SignedRepository(JdbcClient database) {
        this.database = database;
    }

    List<Signed> signed(Scope scope, QuotaSubject subject, LocalDate from, LocalDate to, @Nullable Long pipeline) {
        String sql = switch (subject) {
            case PERSON -> PEOPLE;
            case TEAM -> TEAMS;
            case PRODUCT -> PRODUCTS;
            case COMPANY -> COMPANY;
            case REGION -> REGIONS;
        };
        return database.sql(sql.formatted(scope.sql("k"), scope.base().sql("p")))
                .param("from", from)
                .param("to", to)
                .param("pipeline", pipeline, java.sql.Types.BIGINT)
                .params(scope.parameters())
                .query(Signed.class)
                .list();
    }
}
