/** What makes the application start sooner. */
@NullMarked
package org.triviumcrm.shared.start;

import org.jspecify.annotations.NullMarked;
