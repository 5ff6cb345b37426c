package org.triviumcrm.support.portal;

import java.io.Serializable;
import java.security.Principal;

/** Who signed in to the portal, as the session remembers it. @param generation of the account: when that rises, the session is over */
record SignedInCustomer(long accountId, int generation) implements Principal, Serializable {

    private static final long serialVersionUID = 1;

    /** Never the name of a person of the company. */
    @Override
    public String getName() {
        return "portal:" + accountId;
    }
}
