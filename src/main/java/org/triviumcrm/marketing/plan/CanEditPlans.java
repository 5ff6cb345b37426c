package org.triviumcrm.marketing.plan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May make, change, copy and delete annual plans. */
@Requires("marketing.plan.edit")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanEditPlans {}
