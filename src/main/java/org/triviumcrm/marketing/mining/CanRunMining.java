package org.triviumcrm.marketing.mining;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May learn from customers and use what was learned. */
@Requires("marketing.mining.run")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanRunMining {}
