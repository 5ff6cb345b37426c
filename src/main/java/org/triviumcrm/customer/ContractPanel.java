package org.triviumcrm.customer;

import org.triviumcrm.identity.Viewer;

/** What a module adds to the page of a contract; it loads by itself. Implemented by modules that do not know the one that owns it. */
public interface ContractPanel {

    /** Message {@code customer.contractPanel.<key>} is its title. */
    String key();

    boolean isFor(Viewer viewer);

    /** Address of the HTML fragment for a contract. */
    String url(long contractId);
}
