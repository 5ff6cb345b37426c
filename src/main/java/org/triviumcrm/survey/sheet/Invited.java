package org.triviumcrm.survey.sheet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who was asked by a link of their own. @param about what whoever had it asked named */
record Invited(
        long id,
        long surveyId,
        @Nullable Long customerId,
        @Nullable Long contactId,
        @Nullable String about,
        Instant expiresAt,
        @Nullable Instant answeredAt) {}
