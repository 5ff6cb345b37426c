package org.triviumcrm.sales.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May end contracts before their time. */
@Requires("sales.contract.terminate")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanTerminateContracts {}
