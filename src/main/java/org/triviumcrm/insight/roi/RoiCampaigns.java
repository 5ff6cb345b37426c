package org.triviumcrm.insight.roi;

import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Scope;

/** Which campaigns a return is asked for, in SQL over the campaign {@code c}. */
final class RoiCampaigns {

    /** A campaign with all its parts. */
    static final String BELOW = """
            below as (
                select id from campaign where id = :root
                union
                select c.id from campaign c join below b on c.parent_id = b.id
            )""";

    private RoiCampaigns() {}

    /** All but what they have cost; its parameters are those of {@link #bind}. */
    static String which(Scope scope, RoiFilter filter) {
        StringBuilder which = new StringBuilder(scope.sql("c"));
        if (filter.method() != null) {
            which.append(" and c.method_id = :method");
        }
        if (filter.region() != null) {
            which.append(filter.region().isBlank() ? " and c.region is null" : " and c.region = :region");
        }
        if (filter.product() != null) {
            which.append(
                    filter.product() == RoiFilter.NO_PRODUCT
                            ? " and not exists (select from campaign_product p where p.campaign_id = c.id)"
                            : " and exists (select from campaign_product p where p.campaign_id = c.id and p.product_id = :product)");
        }
        if (filter.root() != null) {
            which.append(" and c.id in (select id from below)");
        }
        return which.toString();
    }

    /** What they have cost in the months that count for it; to follow {@link #which} where nothing has been added up yet. */
    static String cost(RoiFilter filter) {
        String cost = "(select coalesce(sum(s.base_amount), 0) from campaign_spend s where s.campaign_id = c.id"
                + " and s.month between :spentFrom and :spentTo)";
        return (filter.low() == null ? "" : " and " + cost + " >= :low")
                + (filter.high() == null ? "" : " and " + cost + " <= :high");
    }

    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Scope scope, RoiFilter filter) {
        return statement
                .params(scope.parameters())
                .param("from", filter.first())
                .param("to", filter.last())
                .param("spentFrom", filter.firstSpent())
                .param("spentTo", filter.lastSpent())
                .param("method", filter.method(), Types.BIGINT)
                .param("region", filter.region())
                .param("product", filter.product(), Types.BIGINT)
                .param("root", filter.root(), Types.BIGINT)
                .param("low", filter.low(), Types.NUMERIC)
                .param("high", filter.high(), Types.NUMERIC);
    }
}
