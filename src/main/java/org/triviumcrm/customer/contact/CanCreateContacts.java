package org.triviumcrm.customer.contact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May create contacts. */
@Requires("customer.contact.create")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanCreateContacts {}
