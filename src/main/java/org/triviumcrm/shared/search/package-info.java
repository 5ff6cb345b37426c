/** Typed search over the records of all modules: each declares a bean {@link org.triviumcrm.shared.search.SearchTarget}. */
@NullMarked
package org.triviumcrm.shared.search;

import org.jspecify.annotations.NullMarked;
