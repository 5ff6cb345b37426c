package org.triviumcrm.marketing.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** Reads plans, and what has come of them from the sums that the database keeps. Plans are seen by those who see such campaigns. */
@Repository
class PlanReadRepository {

    /** What belongs to a plan, or to none, has cost in a year. @param id null for none, and for a plan that the viewer does not see */
    record YearSpend(@Nullable Long id, @Nullable String name, boolean without, BigDecimal budget, BigDecimal cost) {}

    private static final String CAMPAIGN = "campaign";

    private static final String CAMPAIGNS = """
            select c.id, c.name, c.state, c.method_id, m.name as method, c.region, c.start_on,
                   case c.state when 'CANCELLED' then 0 else c.base_budget end as budget,
                   coalesce((select sum(n.people) from campaign_count n where n.campaign_id = c.id and n.status in ('ATTENDED', 'RESPONDED')), 0)::bigint
                       as participants,
                   (select count(*) from lead l where l.campaign_id = c.id) as leads
            from campaign c join marketing_term m on m.id = c.method_id
            where %s and %s order by c.start_on, c.id limit :limit""";

    private final JdbcClient database;

    PlanReadRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<PlanPage> find(Viewer viewer, long id) {
        Scope scope = viewer.scope(CAMPAIGN);
        return database.sql("""
                        select p.*, (select name from person where id = p.owner_id) as owner, (select name from team where id = p.team_id) as team
                        from annual_plan p where p.id = :id and %s""".formatted(scope.sql("p")))
                .param("id", id)
                .params(scope.parameters())
                .query(PlanPage.class)
                .optional();
    }

    List<PlanLineRow> lines(long id) {
        return database.sql("""
                        select l.quarter, l.region, l.method_id, m.name as method, l.amount, l.revenue
                        from annual_plan_line l left join marketing_term m on m.id = l.method_id
                        where l.plan_id = :id order by l.position""").param("id", id).query(PlanLineRow.class).list();
    }

    Optional<String> method(long id) {
        return database.sql("select name from marketing_term where kind = 'METHOD' and id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Regions that are in use, for a form to suggest. */
    List<String> regions() {
        return database.sql("""
                        select region from (select region from campaign where region is not null
                            union select region from annual_plan_line where region is not null limit 200) r
                        order by region""").query(String.class).list();
    }

    /** The latest years first, and the one that is chosen already. */
    List<Option> choices(Viewer viewer, @Nullable Long chosen, int limit) {
        Scope scope = viewer.scope(CAMPAIGN);
        return database.sql("""
                        select p.id, p.name, p.year from annual_plan p
                        where p.id = :chosen or (:seen and %s)
                        order by p.id = :chosen desc nulls last, p.year desc, p.id desc limit :limit""".formatted(scope.sql("p")))
                .params(scope.parameters())
                .param("chosen", chosen, java.sql.Types.BIGINT)
                .param("seen", viewer.can("marketing.plan.view"))
                .param("limit", limit)
                .query((row, n) ->
                        new Option(row.getLong("id"), "%d · %s".formatted(row.getInt("year"), row.getString("name"))))
                .list();
    }

    List<PlannedCampaign> campaigns(Viewer viewer, long planId, int limit) {
        Scope scope = viewer.scope(CAMPAIGN);
        return database.sql(CAMPAIGNS.formatted("c.plan_id = :plan", scope.sql("c")))
                .params(scope.parameters())
                .param("plan", planId)
                .param("limit", limit)
                .query(PlannedCampaign.class)
                .list();
    }

    /** Those without a plan that start in the year or cost something in it. */
    List<PlannedCampaign> unplanned(Viewer viewer, LocalDate from, LocalDate to, int limit) {
        Scope scope = viewer.scope(CAMPAIGN);
        String those =
                "c.plan_id is null and (c.start_on between :from and :to or c.id in (select s.campaign_id from campaign_spend s"
                        + " where s.month between :from and :to))";
        return database.sql(CAMPAIGNS.formatted(those, scope.sql("c")))
                .params(scope.parameters())
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query(PlannedCampaign.class)
                .list();
    }

    List<PlanMonth> months(Collection<Long> campaignIds) {
        return database.sql("""
                        select campaign_id, month, sum(cost) as cost, sum(reported) as reported
                        from (select campaign_id, month, base_amount as cost, 0::numeric as reported from campaign_spend where campaign_id = any(:ids)
                              union all
                              select campaign_id, month, 0, base_revenue from campaign_result_month where campaign_id = any(:ids)) f
                        group by campaign_id, month order by campaign_id, month""")
                .param("ids", campaignIds.toArray(Long[]::new))
                .query(PlanMonth.class)
                .list();
    }

    /** Where the money of a year went, plan by plan, and what went past all of them at last; budgets where campaigns start. */
    List<YearSpend> year(Viewer viewer, LocalDate from, LocalDate to) {
        Scope scope = viewer.scope(CAMPAIGN);
        return database.sql("""
                        select p.id, p.name, c.plan_id is null as without, sum(f.budget) as budget, sum(f.cost) as cost
                        from (select campaign_id, 0::numeric as budget, base_amount as cost from campaign_spend where month between :from and :to
                              union all
                              select id, case state when 'CANCELLED' then 0 else base_budget end, 0 from campaign where start_on between :from and :to) f
                        join campaign c on c.id = f.campaign_id
                        left join annual_plan p on p.id = c.plan_id and %s
                        where %s
                        group by p.id, p.name, c.plan_id is null order by without, p.name nulls last, p.id""".formatted(scope.sql("p"), scope.sql("c")))
                .params(scope.parameters())
                .param("from", from)
                .param("to", to)
                .query(YearSpend.class)
                .list();
    }
}
