package org.triviumcrm.support.portal;

import org.springframework.stereotype.Component;

/** Who of the contacts has an account of the portal, for what leads them there. */
@Component
public class GuestAccess {

    private final PortalAccountRepository accounts;

    GuestAccess(PortalAccountRepository accounts) {
        this.accounts = accounts;
    }

    public boolean canSignIn(long contactId) {
        return accounts.existsByContactIdAndState(contactId, AccountState.ACTIVE);
    }
}
