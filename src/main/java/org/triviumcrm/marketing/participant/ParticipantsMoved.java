package org.triviumcrm.marketing.participant;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.ParticipationUndone;

/**
 * What became of participants that were chosen.
 *
 * @param chosen how many there were
 * @param done how many of them it was done with
 * @param optedOut how many were left out as they want to hear nothing
 * @param campaignId the campaign of one of these, null when it was done with none
 * @param undone who came no more; without any campaign when nobody had come
 */
record ParticipantsMoved(
        long chosen, long done, long optedOut, @Nullable Long campaignId, ParticipationUndone undone) {

    long left() {
        return chosen - done;
    }
}
