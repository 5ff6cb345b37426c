package org.triviumcrm.sales;

/** A won or lost opportunity is open again. */
public record OpportunityReopened(long opportunityId, long ownerId) {}
