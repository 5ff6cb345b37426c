package org.triviumcrm.insight.roi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May take along what may be seen of campaigns. */
@Requires("marketing.campaign.export")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanExportReturns {}
