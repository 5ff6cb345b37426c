package org.triviumcrm.sales.split;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May say whose success the own opportunities are. */
@Requires("sales.opportunity.share")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanSplitOpportunities {}
