package org.triviumcrm.marketing.participant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May see who takes part in campaigns, as far as the people themselves may be seen. */
@Requires("marketing.campaign.view")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanViewParticipants {}
