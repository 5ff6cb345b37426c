package org.triviumcrm.sales;

/** An opportunity was won. */
public record OpportunityWon(long opportunityId, long ownerId) {}
