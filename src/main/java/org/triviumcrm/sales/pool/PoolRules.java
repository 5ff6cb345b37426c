package org.triviumcrm.sales.pool;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When an opportunity goes into a pool, and how much of it somebody may take. Days are those of the company. */
@Embeddable
class PoolRules {

    private @Nullable Integer noContactDays;
    private @Nullable Integer noProgressDays;
    private @Nullable Integer overdueDays;
    private boolean ownerLeft;

    /** In the company's currency, as is the most. */
    private @Nullable BigDecimal leastAmount;

    private @Nullable BigDecimal mostAmount;
    private boolean sparesPlanned;
    private int noticeDays;
    private @Nullable Integer mostHeld;
    private @Nullable Integer mostClaims;
    private int restDays;

    void set(SavePool input) {
        noContactDays = input.noContactDays();
        noProgressDays = input.noProgressDays();
        overdueDays = input.overdueDays();
        ownerLeft = input.ownerLeft();
        leastAmount = input.leastAmount();
        mostAmount = input.mostAmount();
        sparesPlanned = input.sparesPlanned();
        noticeDays = Objects.requireNonNull(input.noticeDays());
        mostHeld = input.mostHeld();
        mostClaims = input.mostClaims();
        restDays = Objects.requireNonNull(input.restDays());
    }

    /** Days without a contact after which it goes; null: never for that. */
    @Nullable
    Integer noContactDays() {
        return noContactDays;
    }

    /** Days in the same stage. */
    @Nullable
    Integer noProgressDays() {
        return noProgressDays;
    }

    /** Days after the expected closing. */
    @Nullable
    Integer overdueDays() {
        return overdueDays;
    }

    /** Whether it goes when its owner can't sign in any more. */
    boolean ownerLeft() {
        return ownerLeft;
    }

    @Nullable
    BigDecimal leastAmount() {
        return leastAmount;
    }

    @Nullable
    BigDecimal mostAmount() {
        return mostAmount;
    }

    /** Whether something planned for the future keeps it with its owner. */
    boolean sparesPlanned() {
        return sparesPlanned;
    }

    /** How many days before the owner is told. */
    int noticeDays() {
        return noticeDays;
    }

    /** Open opportunities that somebody who claims may have in the end; null: any number. */
    @Nullable
    Integer mostHeld() {
        return mostHeld;
    }

    /** Claims of a person a day; null: any number. */
    @Nullable
    Integer mostClaims() {
        return mostClaims;
    }

    /** Days during which who lost one to the pool does not get it back by claiming. */
    int restDays() {
        return restDays;
    }
}
