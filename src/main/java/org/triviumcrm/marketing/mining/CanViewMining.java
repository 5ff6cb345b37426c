package org.triviumcrm.marketing.mining;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May see what was learned of customers. */
@Requires("marketing.mining.view")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanViewMining {}
