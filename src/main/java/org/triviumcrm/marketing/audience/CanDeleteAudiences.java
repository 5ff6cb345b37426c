package org.triviumcrm.marketing.audience;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May delete target lists. */
@Requires("marketing.audience.delete")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanDeleteAudiences {}
