package org.triviumcrm.insight.tickets;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May take along what the report of customer service says. */
@Requires("support.ticket.export")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanExportTicketReport {}
