package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose part in an opportunity goes with it when it is purged.
 *
 * @param shares those in force; of one that was won they are in the figures of these people
 * @param coOwners names of all who are or were
 * @param formerOwners names of those who had it before its present owner
 */
public record LeavingPeople(List<Share> shares, List<String> coOwners, List<String> formerOwners) {

    /** @param amount in the opportunity's currency; null while its amount is unknown */
    public record Share(
            String person, BigDecimal percent, @Nullable BigDecimal amount) {}
}
