package org.triviumcrm.support.offer;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why a customer does not want what was offered, as typed. */
record DeclineOffer(
        @Nullable @Size(max = 2000, message = "{form.tooLong}")
        String remark) {}
