package org.triviumcrm.messaging.notice;

import java.time.Instant;
import java.util.List;

/** A notice as its person's list shows it; link is the path of the page it is about. */
public record NoticeRow(long id, String message, List<String> arguments, String link, Instant at, boolean read) {}
