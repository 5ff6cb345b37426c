package org.triviumcrm.sales.qualification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May decide what becomes of leads. */
@Requires("marketing.lead.qualify")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanQualifyLeads {}
