package org.triviumcrm.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** May say what each role may do and see. */
@Requires("identity.role.manage")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CanManageRoles {}
