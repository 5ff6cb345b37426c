package org.triviumcrm.sales.attribution;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May see which campaigns have brought an opportunity. */
@Requires("sales.opportunity.view")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanSeeAttribution {}
