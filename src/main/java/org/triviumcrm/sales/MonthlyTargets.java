package org.triviumcrm.sales;

import java.util.Optional;
import org.triviumcrm.identity.Viewer;

/** What is signed held against what should be, for pages outside of sales. */
public interface MonthlyTargets {

    /**
     * The figures of the funnel page; empty where no target is set for what the viewer sees. Needs {@code
     * sales.funnel.view}.
     */
    Optional<TargetOutlook> outlook(Viewer viewer);
}
