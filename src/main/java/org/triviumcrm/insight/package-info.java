/** What needs several modules at once: the home page, global search, figures and their drill-down. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "customer", "exchange", "sales", "support"})
@NullMarked
package org.triviumcrm.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
