/** What customers are promised: how soon they get an answer and a solution, whether it is kept, and what happens when not. */
@NullMarked
package org.triviumcrm.support.sla;

import org.jspecify.annotations.NullMarked;
