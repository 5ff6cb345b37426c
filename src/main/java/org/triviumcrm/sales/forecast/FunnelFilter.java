package org.triviumcrm.sales.forecast;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.shared.list.ListLink;

/**
 * Which funnel.
 *
 * @param window months of history that conversion and days are measured from
 */
public record FunnelFilter(
        @Nullable Long pipeline,
        @Nullable Long team,
        @Nullable Integer window) {

    public int months() {
        return window == null ? 12 : Math.min(Math.max(window, 1), 120);
    }

    long teamOrNone() {
        return team == null ? 0 : team;
    }

    FunnelFilter in(long chosen) {
        return new FunnelFilter(chosen, team, window);
    }

    /** The page of this funnel. */
    String href() {
        return UriComponentsBuilder.fromPath("/sales/funnel")
                .queryParamIfPresent("pipeline", Optional.ofNullable(pipeline))
                .queryParamIfPresent("team", Optional.ofNullable(team))
                .queryParamIfPresent("window", Optional.ofNullable(window))
                .toUriString();
    }

    ListLink rows(long stage, Object[] teams) {
        ListLink link = ListLink.to("/sales/opportunities").is("state", "OPEN").is("stage", stage);
        return teams.length == 0 ? link : link.is("team", teams);
    }
}
