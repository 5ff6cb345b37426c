package org.triviumcrm.support.chat;

import org.jspecify.annotations.Nullable;

/**
 * A talk that begins.
 *
 * @param token what the visitor shows to go on with it, hashed
 * @param name what the talk is called; null for its number
 * @param language EN or ZH
 * @param page where on the website
 */
public record NewChat(
        long widgetId,
        long queueId,
        String token,
        @Nullable String name,
        @Nullable String visitorName,
        @Nullable String visitorEmail,
        String language,
        @Nullable String page) {}
