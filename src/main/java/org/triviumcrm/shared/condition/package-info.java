/** Conditions that people put together in a form: comparisons of a record's fields, joined by "all" and "any". */
@NullMarked
package org.triviumcrm.shared.condition;

import org.jspecify.annotations.NullMarked;
