package org.triviumcrm.sales;

import java.util.List;
import org.triviumcrm.identity.OwnerChange;

/** Opportunities have other owners; told once for all that change hands together, a thousand at most. */
public record OpportunitiesTransferred(List<OwnerChange> changes) {}
