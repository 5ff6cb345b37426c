package org.triviumcrm.sales.outlook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May say what the own forecast is, or adjust that of others. */
@Requires({"sales.forecast.submit", "sales.forecast.adjust"})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanSayForecasts {}
