package org.triviumcrm.marketing.campaign;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May edit campaigns. */
@Requires("marketing.campaign.edit")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanEditCampaigns {}
