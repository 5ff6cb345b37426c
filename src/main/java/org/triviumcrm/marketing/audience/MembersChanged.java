package org.triviumcrm.marketing.audience;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of people on target lists who were chosen.
 *
 * @param chosen how many there were
 * @param done how many of them it was done with
 * @param audienceId the list of one of these, null when it was done with none
 * @param removals by which those who were taken off can be put back
 */
record MembersChanged(long chosen, long done, @Nullable Long audienceId, List<Long> removals) {

    boolean isEverybody() {
        return done == chosen;
    }
}
