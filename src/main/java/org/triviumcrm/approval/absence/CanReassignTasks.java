package org.triviumcrm.approval.absence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** Says how approvals go, and so also asks somebody else where one is stuck; to see all of them is not enough. */
@Requires("approval.flow.manage")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanReassignTasks {}
