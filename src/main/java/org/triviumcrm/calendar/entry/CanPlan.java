package org.triviumcrm.calendar.entry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May plan meetings, calls and tasks: whoever may log them. */
@Requires("customer.activity.log")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanPlan {}
