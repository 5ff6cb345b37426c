/**
 * What an approval flow says, as an administrator built it: when it applies, its steps in order, and what happens in the
 * edge cases. Plain records, stored as JSON with a version of the flow, read by the designer, the rules and the compiler alike.
 */
@NullMarked
package org.triviumcrm.approval.definition;

import org.jspecify.annotations.NullMarked;
