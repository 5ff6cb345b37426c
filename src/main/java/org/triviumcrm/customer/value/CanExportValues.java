package org.triviumcrm.customer.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May take along what regions, industries, products and months bring. */
@Requires("customer.customer.export")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanExportValues {}
