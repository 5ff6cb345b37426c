package org.triviumcrm.sales.purchase;

import static org.triviumcrm.shared.list.ColumnType.DATE;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.KeptElsewhere;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListFilterSource;
import org.triviumcrm.shared.list.ListReader;

/**
 * Customers by what they have bought, and contacts by what their customers have. Only for whoever sees all opportunities: what all
 * of them come to together says something of each.
 */
@Configuration(proxyBeanMethods = false)
class PurchaseFilters {

    private static final String WON =
            "select b.customer_id from opportunity b where b.state = 'WON' and b.customer_id is not null and ";

    private static final String DAYS = "wonIn";
    private static final String DAY = "b.closed_on";

    private static final String KEPT = "select s.customer_id from customer_purchase s where %s";

    private static final String WITHIN = WON + "%1$s group by b.customer_id having %2$s";

    /** How much a customer has bought, in the company's currency; within the days of {@value #DAYS} where these are asked for. */
    @Bean
    ListFilterSource customersByVolume() {
        return source(buyer -> ListColumn.money("wonAmount", buyer.kept("base_won"), "(select currency from company)")
                .titled("sales.purchase.wonAmount")
                .filterable(new KeptElsewhere(
                        "s.base_won",
                        KEPT,
                        buyer.owner(),
                        new KeptElsewhere.Within(DAYS, DAY, "sum(b.base_amount)", WITHIN))));
    }

    @Bean
    ListFilterSource customersByDaysOfPurchases() {
        return source(buyer -> ListColumn.of(DAYS, DATE, "null")
                .titled("sales.purchase.wonIn")
                .filterable(new KeptElsewhere(DAY, WON + "%s", buyer.owner(), null)));
    }

    @Bean
    ListFilterSource customersByLastPurchase() {
        return source(buyer -> ListColumn.of("lastWonOn", DATE, buyer.kept("last_won_on"))
                .titled("sales.purchase.lastWonOn")
                .filterable(new KeptElsewhere("s.last_won_on", KEPT, buyer.owner(), null)));
    }

    @Bean
    ListFilterSource customersWhoBought() {
        return source(buyer -> ListColumn.filterOnly(
                "bought",
                "sales.purchase.bought",
                Choices.rows("product", "name", buyer.of(WON + "b.product_id in (%1$s)"))));
    }

    @Bean
    ListFilterSource customersWhoDidNotBuy() {
        return source(buyer -> ListColumn.filterOnly(
                "notBought", "sales.purchase.notBought", Choices.rows("product", "name", buyer.without())));
    }

    /** Whether somebody sees all opportunities. */
    static boolean mayAsk(ListReader reader) {
        return reader.can("sales.opportunity.view")
                && reader.scope("opportunity").sql("o").equals("true");
    }

    /** Whoever is said to have bought: a customer, or somebody who works there. */
    private enum Buyer {
        CUSTOMER("id"),
        CONTACT("customer_id");

        /** Of its table; names the customer. */
        private final String column;

        Buyer(String column) {
            this.column = column;
        }

        String noun() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Where the customer of a row stands; null for the row itself. */
        @Nullable
        String owner() {
            return this == CUSTOMER ? null : "c." + column;
        }

        /** The ids of those for customers of whom this query gives the ids. */
        String of(String customers) {
            return this == CUSTOMER
                    ? customers
                    : "select k.id from %s k where k.%s in (".formatted(noun(), column) + customers + ")";
        }

        /** The ids of those who have bought none of some products. */
        String without() {
            return "select k.id from %s k where not exists (select 1 from opportunity b where b.state = 'WON' and b.customer_id = k.%s"
                            .formatted(noun(), column)
                    + " and b.product_id in (%1$s))";
        }

        String kept(String value) {
            return "(select s.%s from customer_purchase s where s.customer_id = c.%s)".formatted(value, column);
        }
    }

    private static ListFilterSource source(Function<Buyer, ListColumn> column) {
        return new ListFilterSource() {
            @Override
            public Optional<ListColumn> filter(String noun) {
                return Stream.of(Buyer.values())
                        .filter(buyer -> buyer.noun().equals(noun))
                        .findFirst()
                        .map(column);
            }

            @Override
            public boolean isFor(ListReader reader) {
                return mayAsk(reader);
            }
        };
    }
}
