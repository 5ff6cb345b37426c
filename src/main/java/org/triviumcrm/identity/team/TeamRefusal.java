package org.triviumcrm.identity.team;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** Why a change of the team tree is not possible. */
class TeamRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    TeamRefusal(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}
