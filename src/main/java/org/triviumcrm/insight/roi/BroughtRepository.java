package org.triviumcrm.insight.roi;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.insight.roi.Brought.Paper;
import org.triviumcrm.insight.roi.Brought.Row;
import org.triviumcrm.insight.roi.Brought.Sum;
import org.triviumcrm.insight.roi.BroughtFilter.Place;
import org.triviumcrm.sales.AttributionModel;

/** The opportunities that campaigns touched: their sums from those by month, the rows by the day they count on. */
@Repository
class BroughtRepository {

    private static final String SCOPED = "scope";
    private static final String OF_DEALS = "dealScope";

    private final JdbcClient database;

    BroughtRepository(JdbcClient database) {
        this.database = database;
    }

    /** Of all of them, whoever sees the opportunities. */
    Sum sum(Scope campaigns, BroughtFilter filter) {
        return ask("""
                        select coalesce(sum(t.opportunities), 0)::bigint as rows, coalesce(sum(%s), 0) / 10000 as count, coalesce(sum(%s), 0) as amount
                        from attribution_month t join campaign c on c.id = t.campaign_id
                        where t.month between :from and :to and %s""".formatted(share(filter), amount(filter), which(campaigns, filter)), campaigns, filter)
                .query(Sum.class)
                .single();
    }

    /** Of those whose opportunities are in sight. */
    Sum seen(Scope campaigns, Scope opportunities, BroughtFilter filter) {
        return ask(
                        """
                        select count(*) as rows, coalesce(sum(%s), 0) / 10000 as count, coalesce(sum(%s), 0) as amount
                        from opportunity_touch t join campaign c on c.id = t.campaign_id join opportunity o on o.id = t.opportunity_id
                        where t.counted_on between :from and :to and %s and %s""".formatted(share(filter), amount(filter), which(campaigns, filter), deals(opportunities)),
                        campaigns,
                        filter)
                .params(named(opportunities))
                .query(Sum.class)
                .single();
    }

