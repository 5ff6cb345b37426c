package org.triviumcrm.support.care;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What there is to think of at a customer.
 *
 * @param contactId whose birthday it is; null when it is none
 * @param contractId the contract that was signed or ends, its first paper; null when it is none
 * @param name of the contact, number of the contract
 * @param on the birthday, the day of the signature, the last day
 */
record CareOccasion(@Nullable Long contactId, @Nullable Long contractId, String name, LocalDate on) {}
