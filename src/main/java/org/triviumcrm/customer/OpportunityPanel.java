package org.triviumcrm.customer;

import org.triviumcrm.identity.Viewer;

/** What a module adds to the page of an opportunity; it loads by itself. Implemented by modules that do not know the one that owns it. */
public interface OpportunityPanel {

    /** Message {@code customer.opportunityPanel.<key>} is its title. */
    String key();

    boolean isFor(Viewer viewer);

    /** Address of the HTML fragment for an opportunity. */
    String url(long opportunityId);
}
