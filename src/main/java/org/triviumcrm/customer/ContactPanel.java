package org.triviumcrm.customer;

import org.triviumcrm.identity.Viewer;

/** What a module adds to the page of a contact; it loads by itself. Implemented by modules above. */
public interface ContactPanel {

    /** Message {@code customer.contact.panel.<key>} is its title. */
    String key();

    /** Among the panels, ascending. */
    int order();

    boolean isFor(Viewer viewer);

    /** Address of the HTML fragment for a contact. */
    String url(long contactId);
}
