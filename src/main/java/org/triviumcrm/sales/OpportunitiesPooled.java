package org.triviumcrm.sales;

import java.util.List;

/** Opportunities went into a pool together. @param by id of whoever put them there, 0 for a job */
public record OpportunitiesPooled(List<Long> opportunityIds, long by) {}
