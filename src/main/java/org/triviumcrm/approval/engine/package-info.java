/**
 * The one place that knows Flowable, the process engine under the approvals. Everything else asks {@link
 * org.triviumcrm.approval.engine.Engine}, and is asked through {@link org.triviumcrm.approval.engine.CaseSteps}.
 */
@NullMarked
package org.triviumcrm.approval.engine;

import org.jspecify.annotations.NullMarked;
