package org.triviumcrm.marketing.cost;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.list.ListLink;
import org.triviumcrm.shared.list.Related;

/** Reads what campaigns cost; whether the viewer sees the campaign has been asked before. */
@Repository
class CostReadRepository {

    private static final int SUGGESTIONS = 200;

    private static final String ROW = """
            select k.id, k.campaign_id, c.name as campaign, k.on_date, k.category_id, t.name as category, k.supplier, k.note,
                   k.amount, k.currency, k.base_amount, r.name as receipt, k.version
            from campaign_cost k
            join campaign c on c.id = k.campaign_id
            join marketing_term t on t.id = k.category_id
            left join campaign_cost_receipt r on r.cost_id = k.id
            where\s""";

    private final JdbcClient database;

    CostReadRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<CostPage> find(long id) {
        return database.sql(ROW + "k.id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The latest of a campaign. */
    Related<CostPage> latest(long campaignId) {
        String all = ROW + "k.campaign_id = :id order by k.on_date desc, k.id desc";
        return Related.of(
                database.sql(Related.sql(all, "on_date desc, id desc"))
                        .param("id", campaignId)
                        .query((row, number) -> new Related.Row<>(read(row), row.getLong("total")))
                        .list(),
                ListLink.to(CostList.PATH).is("campaign", campaignId));
    }

    private static CostPage read(ResultSet row) throws SQLException {
        return new CostPage(
                row.getLong("id"),
                row.getLong("campaign_id"),
                row.getString("campaign"),
                row.getDate("on_date").toLocalDate(),
                row.getLong("category_id"),
                row.getString("category"),
                row.getString("supplier"),
                row.getString("note"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getBigDecimal("base_amount"),
                row.getString("receipt"),
                row.getInt("version"));
    }

    /** Each category with a budget or a cost. The budget is worth what it was when it was saved. */
    List<CategorySpend> categories(long campaignId) {
        return database.sql("""
                        select t.id as category_id, t.name as category, round(sum(x.budget), 2) as budget, sum(x.cost) as cost,
                               sum(x.lines) as lines
                        from (select l.category_id, case when c.budget > 0 then l.amount * c.base_budget / c.budget else 0 end as budget,
                                     0::numeric as cost, 0::bigint as lines
                              from campaign_budget_line l join campaign c on c.id = l.campaign_id where l.campaign_id = :id
                              union all
                              select s.category_id, null, s.base_amount, s.lines from campaign_spend s where s.campaign_id = :id) x
                        join marketing_term t on t.id = x.category_id
                        group by t.id order by t.position, t.id""")
                .param("id", campaignId)
                .query(CategorySpend.class)
                .list();
    }

    List<MonthSpend> months(long campaignId) {
        return database.sql("""
                        select month, sum(base_amount) as cost, sum(lines) as lines from campaign_spend
                        where campaign_id = :id group by month order by month""")
                .param("id", campaignId)
                .query((row, number) -> new MonthSpend(
                        YearMonth.from(row.getDate("month").toLocalDate()),
                        row.getBigDecimal("cost"),
                        row.getLong("lines")))
                .list();
    }

    /** The category that was used last for a campaign, null for none. */
    Optional<Long> lastCategory(long campaignId) {
        return database.sql("select category_id from campaign_cost where campaign_id = :id order by id desc limit 1")
                .param("id", campaignId)
                .query(Long.class)
                .optional();
    }

    /** Who was paid before; found by skipping through the index from one to the next. */
    List<String> suppliers() {
        return database.sql("""
                        with recursive text(v) as (
                            (select supplier collate trivium_words from campaign_cost where supplier is not null
                             order by supplier collate trivium_words limit 1)
                            union all
                            select (select k.supplier collate trivium_words from campaign_cost k
                                    where k.supplier collate trivium_words > text.v
                                    order by k.supplier collate trivium_words limit 1)
                            from text where text.v is not null)
                        select v from text where v is not null limit :most""").param("most", SUGGESTIONS).query(String.class).list();
    }
}
