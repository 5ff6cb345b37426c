package org.triviumcrm.customer.segment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May see segments of customers. */
@Requires("customer.segment.view")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanViewSegments {}
