package org.triviumcrm.insight.chats;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May take along what the figures of chats say. */
@Requires("support.chat.export")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanExportChatReport {}
