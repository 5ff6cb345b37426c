package org.triviumcrm.support.calendar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May say when the company works. */
@Requires("support.sla.manage")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanManageHours {}
