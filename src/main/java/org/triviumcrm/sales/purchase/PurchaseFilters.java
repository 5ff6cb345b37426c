package org.triviumcrm.sales.purchase;

import static org.triviumcrm.shared.list.ColumnType.DATE;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.KeptElsewhere;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListFilterSource;
import org.triviumcrm.shared.list.ListReader;

/**
 * Customers by what they have bought. Only for whoever sees all opportunities: what all of them come to together says something
 * of each.
 */
@Configuration(proxyBeanMethods = false)
class PurchaseFilters {

    private static final String BOUGHT = "select b.customer_id from opportunity b"
            + " where b.state = 'WON' and b.customer_id is not null and b.product_id in (%1$s)";

    private static final String NOT_BOUGHT = """
            select k.id from customer k where not exists (
                select 1 from opportunity b where b.state = 'WON' and b.customer_id = k.id and b.product_id in (%1$s))""";

    /** How much a customer has bought, in the company's currency. */
    @Bean
    ListFilterSource customersByVolume() {
        return ofCustomers(ListColumn.money("wonAmount", kept("base_won"), "(select currency from company)")
                .titled("sales.purchase.wonAmount")
                .filterable(bought("base_won")));
    }

    @Bean
    ListFilterSource customersByLastPurchase() {
        return ofCustomers(ListColumn.of("lastWonOn", DATE, kept("last_won_on"))
                .titled("sales.purchase.lastWonOn")
                .filterable(bought("last_won_on")));
    }

    @Bean
    ListFilterSource customersWhoBought() {
        return ofCustomers(
                ListColumn.filterOnly("bought", "sales.purchase.bought", Choices.rows("product", "name", BOUGHT)));
    }

    @Bean
    ListFilterSource customersWhoDidNotBuy() {
        return ofCustomers(ListColumn.filterOnly(
                "notBought", "sales.purchase.notBought", Choices.rows("product", "name", NOT_BOUGHT)));
    }

    private static KeptElsewhere bought(String column) {
        return new KeptElsewhere("s." + column, "select s.customer_id from customer_purchase s where %s");
    }

    private static String kept(String column) {
        return "(select s." + column + " from customer_purchase s where s.customer_id = c.id)";
    }

    private static ListFilterSource ofCustomers(ListColumn column) {
        return new ListFilterSource() {
            @Override
            public Optional<ListColumn> filter(String noun) {
                return noun.equals("customer") ? Optional.of(column) : Optional.empty();
            }

            @Override
            public boolean isFor(ListReader reader) {
                return reader.can("sales.opportunity.view")
                        && reader.scope("opportunity").sql("o").equals("true");
            }
        };
    }
}
