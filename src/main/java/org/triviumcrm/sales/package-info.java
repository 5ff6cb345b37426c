/** During the sale: pipelines and their stages, opportunities from the first talk to won or lost, and the forecast. */
@ApplicationModule(
        allowedDependencies = {"shared", "identity", "customer", "exchange", "messaging", "approval", "marketing"})
@NullMarked
package org.triviumcrm.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
