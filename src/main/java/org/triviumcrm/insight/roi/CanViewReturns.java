package org.triviumcrm.insight.roi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May see what campaigns have cost and brought. */
@Requires("marketing.return.view")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CanViewReturns {}
