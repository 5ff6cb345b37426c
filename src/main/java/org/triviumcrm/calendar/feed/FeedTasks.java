package org.triviumcrm.calendar.feed;

/** How tasks come in a feed: many calendars show no to-dos of others. */
public enum FeedTasks {
    EVENT,
    TODO,
    NONE
}
