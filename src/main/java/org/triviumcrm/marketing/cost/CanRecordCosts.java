package org.triviumcrm.marketing.cost;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May write down what campaigns cost: whoever changes campaigns and their budgets. */
@Requires("marketing.campaign.edit")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanRecordCosts {}
