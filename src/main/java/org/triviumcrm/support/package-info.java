/** After the sale: tickets, the promises about them, and what helps to answer them. */
@ApplicationModule(
        allowedDependencies = {"shared", "identity", "customer", "exchange", "messaging", "approval", "survey"})
@NullMarked
package org.triviumcrm.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
