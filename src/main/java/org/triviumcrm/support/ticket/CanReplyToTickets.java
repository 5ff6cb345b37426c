package org.triviumcrm.support.ticket;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May reply to tickets. */
@Requires("support.ticket.reply")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanReplyToTickets {}
