package org.triviumcrm.marketing.participant;

import org.jspecify.annotations.Nullable;

/**
 * What became of participants that were chosen.
 *
 * @param chosen how many there were
 * @param done how many of them it was done with
 * @param campaignId the campaign of one of these, null when it was done with none
 */
record ParticipantsMoved(long chosen, long done, @Nullable Long campaignId) {

    long left() {
        return chosen - done;
    }
}
