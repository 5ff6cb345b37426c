package org.triviumcrm.approval.absence;

/** An active flow, and the people it names who have left, as one text. */
public record FlowWarning(long flowId, String flow, String people) {}
