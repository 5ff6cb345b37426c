package org.triviumcrm.support.care;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A customer of a plan. @param firstOn when it bought for the first time */
record CareCustomer(
        long id, @Nullable Long ownerId, @Nullable LocalDate firstOn) {}
