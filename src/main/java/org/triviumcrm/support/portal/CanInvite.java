package org.triviumcrm.support.portal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May let customers into the portal. */
@Requires({"support.portal.invite", "support.portal.manage"})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanInvite {}
