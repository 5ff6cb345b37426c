package org.triviumcrm.support.widget;

/** A widget in the administrator's list. @param chats talks of the last thirty days */
public record WidgetRow(long id, String name, String queue, String origins, boolean active, long chats) {}
