package org.triviumcrm.marketing.participant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.people.Who;

/**
 * One more person for a campaign.
 *
 * @param who kind and id, such as {@code contact:12}
 * @param status how far the person has come already; null when just chosen
 */
record AddParticipant(
        @NotNull(message = "{marketing.participant.error.who}")
        @Pattern(regexp = Who.FORMAT, message = "{marketing.participant.error.who}")
        String who,

        @Nullable ParticipantStatus status) {

    ParticipantStatus statusOrChosen() {
        return status == null ? ParticipantStatus.CHOSEN : status;
    }

    Who person() {
        return Who.of(who);
    }
}
