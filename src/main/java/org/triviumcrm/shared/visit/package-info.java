/**
 * Who has opened which record when: what has changed since is marked on its page, and the latest ones are found again
 * without a search.
 */
@NullMarked
package org.triviumcrm.shared.visit;

import org.jspecify.annotations.NullMarked;
