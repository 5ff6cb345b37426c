package org.triviumcrm.sales;

/** An opportunity has another owner. */
public record OpportunityTransferred(long opportunityId, long fromOwnerId, long toOwnerId) {}
