/**
 * The rules of approvals as functions without a database: who is asked, and when a step is decided. What they know of the
 * company comes from {@link org.triviumcrm.approval.rule.Staff}.
 */
@NullMarked
package org.triviumcrm.approval.rule;

import org.jspecify.annotations.NullMarked;
