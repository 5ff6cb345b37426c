/** Asking customers: surveys, their answers and what they come to; beneath marketing and support, which have things asked. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "customer", "messaging"})
@NullMarked
package org.triviumcrm.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
