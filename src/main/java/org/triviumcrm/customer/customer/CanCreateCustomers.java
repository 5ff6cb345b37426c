package org.triviumcrm.customer.customer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May create customers. */
@Requires("customer.customer.create")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanCreateCustomers {}
