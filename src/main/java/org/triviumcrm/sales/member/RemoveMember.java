package org.triviumcrm.sales.member;

import jakarta.validation.constraints.NotNull;

/** Who is no longer to work on an opportunity. */
public record RemoveMember(@NotNull Long personId) {}
