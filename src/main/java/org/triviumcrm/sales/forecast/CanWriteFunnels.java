package org.triviumcrm.sales.forecast;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May write down how the funnel stood. */
@Requires("sales.forecast.adjust")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanWriteFunnels {}
