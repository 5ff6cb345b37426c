package org.triviumcrm.sales.member;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** Why somebody can not become a co-owner. */
class MemberRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    MemberRefusal(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}
