package org.triviumcrm.sales.opportunity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May take opportunities out of the archive: back, or away for good. */
@Requires("sales.opportunity.purge")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanPurgeOpportunities {}
