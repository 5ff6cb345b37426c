package org.triviumcrm.exchange;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May import files. */
@Requires("exchange.import.run")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CanImport {}
