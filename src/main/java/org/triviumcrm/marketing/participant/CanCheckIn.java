package org.triviumcrm.marketing.participant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May say at the door of a campaign who has come. */
@Requires("marketing.participant.check")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanCheckIn {}
