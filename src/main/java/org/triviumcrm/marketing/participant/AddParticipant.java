package org.triviumcrm.marketing.participant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One more person for a campaign.
 *
 * @param who kind and id, such as {@code contact:12}
 * @param status how far the person has come already; null when just chosen
 */
record AddParticipant(
        @NotNull(message = "{marketing.participant.error.who}")
        @Pattern(regexp = "(customer|contact|lead):[0-9]{1,18}", message = "{marketing.participant.error.who}")
        String who,

        @Nullable ParticipantStatus status) {

    ParticipantStatus statusOrChosen() {
        return status == null ? ParticipantStatus.CHOSEN : status;
    }

    PersonKind kind() {
        return PersonKind.of(who.substring(0, who.indexOf(':'))).orElseThrow();
    }

    long id() {
        return Long.parseLong(who.substring(who.indexOf(':') + 1));
    }
}
