package org.triviumcrm.marketing.result;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May write down what media report of campaigns: whoever changes campaigns and their budgets. */
@Requires("marketing.campaign.edit")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanRecordResults {}
