package org.triviumcrm.sales.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May delete drafts of contracts. */
@Requires("sales.contract.delete")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanDeleteContracts {}
