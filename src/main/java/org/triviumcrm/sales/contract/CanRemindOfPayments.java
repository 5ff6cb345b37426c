package org.triviumcrm.sales.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May note that a customer was reminded of what is late. */
@Requires("sales.receivable.remind")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanRemindOfPayments {}
