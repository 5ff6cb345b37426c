package org.triviumcrm.insight.chats;

import org.jspecify.annotations.Nullable;

/** By what talks are told apart in their figures. */
public enum ChatCut {
    AGENT("owner", "t.owner_id", "person"),
    TEAM("team", "t.team_id", "team"),
    QUEUE("queue", "t.queue_id", "ticket_queue"),
    WIDGET("widget", "t.widget_id", "chat_widget"),
    /** On which day it began. */
    DAY("day", "to_char(t.created_at at time zone :zone, 'YYYY-MM-DD')", null),
    MONTH("month", "to_char(t.created_at at time zone :zone, 'YYYY-MM')", null);

    private final String column;
    private final String key;
    private final @Nullable String table;

    ChatCut(String column, String key, @Nullable String table) {
        this.column = column;
        this.key = key;
        this.table = table;
    }

    /** Of the list of talks. */
    String column() {
        return column;
    }

    /** SQL for what a row is known by, over a talk {@code t}. */
    String key() {
        return key;
    }

    /** Whose rows give the names; null where the key says when it was. */
    @Nullable
    String table() {
        return table;
    }

    boolean isTime() {
        return table == null;
    }
}
