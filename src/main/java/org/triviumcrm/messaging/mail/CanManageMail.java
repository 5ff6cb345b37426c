package org.triviumcrm.messaging.mail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May see which e-mails were sent to whom, and send them again. */
@Requires("messaging.mail.manage")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanManageMail {}
