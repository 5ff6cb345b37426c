/** Files in and out: imports that can be previewed, resumed and undone, and streamed exports. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "customer", "messaging"})
@NullMarked
package org.triviumcrm.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
