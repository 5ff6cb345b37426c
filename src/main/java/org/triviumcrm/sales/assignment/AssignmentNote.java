package org.triviumcrm.sales.assignment;

import java.time.Instant;

/** How an opportunity came to its first owner, as its page shows it. */
public record AssignmentNote(String ruleName, String person, AssignmentCause cause, Instant at) {}
