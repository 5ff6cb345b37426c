package org.triviumcrm.support.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May write in tickets. */
@Requires("support.ticket.reply")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanWorkOnTickets {}
