/** What people are asked to decide, have decided, have submitted and are told of: each a list of their own. */
@NullMarked
package org.triviumcrm.approval.inbox;

import org.jspecify.annotations.NullMarked;
