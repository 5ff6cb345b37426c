package org.triviumcrm.support.chat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May make a ticket of a talk. */
@Requires("support.ticket.create")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanTurnChatsIntoTickets {}
