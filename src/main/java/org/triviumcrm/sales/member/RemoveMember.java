package org.triviumcrm.sales.member;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Who is no longer to work on an opportunity; {@link MemberService#remove} says it when nobody is named. */
public record RemoveMember(@NotNull @Nullable Long personId) {}
