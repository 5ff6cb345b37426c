package org.triviumcrm.support.sla;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May say what is promised to customers. */
@Requires("support.sla.manage")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanManagePromises {}
