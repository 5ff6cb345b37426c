package org.triviumcrm.approval.dossier;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.Requirement;

/**
 * How a case that was returned is submitted again.
 *
 * @param form address of the form that asks for it with other values; null where there is nothing in it to change
 * @param requirement whom asking for the same again would ask; null where there is a form, or nothing can be asked any more
 * @param chosen by the key of the step whom the submitter chose the last time
 */
record Resubmission(@Nullable String form, @Nullable Requirement requirement, Map<String, List<Long>> chosen) {}
