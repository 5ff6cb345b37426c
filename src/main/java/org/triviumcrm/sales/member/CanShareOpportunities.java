package org.triviumcrm.sales.member;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May let others work on the own opportunities. */
@Requires("sales.opportunity.share")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanShareOpportunities {}
