/** People, teams and roles: who signs in, what they may do, and which rows they may see. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.triviumcrm.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
