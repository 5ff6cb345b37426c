package org.triviumcrm.support.macro;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May answer tickets, and prepares replies for that. */
@Requires("support.ticket.reply")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanUseMacros {}
