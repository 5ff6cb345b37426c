package org.triviumcrm.sales.bundle;

import org.triviumcrm.shared.web.Refusal;

/** Why a bundle does not become what a form asks. */
class BundleRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    /** @param line counted from 0 */
    BundleRefusal(int line, String field, String messageKey) {
        super("parts[" + line + "]." + field, messageKey);
    }
}
