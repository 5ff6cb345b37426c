package org.triviumcrm.sales.attribution;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May say which campaigns have brought the opportunities in sight. */
@Requires("sales.attribution.edit")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanAttribute {}
