/** Who is away and who decides meanwhile; what becomes of what somebody was asked who is away or has left. */
@NullMarked
package org.triviumcrm.approval.absence;

import org.jspecify.annotations.NullMarked;
