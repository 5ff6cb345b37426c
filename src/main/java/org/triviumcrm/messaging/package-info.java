/** What people are told: notices within the application and by e-mail, and the counts that change while they look. */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package org.triviumcrm.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
