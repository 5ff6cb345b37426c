package org.triviumcrm.customer;

import org.triviumcrm.identity.Viewer;

/** What a module adds to the page of a customer; it loads by itself. Implemented by modules above. */
public interface CustomerPanel {

    /** Message {@code customer.panel.<key>} is its title. */
    String key();

    /** Among the panels, ascending. */
    int order();

    boolean isFor(Viewer viewer);

    /** Address of the HTML fragment for a customer. */
    String url(long customerId);
}
