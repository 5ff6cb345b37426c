/** Companies, the people in them, and the timeline of what happened with them. */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package org.triviumcrm.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
