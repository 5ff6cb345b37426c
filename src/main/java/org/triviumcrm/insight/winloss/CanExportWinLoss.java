package org.triviumcrm.insight.winloss;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May take along why the opportunities in reach were won and lost. */
@Requires("sales.opportunity.export")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanExportWinLoss {}
