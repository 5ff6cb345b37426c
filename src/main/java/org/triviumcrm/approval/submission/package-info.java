/** Asking for an approval: what a page shows when somebody wanted to do something that needs one. */
@NullMarked
package org.triviumcrm.approval.submission;

import org.jspecify.annotations.NullMarked;
