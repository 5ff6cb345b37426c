package org.triviumcrm.support.care;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that is to be done for a customer. @param position of its line in the plan */
record NewDuty(
        long planId,
        int position,
        long customerId,
        @Nullable Long contactId,
        @Nullable Long contractId,
        LocalDate dueOn,
        long personId) {}
