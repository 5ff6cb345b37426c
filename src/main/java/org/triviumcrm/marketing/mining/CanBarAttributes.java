package org.triviumcrm.marketing.mining;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May say which attributes must not be used to decide, as whoever makes fields may of these. */
@Requires("customer.field.manage")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanBarAttributes {}
