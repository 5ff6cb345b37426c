package org.triviumcrm.marketing.audience;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A campaign that people of a target list were put into. */
public record AudienceUse(
        long campaignId,
        String campaign,
        Instant usedAt,
        @Nullable String by) {}
