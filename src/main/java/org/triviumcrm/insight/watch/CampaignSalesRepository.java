package org.triviumcrm.insight.watch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.insight.sold.SoldReach;
import org.triviumcrm.insight.watch.SalesWindows.Window;

/** What was sold of some products in a region, whoever sees it. */
@Repository
class CampaignSalesRepository {

    record Watched(long id, String name, @Nullable String region, LocalDate startOn, LocalDate endOn) {}

    /** Sold on a day of a product, and of all together under 0. A deal of several products is one of all. */
    record Day(long productId, LocalDate on, BigDecimal amount, long won) {
        boolean isOfAll() {
            return productId == 0;
        }
    }

    /** Customers who have bought within the year before it, and up to the last day. */
    record Buyers(long productId, long before, long now) {}

    record Product(long id, String name) {}

    /** All of what a campaign may have moved. */
    private static final String SOLD = """
            from %s s %s
            where s.product_id in (select p.product_id from campaign_product p where p.campaign_id = :campaign)
            """;

    /** As the index of regions has it, which holds the customers' ids, too. */
    private static final String REGION = "k.region collate trivium_words = :region";

    private static final String IN_REGION = "join customer k on k.id = s.customer_id and " + REGION;

    private final JdbcClient database;

    CampaignSalesRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<Watched> campaign(Scope scope, long id) {
        return database.sql("select c.id, c.name, c.region, c.start_on, c.end_on from campaign c where c.id = :id and "
                        + scope.sql("c"))
                .params(scope.parameters())
                .param("id", id)
                .query(Watched.class)
                .optional();
    }

    List<Product> products(long campaign) {
        return database.sql("""
                        select p.id, p.name from campaign_product c join product p on p.id = c.product_id
                        where c.campaign_id = :campaign order by p.name, p.id""")
                .param("campaign", campaign)
                .query(Product.class)
                .list();
    }

    /** Day by day, in these days and a year before them. */
    List<Day> days(Watched campaign, Window asked) {
        Window earlier = asked.yearBefore();
        return ask(
                        "select coalesce(s.product_id, 0) as product_id, s.brought_on as \"on\", sum(s.base_amount) as amount, count(distinct s.deal) as won ",
                        """
                and (s.brought_on between :from and :to or s.brought_on between :earlierFrom and :earlierTo)
                group by grouping sets ((s.product_id, s.brought_on), (s.brought_on))""",
                        campaign,
                        earlier.first(),
                        asked.last())
                .param("from", asked.first())
                .param("to", asked.last())
                .param("earlierFrom", earlier.first())
                .param("earlierTo", earlier.last())
                .query(Day.class)
                .list();
    }

    /** Of each product, and of all together under 0. */
    List<Buyers> buyers(Watched campaign, Window before, Window now) {
        return ask(
                        """
                select coalesce(s.product_id, 0) as product_id,
                       count(distinct s.customer_id) filter (where s.brought_on between :beforeFrom and :beforeTo) as before,
                       count(distinct s.customer_id) filter (where s.brought_on between :nowFrom and :nowTo) as now
                """,
                        """
                and (s.deal is not null or s.base_amount > 0)
                group by grouping sets ((s.product_id), ())""",
                        campaign,
                        before.first().isBefore(now.first()) ? before.first() : now.first(),
                        before.last().isAfter(now.last()) ? before.last() : now.last())
                .param("beforeFrom", before.first())
                .param("beforeTo", before.last())
                .param("nowFrom", now.first())
                .param("nowTo", now.last())
                .query(Buyers.class)
                .list();
    }

    /** How many customers there are in its region. */
    long customers(@Nullable String region) {
        return database.sql("select count(*) from customer k" + (region == null ? "" : " where " + REGION))
                .param("region", region)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec ask(
            String select, String rest, Watched campaign, LocalDate since, LocalDate until) {
        return database.sql(select
                        + SOLD.formatted(SoldReach.everything().unowned(), campaign.region() == null ? "" : IN_REGION)
                        + rest)
                .params(SoldReach.everything().parameters(since, until))
                .param("campaign", campaign.id())
                .param("region", campaign.region());
    }
}
