package org.triviumcrm.sales.assignment;

/** Who got a new opportunity, by which rule and why. */
public record Assigned(long ruleId, String ruleName, long personId, String person, AssignmentCause cause) {}
