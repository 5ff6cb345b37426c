package org.triviumcrm.support.widget;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May set up what websites carry. */
@Requires("support.chat.manage")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanManageChat {}
