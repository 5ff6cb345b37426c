package org.triviumcrm.sales.outlook;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.sales.quota.Period;

/**
 * Which forecast.
 *
 * @param period as {@link Period} writes months and quarters
 * @param team null for all in reach
 */
public record OutlookFilter(
        @Nullable String period, @Nullable Long team) {

    /** The present quarter unless a month or a quarter is said. */
    public Period in(YearMonth now) {
        return Period.read(period).filter(said -> !said.isYear()).orElse(Period.quarterOf(now));
    }

    /** The page of a period of a team. */
    public static String href(Period period, @Nullable Long team) {
        UriComponentsBuilder uri =
                UriComponentsBuilder.fromPath("/sales/forecast").queryParam("period", period);
        return (team == null ? uri : uri.queryParam("team", team)).toUriString();
    }
}
