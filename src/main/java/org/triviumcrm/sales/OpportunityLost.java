package org.triviumcrm.sales;

/** An opportunity was lost, for a reason of the list. */
public record OpportunityLost(long opportunityId, long ownerId, long reasonId) {}
