package org.triviumcrm.marketing.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May see the plans of campaigns as documents. */
@Requires("marketing.campaign.view")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanViewDocuments {}
