/** What the rules know of the people of the company, as it is now. */
@NullMarked
package org.triviumcrm.approval.staff;

import org.jspecify.annotations.NullMarked;
