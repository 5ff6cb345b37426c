package org.triviumcrm.marketing.mining;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** Target mining does not do that. */
class MiningRefused extends Refusal {

    private static final long serialVersionUID = 1;

    MiningRefused(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}
