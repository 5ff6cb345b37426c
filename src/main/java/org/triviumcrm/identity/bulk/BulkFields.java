package org.triviumcrm.identity.bulk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the action of the address asks, bound to the type that it names, under the name {@code input}; null when it can't be
 * read. The errors come in the {@code BindingResult} that follows.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface BulkFields {}
