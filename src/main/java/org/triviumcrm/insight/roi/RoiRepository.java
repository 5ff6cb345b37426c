package org.triviumcrm.insight.roi;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import tools.jackson.databind.json.JsonMapper;

/** Costs, amounts and counts from the sums that the database keeps by campaign and month; none of it reads what they are made of. */
@Repository
class RoiRepository {

    /** A method in a region. */
    record Cell(long methodId, String method, @Nullable String region, BigDecimal cost, BigDecimal revenue) {}

    /** @param bands of what whole campaigns have cost, whatever the cut is */
    record Found(List<RoiRow> rows, RoiRow total, List<Cell> cells, List<RoiRow> bands) {}

    /** What does best and worst, and all together. */
    record Ends(List<RoiRow> best, List<RoiRow> worst, RoiRow total) {}

    private static final int QUARTERS = 4;

    /**
     * What each campaign has cost and brought in the months asked for; %1$s: amount and share of the reckoning, %2$s: which campaigns, %3$s: the
     * month or none, %5$s: what they cost, where it decides. What a fact says nothing of is null: adding up noughts took a quarter of the time. Costs have a line for each
     * category and are added up by themselves first.
     */
    private static final String PER_CAMPAIGN = """
            with recursive spent as materialized (
                select campaign_id, month, sum(base_amount) as cost from campaign_spend where month between :from and :to group by 1, 2
            ), fact as (
                select campaign_id, month, cost, null::numeric as revenue, null::numeric as reported, null::numeric as pipeline, null::bigint as leads,
                       null::bigint as shares, null::bigint as won_shares, null::bigint as participants, null::bigint as converted
                from spent
                union all
                select campaign_id, month, null, case outcome when 'WON' then %1$s_amount end, null, case outcome when 'OPEN' then %1$s_amount end, null,
                       %1$s_share, case outcome when 'WON' then %1$s_share end, null, null
                from attribution_month where month between :from and :to
                union all
                select campaign_id, month, null, base_revenue, base_revenue, null, null, null, null, null, null
                from campaign_result_month where month between :from and :to
                union all
                select campaign_id, date_trunc('month', created_at at time zone :zone)::date, null, null, null, null, count(*), null, null, null, null
                from lead
                where campaign_id is not null and created_at >= :from::timestamp at time zone :zone
                  and created_at < (:to::date + 1)::timestamp at time zone :zone
                group by 1, 2
                union all
                select campaign_id, date_trunc('month', quarter_at at time zone :zone)::date, null, null, null, null, null, null, null, sum(people), sum(converted)
                from campaign_came
                where people <> 0 and quarter_at >= :from::timestamp at time zone :zone and quarter_at < (:to::date + 1)::timestamp at time zone :zone
                group by 1, 2
            ), %4$s, summed as (
                select campaign_id, %3$s as month, coalesce(sum(cost), 0) as cost, coalesce(sum(revenue), 0) as revenue,
                       coalesce(sum(reported), 0) as reported, coalesce(sum(pipeline), 0) as pipeline, coalesce(sum(leads), 0) as leads,
                       coalesce(sum(shares), 0) as opportunities, coalesce(sum(won_shares), 0) as wins, coalesce(sum(participants), 0) as participants, coalesce(sum(converted), 0) as converted
                from fact group by 1, 2
            ), one as (
                select c.id, c.name, c.method_id, c.region, f.month, f.cost, f.revenue, f.reported, f.pipeline, f.leads, f.opportunities, f.wins,
                       f.participants, f.converted
                from summed f join campaign c on c.id = f.campaign_id %5$s
                where (%2$s)
            )
            """;

    /** What campaigns cost in all of the months that count for it, whatever a month of them alone has cost. */
    private static final String PAID = """
             left join (
                    select campaign_id, sum(base_amount) as cost from campaign_spend where month between :spentFrom and :spentTo group by 1
                ) paid on paid.campaign_id = c.id""";

    private static final String BY_COST =
            " and (:low::numeric is null or coalesce(paid.cost, 0) >= :low) and (:high::numeric is null or coalesce(paid.cost, 0) <= :high)";

