package org.triviumcrm.sales.member;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who works on an opportunity as well, how, and the last day of it; without one, for good. */
public record AddMember(
        @NotNull(message = "{sales.member.error.personMissing}")
        Long personId,

        @NotNull(message = "{sales.member.error.accessMissing}")
        Access access,

        @Nullable LocalDate until) {}