    /** The latest first, without their contracts. */
    List<Row> rows(Scope campaigns, Scope opportunities, BroughtFilter filter, int limit) {
        Place place = filter.place();
        return ask(
                        """
                        select t.opportunity_id, o.name as opportunity, t.campaign_id, c.name as campaign, t.outcome, t.counted_on,
                               t.%s_share / 100.0 as share, %s as amount,
                               (select sum(w.first_amount) from opportunity_touch w where w.opportunity_id = t.opportunity_id) as worth
                        from opportunity_touch t join campaign c on c.id = t.campaign_id join opportunity o on o.id = t.opportunity_id
                        where t.counted_on between :from and :to and %s and %s and %s
                        order by t.counted_on desc, t.opportunity_id desc, t.campaign_id desc limit :limit""".formatted(
                                        filter.returns().reckoning().column(),
                                        amount(filter),
                                        which(campaigns, filter),
                                        deals(opportunities),
                                        place == null
                                                ? "true"
                                                : "(t.counted_on, t.opportunity_id, t.campaign_id) < (:day, :deal, :touching)"),
                        campaigns,
                        filter)
                .params(named(opportunities))
                .param("day", place == null ? null : place.day(), Types.DATE)
                .param("deal", place == null ? null : place.opportunityId(), Types.BIGINT)
                .param("touching", place == null ? null : place.campaignId(), Types.BIGINT)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("opportunity_id"),
                row.getString("opportunity"),
                row.getLong("campaign_id"),
                row.getString("campaign"),
                BroughtOutcome.valueOf(row.getString("outcome")),
                row.getObject("counted_on", LocalDate.class),
                row.getBigDecimal("share"),
                row.getBigDecimal("worth"),
                row.getBigDecimal("amount"),
                List.of());
    }

    /** What was signed for some opportunities, in the order it was. */
    List<Paper> contracts(Scope contracts, List<Long> opportunityIds) {
        return database.sql("""
                        select k.opportunity_id, k.id, k.number, k.revision, k.signed_on, k.base_gain as gain, %s as seen
                        from contract k where k.opportunity_id = any(:ids) and k.base_gain is not null
                        order by k.signed_on, k.id""".formatted(contracts.sql("k")))
                .params(contracts.parameters())
                .param("ids", opportunityIds.toArray(Long[]::new))
                .query(Paper.class)
                .list();
    }

    /** What media report of the campaigns asked for, in their months. */
    BigDecimal reported(Scope campaigns, BroughtFilter filter) {
        return ask("""
                        select coalesce(sum(t.base_revenue%s), 0) from campaign_result_month t join campaign c on c.id = t.campaign_id
                        where t.month between :from and :to and %s""".formatted(parts(filter), which(campaigns, filter.being(null))), campaigns, filter)
                .query(BigDecimal.class)
                .single();
    }

    /** What a campaign has won by each reckoning. */
    Map<AttributionModel, BigDecimal> won(Scope campaigns, long id) {
        return database.sql("""
                        select coalesce(sum(m.first_amount), 0) as first, coalesce(sum(m.last_amount), 0) as last,
                               coalesce(sum(m.even_amount), 0) as even, coalesce(sum(m.manual_amount), 0) as manual
                        from attribution_month m join campaign c on c.id = m.campaign_id
                        where m.campaign_id = :id and m.outcome = 'WON' and %s""".formatted(campaigns.sql("c")))
                .params(campaigns.parameters())
                .param("id", id)
                .query((row, number) -> {
                    Map<AttributionModel, BigDecimal> won = new EnumMap<>(AttributionModel.class);
                    for (AttributionModel model : AttributionModel.values()) {
                        won.put(model, row.getBigDecimal(model.column()));
                    }
                    return won;
                })
                .single();
    }

    /** What a campaign is called. */
    Optional<String> name(Scope campaigns, long id) {
        return database.sql("select c.name from campaign c where c.id = :id and " + campaigns.sql("c"))
                .params(campaigns.parameters())
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private JdbcClient.StatementSpec ask(String sql, Scope campaigns, BroughtFilter filter) {
        BroughtOutcome outcome = filter.outcome();
        return RoiCampaigns.bind(
                        database.sql("with recursive " + RoiCampaigns.BELOW + "\n" + sql), campaigns, filter.returns())
                .param("campaign", filter.campaign(), Types.BIGINT)
                .param("outcome", outcome == null ? null : outcome.name());
    }

    private static String which(Scope campaigns, BroughtFilter filter) {
        RoiFilter returns = filter.returns();
        return RoiCampaigns.which(campaigns, returns)
                + RoiCampaigns.cost(returns)
                + (filter.campaign() == null ? "" : " and t.campaign_id = :campaign")
                + (filter.outcome() == null ? "" : " and t.outcome = :outcome");
    }

    private static String amount(BroughtFilter filter) {
        return "t." + filter.returns().reckoning().column() + "_amount" + parts(filter);
    }

    /** Hundredths of a per cent. */
    private static String share(BroughtFilter filter) {
        return "t." + filter.returns().reckoning().column() + "_share::numeric" + parts(filter);
    }

    private static String parts(BroughtFilter filter) {
        return filter.isDivided()
                ? " / (select greatest(count(*), 1) from campaign_product p where p.campaign_id = c.id)"
                : "";
    }

    /** The campaigns' scope stands in the same statement: each has names of its own. */
    private static String deals(Scope opportunities) {
        return opportunities.sql("o").replace(":" + SCOPED, ":" + OF_DEALS);
    }

    private static Map<String, Object> named(Scope opportunities) {
        Map<String, Object> named = new HashMap<>();
        opportunities
                .parameters()
                .forEach((name, value) ->
                        named.put(name.startsWith(SCOPED) ? OF_DEALS + name.substring(SCOPED.length()) : name, value));
        return named;
    }
}
