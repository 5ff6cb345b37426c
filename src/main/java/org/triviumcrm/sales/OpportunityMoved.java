package org.triviumcrm.sales;

/** An open opportunity went to another open stage. */
public record OpportunityMoved(long opportunityId, long fromStageId, long toStageId) {}
