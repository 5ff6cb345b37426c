package org.triviumcrm.sales;

/** An opportunity was opened. */
public record OpportunityCreated(long opportunityId, long ownerId) {}
