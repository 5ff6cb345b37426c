package org.triviumcrm.insight.sold;

import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.insight.sold.Sold.Buyer;
import org.triviumcrm.insight.sold.Sold.Row;
import org.triviumcrm.insight.sold.Sold.Sum;
import org.triviumcrm.insight.sold.SoldFilter.Place;

/** Sales with what they are narrowed by, and their sums. */
@Repository
class SoldRepository {

    private final JdbcClient database;

    SoldRepository(JdbcClient database) {
        this.database = database;
    }

    Sum sum(SoldReach reach, SoldFilter filter) {
        return ask("""
                        select coalesce(sum(s.base_amount), 0) as amount, count(distinct s.deal) as deals, count(distinct s.customer_id) as customers
                        from %s s %s""".formatted(sales(reach, filter), narrowed(filter)), reach, filter)
                .query(Sum.class)
                .single();
    }

    /** The latest first. */
    List<Row> rows(SoldReach reach, SoldFilter filter, int limit) {
        Place place = filter.place();
        return ask(
                        """
                        select p.kind, p.id, coalesce(o.name, k.number || ' ' || k.name) as name,
                               case when p.kind = 'OPPORTUNITY' then '/sales/opportunities/' || p.id
                                    when %s then '/sales/contracts/' || p.id end as url,
                               coalesce(k.revision, 1) as revision, p.brought_on, t.name as product, p.product_id, c.name as customer, p.base_amount as amount
                        from (select s.kind, s.id, s.brought_on, coalesce(s.product_id, 0) as product_id, s.customer_id, s.base_amount
                              from %s s %s and %s
                              order by s.brought_on desc, s.kind desc, s.id desc, coalesce(s.product_id, 0) desc limit :limit) p
                        left join opportunity o on p.kind = 'OPPORTUNITY' and o.id = p.id
                        left join contract k on p.kind = 'CONTRACT' and k.id = p.id
                        left join product t on t.id = p.product_id
                        left join customer c on c.id = p.customer_id
                        order by p.brought_on desc, p.kind desc, p.id desc, p.product_id desc""".formatted(
                                        reach.seen("k"),
                                        sales(reach, filter),
                                        narrowed(filter),
                                        place == null
                                                ? "true"
                                                : "(s.brought_on, s.kind, s.id, coalesce(s.product_id, 0)) < (:day, :kind, :id, :lastProduct)"),
                        reach,
                        filter)
                .param("day", place == null ? null : place.on(), Types.DATE)
                .param("kind", place == null ? null : place.kind())
                .param("id", place == null ? null : place.id(), Types.BIGINT)
                .param("lastProduct", place == null ? null : place.productId(), Types.BIGINT)
                .param("limit", limit)
                .query(Row.class)
                .list();
    }

    /**
     * Who bought, the last one first.
     *
     * @param seen which customers can be opened
     */
    List<Buyer> buyers(SoldReach reach, Scope seen, SoldFilter filter, int limit) {
        Place place = filter.place();
        Map<String, Object> opened = new HashMap<>();
        seen.parameters().forEach((name, value) -> opened.put("opened" + name, value));
        return ask(
                        """
                        select c.id, c.name, case when %s then '/customers/' || c.id end as url, b.last_on, b.deals, b.amount
                        from (select s.customer_id, max(s.brought_on) as last_on, count(distinct s.deal) as deals, sum(s.base_amount) as amount
                              from %s s %s group by s.customer_id) b
                        join customer c on c.id = b.customer_id
                        where %s order by b.last_on desc, c.id desc limit :limit""".formatted(
                                        seen.sql("c").replace(":scope", ":openedscope"),
                                        sales(reach, filter),
                                        narrowed(filter),
                                        place == null ? "true" : "(b.last_on, c.id) < (:day, :id)"),
                        reach,
                        filter)
                .params(opened)
                .param("day", place == null ? null : place.on(), Types.DATE)
                .param("id", place == null ? null : place.id(), Types.BIGINT)
                .param("limit", limit)
                .query(Buyer.class)
                .list();
    }

    /** What is asked for is called, as far as it has names of its own. */
    List<String> names(SoldFilter filter) {
        return Stream.of(
                        name("campaign", filter.campaign()),
                        name("product", filter.product()),
                        name("team", filter.team()),
                        name("person", filter.owner()))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> name(String table, @Nullable Long id) {
        return id == null || id == 0
                ? List.of()
                : database.sql("select name from " + table + " where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .list();
    }

    boolean isVisible(Scope campaigns, long id) {
        return database.sql("select count(*) from campaign c where c.id = :id and " + campaigns.sql("c"))
                        .params(campaigns.parameters())
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static String sales(SoldReach reach, SoldFilter filter) {
        return filter.team() == null && filter.owner() == null ? reach.unowned() : reach.sql();
    }

    private static String narrowed(SoldFilter filter) {
        StringBuilder sql = new StringBuilder();
        boolean ofCustomer = filter.region() != null || filter.industry() != null || filter.level() != null;
        sql.append(ofCustomer ? "left join customer b on b.id = s.customer_id " : "")
                .append("where true");
        // as coverage counts: what an amendment takes away is no purchase
        sql.append(
                filter.isByCustomer()
                        ? " and s.customer_id is not null and (s.deal is not null or s.base_amount > 0)"
                        : "");
        one(sql, "s.product_id", "product", filter.product());
        one(sql, "s.team_id", "team", filter.team());
        one(sql, "s.owner_id", "owner", filter.owner());
        one(sql, "b.region collate trivium_words", "region", filter.region());
        one(sql, "b.industry", "industry", filter.industry());
        one(sql, "b.level", "level", filter.level());
        if (filter.campaign() != null) {
            sql.append(' ').append("""
                     and s.product_id in (select w.product_id from campaign_product w where w.campaign_id = :campaign)
                     and exists (select from campaign g where g.id = :campaign and (g.region is null
                         or exists (select from customer y where y.id = s.customer_id and y.region collate trivium_words = g.region)))""");
        }
        return sql.toString();
    }

    private static void one(StringBuilder sql, String column, String parameter, @Nullable Object value) {
        if (value != null) {
            boolean nothing = value.equals(0L) || value.equals(SoldFilter.NONE);
            sql.append(" and ").append(column).append(nothing ? " is null" : " = :" + parameter);
        }
    }

    private JdbcClient.StatementSpec ask(String sql, SoldReach reach, SoldFilter filter) {
        return database.sql(sql)
                .params(reach.parameters(filter.first(), filter.last()))
                .param("product", filter.product(), Types.BIGINT)
                .param("team", filter.team(), Types.BIGINT)
                .param("owner", filter.owner(), Types.BIGINT)
                .param("region", filter.region())
                .param("industry", filter.industry())
                .param("level", filter.level())
                .param("campaign", filter.campaign(), Types.BIGINT);
    }
}
