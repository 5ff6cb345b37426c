package org.triviumcrm.insight.roi;

import static org.triviumcrm.shared.list.ColumnType.DATE;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Among;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.KeptElsewhere;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListFilterSource;
import org.triviumcrm.shared.list.ListReader;

/**
 * Costs, results, people and leads by what their campaigns have in common: what a row of a cut is made of. The campaigns are found first,
 * of which there are few.
 */
@Configuration(proxyBeanMethods = false)
class CampaignFilters {

    static final String METHOD = "campaignMethod";
    static final String REGION = "campaignRegion";
    static final String PRODUCT = "campaignProduct";
    static final String WITHOUT_PRODUCT = "campaignWithoutProduct";
    static final String TREE = "campaignTree";
    static final String SPENT = "campaignSpent";
    static final String SPENT_IN = "campaignSpentIn";

    private static final String METHODS = "(select * from marketing_term where kind = 'METHOD')";
    private static final String BELOW = "with recursive below as (select id from campaign where id in (%1$s)"
            + " union select c.id from campaign c join below b on c.parent_id = b.id) select id from below";
    private static final String SPENDING = "select s.campaign_id from campaign_spend s ";
    private static final String EACH = "group by s.campaign_id having ";
    private static final String SUM = "sum(s.base_amount)";

    /** The lists, each with its table and what it is called there. */
    private static final Map<String, Rows> LISTS = Map.of(
            "cost", new Rows("campaign_cost", "k"),
            "result", new Rows("campaign_result", "r"),
            "participant", new Rows("campaign_participant", "cp"),
            "lead", new Rows("lead", "l"));

    /** The list of costs knows methods and regions of its own. */
    private static final Set<String> OTHERS = Set.of("result", "participant", "lead");

    private enum Without {
        YES
    }

    private record Rows(String table, String alias) {

        String campaign() {
            return alias + ".campaign_id";
        }

        /** @param campaigns query for their ids, with {@code %1$s} where the values go */
        Among of(String campaigns) {
            return new Among(
                    campaign() + " = any(array(" + campaigns + "))",
                    "(select true from (select " + campaign() + " as id offset 0) one where one.id = any(array("
                            + campaigns + "))) is true");
        }
    }

    @Bean
    ListFilterSource byMethodOfCampaign() {
        return source(
                OTHERS,
                rows -> ListColumn.filterOnly(
                        METHOD,
                        "insight.return.filter.method",
                        Choices.rows(
                                METHODS,
                                "name",
                                rows.of("select of_it.id from campaign of_it where of_it.method_id in (%1$s)"))));
    }

    @Bean
    ListFilterSource byRegionOfCampaign() {
        return source(
                OTHERS,
                rows -> ListColumn.text(REGION, "null")
                        .titled("insight.return.filter.region")
                        .filterable(rows.campaign(), Choices.distinctOf("campaign", "region")));
    }

    @Bean
    ListFilterSource byProductOfCampaign() {
        return source(
                rows -> ListColumn.filterOnly(
                        PRODUCT,
                        "insight.return.filter.product",
                        Choices.rows(
                                "product",
                                "name",
                                rows.of(
                                        "select of_it.campaign_id from campaign_product of_it where of_it.product_id in (%1$s)"))));
    }

    @Bean
    ListFilterSource withoutProductOfCampaign() {
        return source(
                rows -> ListColumn.filterOnly(
                        WITHOUT_PRODUCT,
                        "insight.return.filter.withoutProduct",
                        Choices.of(
                                Without.class,
                                "insight.return.filter.withoutProduct",
                                "select x.id from " + rows.table()
                                        + " x where x.campaign_id is not null and 'YES' in (%1$s)"
                                        + " and not exists (select 1 from campaign_product p where p.campaign_id = x.campaign_id)")));
    }

    @Bean
    ListFilterSource byTreeOfCampaign() {
        return source(rows -> ListColumn.filterOnly(
                TREE,
                "insight.return.filter.tree",
                new Choices.Rows("campaign", "name", true, null, false, rows.of(BELOW))));
    }

    /** What the campaign has cost in all, or within the days of {@value #SPENT_IN} where these are asked for. */
    @Bean
    ListFilterSource byCostOfCampaign() {
        return source(rows -> ListColumn.money(SPENT, "null", "(select currency from company)")
                .titled("insight.return.filter.spent")
                .filterable(new KeptElsewhere(
                        SUM,
                        SPENDING + EACH + "%s",
                        rows.campaign(),
                        new KeptElsewhere.Within(SPENT_IN, "s.month", SUM, SPENDING + "where %1$s " + EACH + "%2$s"))));
    }

    @Bean
    ListFilterSource byMonthsOfCostOfCampaign() {
        return source(rows -> ListColumn.of(SPENT_IN, DATE, "null")
                .titled("insight.return.filter.spentIn")
                .filterable(new KeptElsewhere("s.month", SPENDING + "where %s", rows.campaign(), null)));
    }

    private static ListFilterSource source(Function<Rows, ListColumn> column) {
        return source(LISTS.keySet(), column);
    }

    private static ListFilterSource source(Set<String> nouns, Function<Rows, ListColumn> column) {
        return new ListFilterSource() {
            @Override
            public Optional<ListColumn> filter(String noun) {
                return Optional.of(noun).filter(nouns::contains).map(LISTS::get).map(column);
            }

            @Override
            public boolean isFor(ListReader reader) {
                return reader.can("marketing.return.view");
            }
        };
    }
}