    /** %1$s: into how many rows the money of a campaign goes. Dividing each by one took a third of the time of months. */
    private static final String SUMS = """
            count(*) as campaigns, sum(cost%1$s) as cost, sum(revenue%1$s) as revenue, sum(reported%1$s) as reported, sum(pipeline%1$s) as pipeline,
            sum(participants%1$s) as participants, sum(converted%1$s) as converted, sum(leads%1$s) as leads, sum(opportunities%1$s) / 10000 as opportunities, sum(wins%1$s) / 10000 as wins,
            min(cost) as lowest, max(cost) as highest""";

    private static final String TOTAL = """
            select '' as key, null as name, (select count(*) from (select id from one group by id) d) as campaigns, coalesce(sum(cost), 0) as cost, coalesce(sum(revenue), 0) as revenue, coalesce(sum(reported), 0) as reported,
                   coalesce(sum(pipeline), 0) as pipeline, coalesce(sum(participants), 0) as participants, coalesce(sum(converted), 0) as converted, coalesce(sum(leads), 0) as leads, coalesce(sum(opportunities), 0) / 10000 as opportunities,
                   coalesce(sum(wins), 0) / 10000 as wins, coalesce(min(cost), 0) as lowest, coalesce(max(cost), 0) as highest
            from one""";

    /** Campaigns, also where they are told apart by months: what their bands are compared by. */
    private static final String WHOLE = """
            (select id, sum(cost) as cost, sum(revenue) as revenue, 0::numeric as reported, 0::numeric as pipeline, 0::numeric as participants,
                    0::numeric as converted, 0::numeric as leads, 0::numeric as opportunities, 0::numeric as wins
             from one group by id) one""";

    private static final String CELLS = """
            select one.method_id as "methodId", m.name as method, one.region, sum(cost) as cost, sum(revenue) as revenue
            from one join marketing_term m on m.id = one.method_id
            group by one.method_id, m.name, m.position, one.region order by m.position, one.region nulls last""";

    private final JdbcClient database;
    private final JsonMapper json;

