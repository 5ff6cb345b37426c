package org.triviumcrm.customer.segment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May say who belongs to segments, make and delete them. */
@Requires("customer.segment.edit")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanEditSegments {}
