/**
 * Approvals: flows that administrators put together, the cases that run through them, and the people who decide. Other
 * modules declare what can be approved ({@link org.triviumcrm.approval.ApprovalSubject}) and ask the
 * {@link org.triviumcrm.approval.ApprovalGate} before they do it.
 */
@ApplicationModule(allowedDependencies = {"shared", "identity", "messaging"})
@NullMarked
package org.triviumcrm.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
