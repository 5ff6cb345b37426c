package org.triviumcrm.sales.purchase;

import static org.triviumcrm.shared.list.ColumnType.DATE;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Among;
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

    private static final String SOLD = "select b.customer_id from sale b where b.customer_id is not null and ";

    /** What an amendment takes away is no purchase. */
    private static final String BOUGHT = "(b.deal is not null or b.base_amount > 0) and ";

    private static final String DAYS = "wonIn";
    private static final String DAY = "b.brought_on";

    private static final String KEPT = "select s.customer_id from customer_purchase s where %s";

    private static final String WITHIN = SOLD + "%1$s group by b.customer_id having %2$s";

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
                .filterable(new KeptElsewhere(DAY, SOLD + BOUGHT + "%s", buyer.owner(), null)));
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
                "bought", "sales.purchase.bought", Choices.rows("product", "name", buyer.whoBought())));
    }

    @Bean
    ListFilterSource customersWhoDidNotBuy() {
        return source(buyer -> ListColumn.filterOnly(
                "notBought", "sales.purchase.notBought", Choices.rows("product", "name", buyer.whoDidNotBuy())));
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

        Among whoBought() {
            return new Among(
                    "c.%s = any(array(%s))".formatted(column, SOLD + BOUGHT + "b.product_id in (%1$s)"),
                    bought() + " is true");
        }

        Among whoDidNotBuy() {
            return new Among(
                    "c.id in (select k.id from %s k where not exists (select 1 from sale b where b.customer_id = k.%s and "
                                    .formatted(noun(), column)
                            + BOUGHT + "b.product_id in (%1$s)))",
                    bought() + " is null");
        }

        /** True where the customer of a row has bought one of some products, null where not. */
        private String bought() {
            return "(select true from sale b where b.customer_id = c.%s and ".formatted(column) + BOUGHT
                    + "b.product_id in (%1$s) limit 1)";
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