    RoiRepository(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The best return first, or the worst; months and bands in their own order. */
    List<RoiRow> rows(Scope scope, RoiFilter filter, ZoneId zone, int limit) {
        return ask(per(scope, filter) + rowsOf(filter), scope, filter, zone)
                .param("limit", limit)
                .query(RoiRow.class)
                .list();
    }

    /** All of them together. */
    RoiRow total(Scope scope, RoiFilter filter, ZoneId zone) {
        return ask(per(scope, filter) + TOTAL, scope, filter, zone)
                .query(RoiRow.class)
                .single();
    }

    /** One campaign, whatever it has cost and brought; empty where it is not in sight. */
    Optional<RoiRow> campaign(Scope scope, long id, RoiFilter filter, ZoneId zone) {
        return ask(per(scope, filter) + """
                        select c.id::text as key, c.name, 1::bigint as campaigns, coalesce(o.cost, 0) as cost, coalesce(o.revenue, 0) as revenue,
                               coalesce(o.reported, 0) as reported, coalesce(o.pipeline, 0) as pipeline, coalesce(o.participants, 0) as participants, coalesce(o.converted, 0) as converted,
                               coalesce(o.leads, 0) as leads, coalesce(o.opportunities, 0) / 10000 as opportunities, coalesce(o.wins, 0) / 10000 as wins,
                               coalesce(o.cost, 0) as lowest, coalesce(o.cost, 0) as highest
                        from campaign c left join one o on o.id = c.id where c.id = :id and %s""".formatted(scope.sql("c")), scope, filter, zone)
                .param("id", id)
                .query(RoiRow.class)
                .optional();
    }

    /** The rows, all of them together, and every method in every region where anything was spent or brought. */
    Found found(Scope scope, RoiFilter filter, ZoneId zone, int limit) {
        List<String> parts = together(
                scope, filter, zone, limit, rowsOf(filter), TOTAL, CELLS, grouped(bands(filter) + WHOLE, "", "key"));
        return new Found(
                rows(parts.get(0)),
                rows(parts.get(1)).get(0),
                List.of(json.readValue(parts.get(2), Cell[].class)),
                rows(parts.get(3)));
    }

    /** The first rows of a cut from both ends, and all of them together. */
    Ends ends(Scope scope, RoiFilter filter, ZoneId zone, int limit) {
        String worst = rowsOf(filter.by(filter.by(), true));
        List<String> parts = together(scope, filter, zone, limit, rowsOf(filter.by(filter.by(), false)), worst, TOTAL);
        return new Ends(
                rows(parts.get(0)), rows(parts.get(1)), rows(parts.get(2)).get(0));
    }

    /** What several queries find, as JSON: what each campaign has is added up once for all of them. */
    private List<String> together(Scope scope, RoiFilter filter, ZoneId zone, int limit, String... queries) {
        String found = Stream.of(queries)
                .map(query -> "(select coalesce(json_agg(x), '[]')::text from (" + query + ") x)")
                .collect(Collectors.joining(", "));
        return ask(per(scope, filter) + "select array[" + found + "]", scope, filter, zone)
                .param("limit", limit)
                .query((row, number) -> List.of((String[]) row.getArray(1).getArray()))
                .single();
    }

    private List<RoiRow> rows(String found) {
        return List.of(json.readValue(found, RoiRow[].class));
    }

    private static String rowsOf(RoiFilter filter) {
        String order = filter.isWorstFirst() ? "asc" : "desc";
        String parts = filter.by() == RoiCut.PRODUCT ? " / parts" : "";
        return grouped(
                keyed(filter),
                parts,
                switch (filter.by()) {
                    case MONTH, BAND -> "key";
                    default ->
                        "(sum(revenue%1$s) - sum(cost%1$s)) / nullif(greatest(sum(cost%1$s), 0), 0) ".formatted(parts)
                                + order + " nulls last, sum(revenue" + parts + ") desc, key";
                });
    }

    private static String grouped(String keyed, String parts, String order) {
        return "select key, name, " + SUMS.formatted(parts) + " from (" + keyed + ") k group by key, name order by "
                + order + " limit :limit";
    }

    private static String per(Scope scope, RoiFilter filter) {
        return PER_CAMPAIGN.formatted(
                filter.reckoning().column(),
                RoiCampaigns.which(scope, filter) + (filter.isByCost() ? BY_COST : ""),
                filter.by() == RoiCut.MONTH ? "month" : "null::date",
                RoiCampaigns.BELOW,
                filter.isByCost() ? PAID : "");
    }

    /** The campaigns with the key and the name of their row, and into how many rows their money goes. */
    private static String keyed(RoiFilter filter) {
        return switch (filter.by()) {
            case CAMPAIGN -> "select one.*, id::text as key, 1 as parts from one";
            case METHOD ->
                "select m.id::text as key, m.name, 1 as parts, " + figures()
                        + " from one join marketing_term m on m.id = one.method_id";
            case REGION -> "select coalesce(region, '') as key, region as name, 1 as parts, " + figures() + " from one";
            case MONTH ->
                "select to_char(month, 'YYYY-MM') as key, null::text as name, 1 as parts, " + figures() + " from one";
            case PRODUCT ->
                "select coalesce(p.id::text, '') as key, p.name, greatest(count(*) over (partition by one.id), 1) as parts, "
                        + figures()
                        + " from one left join campaign_product x on x.campaign_id = one.id left join product p on p.id = x.product_id";
            case TREE -> """
                    select t.id::text as key, t.name, 1 as parts, %s
                    from one join lateral (
                        with recursive up as (
                            select c.id, c.name, c.parent_id from campaign c where c.id = one.id
                            union
                            select c.id, c.name, c.parent_id from campaign c join up on c.id = up.parent_id
                        ) select id, name from up where parent_id is null limit 1) t on true""".formatted(figures());
            case BAND -> bands(filter) + "one";
        };
    }

    private static String bands(RoiFilter filter) {
        String band = Objects.requireNonNull(filter.ends()).isEmpty()
                ? "case when cost > 0 then 1 + (rank() over (partition by cost > 0 order by cost) - 1) * " + QUARTERS
                        + " / count(*) over (partition by cost > 0) else 0 end"
                : "case when cost > 0 then width_bucket(cost, cast(:ends as numeric[])) + 1 else 0 end";
        return "select to_char(" + band + ", 'FM00') as key, null::text as name, 1 as parts, " + figures() + " from ";
    }

    private static String figures() {
        return "one.cost, one.revenue, one.reported, one.pipeline, one.participants, one.converted, one.leads, one.opportunities, one.wins";
    }

    private JdbcClient.StatementSpec ask(String sql, Scope scope, RoiFilter filter, ZoneId zone) {
        return RoiCampaigns.bind(database.sql(sql), scope, filter)
                .param("zone", zone.getId())
                .param(
                        "ends",
                        Objects.requireNonNullElse(filter.ends(), List.<BigDecimal>of())
                                .toArray(BigDecimal[]::new));
    }
}
