package org.triviumcrm.marketing;

import org.triviumcrm.identity.Viewer;

/** What a module adds to the page of a lead; it loads by itself. Implemented by modules above. */
public interface LeadPanel {

    /** Message {@code marketing.lead.panel.<key>} is its title. */
    String key();

    /** @param became whether the lead has become a customer */
    boolean isFor(Viewer viewer, boolean became);

    /** Address of the HTML fragment for a lead. */
    String url(long leadId);
}
