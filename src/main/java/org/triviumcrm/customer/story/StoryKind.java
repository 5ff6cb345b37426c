package org.triviumcrm.customer.story;

/** A kind of things that happen, for who chooses. @param chosen whether only this one is shown */
public record StoryKind(String key, String icon, boolean chosen) {}
