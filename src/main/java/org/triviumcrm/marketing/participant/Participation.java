package org.triviumcrm.marketing.participant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's part in a campaign, in a narrow panel.
 *
 * @param contact who it is; null for the customer as a whole
 * @param at when the status was reached; of those only chosen, when they were
 */
record Participation(
        long campaignId, String campaign, @Nullable String contact, ParticipantStatus status, Instant at) {}
