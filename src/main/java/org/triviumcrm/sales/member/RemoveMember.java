package org.triviumcrm.sales.member;

import org.jspecify.annotations.Nullable;

/** Who is no longer to work on an opportunity. */
public record RemoveMember(@Nullable Long personId) {}
