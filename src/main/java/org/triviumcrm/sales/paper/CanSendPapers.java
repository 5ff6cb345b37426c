package org.triviumcrm.sales.paper;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May send quotes to customers. */
@Requires("sales.quote.send")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanSendPapers {}
