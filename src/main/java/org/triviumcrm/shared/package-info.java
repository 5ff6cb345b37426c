/**
 * The kit every module builds on: database, web, lists, money, time, jobs. No domain word lives here, and everything
 * in it may be used by everyone.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.triviumcrm.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
