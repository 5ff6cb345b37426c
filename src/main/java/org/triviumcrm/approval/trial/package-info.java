/** Trying a flow out: what it would do with a record, and why. Nothing is written. */
@NullMarked
package org.triviumcrm.approval.trial;

import org.jspecify.annotations.NullMarked;
