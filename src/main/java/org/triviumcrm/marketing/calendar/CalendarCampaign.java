package org.triviumcrm.marketing.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.exit.CampaignState;

/**
 * A campaign in a calendar.
 *
 * @param found how many there are in these days, this one among them
 */
public record CalendarCampaign(
        long id,
        String name,
        CampaignState state,
        LocalDate startOn,
        LocalDate endOn,
        String method,
        @Nullable String region,
        String owner,
        long found) {}
