package org.triviumcrm.marketing.audience;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.triviumcrm.marketing.people.Who;

/**
 * One more person for a target list.
 *
 * @param who kind and id, such as {@code contact:12}
 */
record AddMember(
        @NotNull(message = "{marketing.participant.error.who}")
        @Pattern(regexp = Who.FORMAT, message = "{marketing.participant.error.who}")
        String who) {}
