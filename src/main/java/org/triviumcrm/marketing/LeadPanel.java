package org.triviumcrm.marketing;

import org.triviumcrm.identity.Viewer;

/** What a module adds to the page of a lead; it loads by itself. Implemented by modules above. */
public interface LeadPanel {

    /** Message {@code marketing.lead.panel.<key>} is its title. */
    String key();

    boolean isFor(Viewer viewer);

    /** Address of the HTML fragment for a lead. */
    String url(long leadId);
}
