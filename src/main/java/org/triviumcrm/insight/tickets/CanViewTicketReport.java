package org.triviumcrm.insight.tickets;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May see how customer service does. */
@Requires("support.report.view")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanViewTicketReport {}
