package org.triviumcrm.sales.outlook;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.quota.Period;
import org.triviumcrm.shared.list.ListLink;

/**
 * The forecast of a team with all below it, or of a person.
 *
 * @param person null for a team
 * @param teams those whose opportunities count; empty: all in reach
 * @param said of a person
 * @param people how many have something expected or said
 * @param speakers how many of them have said something
 * @param committed what is said together; null when nobody has said anything
 */
public record OutlookRow(
        String name,
        String href,
        @Nullable Long person,
        List<Long> teams,
        Expected expected,
        @Nullable Said said,
        int people,
        int speakers,
        @Nullable BigDecimal committed,
        @Nullable BigDecimal bestCase) {

    /**
     * The open ones of a category in a period.
     *
     * @param category name of a {@link org.triviumcrm.sales.pipeline.ForecastCategory}
     */
    public String rows(Period period, String category) {
        return of(ListLink.to("/sales/opportunities")
                .is("state", "OPEN")
                .is("forecast", category)
                .days("expectedClose", period.first(), period.last()));
    }

    public String wonRows(Period period) {
        return of(
                ListLink.to("/sales/opportunities").is("state", "WON").days("closedOn", period.first(), period.last()));
    }

    private String of(ListLink link) {
        ListLink narrowed = person == null ? link : link.is("owner", person);
        return (teams.isEmpty() ? narrowed : narrowed.is("team", teams.toArray())).toString();
    }
}
