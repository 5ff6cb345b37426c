package org.triviumcrm.sales.opportunity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May put closed opportunities into the archive. */
@Requires("sales.opportunity.archive")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanArchiveOpportunities {}
