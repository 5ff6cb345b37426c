package org.triviumcrm.marketing.score;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May say what leads get points for, and what happens from how many on. */
@Requires("marketing.score.manage")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanManageScores {}
