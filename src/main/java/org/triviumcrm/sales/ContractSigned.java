package org.triviumcrm.sales;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract, or an amendment of one, was signed by both.
 *
 * @param signedBy id of the person who has noted it, 0 for a job
 * @param amendment whether it amends another
 */
public record ContractSigned(
        long contractId,
        long customerId,
        @Nullable Long opportunityId,
        long ownerId,
        long signedBy,
        LocalDate signedOn,
        boolean amendment) {}
