package org.triviumcrm.sales.opportunity;

import jakarta.persistence.Embeddable;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.PersonRef;

/** Whose an opportunity is: a person's, and with that the person's team's. */
@Embeddable
class Ownership {

    private long ownerId;

    @NotAudited
    private @Nullable Long teamId;

    protected Ownership() {}

    Ownership(PersonRef owner) {
        pass(owner);
    }

    void pass(PersonRef owner) {
        ownerId = owner.id();
        teamId = owner.teamId();
    }

    long ownerId() {
        return ownerId;
    }

    @Nullable
    Long teamId() {
        return teamId;
    }
}
