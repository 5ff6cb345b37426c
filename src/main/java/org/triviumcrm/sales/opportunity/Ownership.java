package org.triviumcrm.sales.opportunity;

import jakarta.persistence.Embeddable;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Scope;

/** Whose an opportunity is: a person's, and with that the person's team's; and where it lies. From these follows who sees it. */
@Embeddable
class Ownership {

    private long ownerId;

    @NotAudited
    private @Nullable Long teamId;

    private @Nullable Long territoryId;

    /** Put into its territory by hand, so that no rule takes it away. */
    @NotAudited
    private boolean territoryFixed;

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

    @Nullable
    Long territoryId() {
        return territoryId;
    }

    boolean isTerritoryFixed() {
        return territoryFixed;
    }

    void place(@Nullable Long newTerritoryId, boolean fixed) {
        territoryId = newTerritoryId;
        territoryFixed = fixed && newTerritoryId != null;
    }

    /** Whether a scope has it by its owner or team. */
    boolean isOwnIn(Scope scope) {
        return scope.includes(ownerId, teamId);
    }

    /** Whether a scope has it, whatever it has it by. */
    boolean isIn(Scope scope, long id) {
        return scope.includes(id, ownerId, teamId, territoryId);
    }

    /** Whether it may be changed by whoever has the scope. */
    boolean isChangeableIn(Scope scope, long id) {
        return scope.mayChange(id, ownerId, teamId, territoryId);
    }
}
