package org.triviumcrm.sales.quote;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May make quotes. */
@Requires("sales.quote.create")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanCreateQuotes {}
