package org.triviumcrm.marketing.participant;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.shared.list.ListLink;

/**
 * How many people of a campaign are in each status.
 *
 * @param expected how many its plan expects to take part, null when it does not say
 * @param counts everybody, also those that the viewer does not see
 * @param all whether the viewer sees each of them
 */
record ParticipantFigures(
        long campaignId,
        CampaignState state,
        @Nullable Integer expected,
        Map<ParticipantStatus, Long> counts,
        boolean all) {

    public long of(ParticipantStatus status) {
        return counts.getOrDefault(status, 0L);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those who took part: came, or answered. */
    public long came() {
        return of(ParticipantStatus.ATTENDED) + of(ParticipantStatus.RESPONDED);
    }

    /** Of the greatest bar, so that the others are shares of it. */
    public long most() {
        return Math.max(1, Math.max(total(), expected == null ? 0 : expected));
    }

    /** Whether somebody can come now. */
    public boolean comes() {
        return ParticipantStatus.ATTENDED.fits(state);
    }

    public boolean isOpen() {
        return state != CampaignState.CANCELLED;
    }

    /** Address of the list of all of them. */
    public String href() {
        return ListLink.to(ParticipantList.PATH).is("campaign", campaignId).toString();
    }

    /** Address of the list of those in this status. */
    public String href(ParticipantStatus status) {
        return ListLink.to(ParticipantList.PATH)
                .is("campaign", campaignId)
                .is("status", status)
                .toString();
    }
}
