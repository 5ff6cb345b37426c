package org.triviumcrm.marketing.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.list.ListLink;
import org.triviumcrm.shared.list.Related;

/** Reads what media report; whether the viewer sees the campaign has been asked before. */
@Repository
class ResultReadRepository {

    private static final String ROW = """
            select r.id, r.campaign_id, c.name as campaign, r.on_date, r.impressions, r.clicks, r.leads, r.orders, r.revenue,
                   r.currency, r.base_revenue, r.version
            from campaign_result r join campaign c on c.id = r.campaign_id
            where\s""";

    private final JdbcClient database;

    ResultReadRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<CampaignResultPage> find(long id) {
        return database.sql(ROW + "r.id = :id")
                .param("id", id)
                .query(CampaignResultPage.class)
                .optional();
    }

    /** The latest days of a campaign. */
    Related<CampaignResultPage> latest(long campaignId) {
        String all = ROW + "r.campaign_id = :id order by r.on_date desc, r.id desc";
        return Related.of(
                database.sql(Related.sql(all, "on_date desc, id desc"))
                        .param("id", campaignId)
                        .query((row, number) -> new Related.Row<>(read(row), row.getLong("total")))
                        .list(),
                ListLink.to(ResultList.PATH).is("campaign", campaignId));
    }

    private static CampaignResultPage read(ResultSet row) throws SQLException {
        return new CampaignResultPage(
                row.getLong("id"),
                row.getLong("campaign_id"),
                row.getString("campaign"),
                row.getDate("on_date").toLocalDate(),
                row.getLong("impressions"),
                row.getLong("clicks"),
                row.getLong("leads"),
                row.getLong("orders"),
                row.getBigDecimal("revenue"),
                row.getString("currency"),
                row.getBigDecimal("base_revenue"),
                row.getInt("version"));
    }

    List<ResultMonth> months(long campaignId) {
        return database.sql("select * from campaign_result_month where campaign_id = :id order by month")
                .param("id", campaignId)
                .query((row, number) -> new ResultMonth(
                        YearMonth.from(row.getDate("month").toLocalDate()),
                        new ResultSums(
                                row.getLong("impressions"),
                                row.getLong("clicks"),
                                row.getLong("leads"),
                                row.getLong("orders"),
                                row.getBigDecimal("base_revenue"))))
                .list();
    }
}
