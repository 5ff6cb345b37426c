/** Before the sale: whom to address, with which campaign, what it costs, and the people who answer as leads. */
@ApplicationModule(
        allowedDependencies = {"shared", "identity", "customer", "exchange", "messaging", "approval", "survey"})
@NullMarked
package org.triviumcrm.marketing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
