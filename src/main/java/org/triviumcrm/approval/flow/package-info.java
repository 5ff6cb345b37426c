/** Flows as administrators build them: drafts, versions, their order, and what they say in words. */
@NullMarked
package org.triviumcrm.approval.flow;

import org.jspecify.annotations.NullMarked;
