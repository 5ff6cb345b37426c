package org.triviumcrm.calendar.feed;

import java.time.Instant;

/** That somebody has a feed; its address is known to nobody but them. */
public record FeedStanding(Instant madeAt, FeedTasks tasks) {}
