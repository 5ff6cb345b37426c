package org.triviumcrm.customer.activity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May log calls, meetings, notes and tasks. */
@Requires("customer.activity.log")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanLogActivities {}
