package org.triviumcrm.support.portal;

import org.springframework.stereotype.Component;

/** Who of the contacts has an account of the portal, for the pages in it. */
@Component
public class PortalGuests {

    private final PortalAccountRepository accounts;

    PortalGuests(PortalAccountRepository accounts) {
        this.accounts = accounts;
    }

    public boolean canSignIn(long contactId) {
        return accounts.existsByContactIdAndState(contactId, AccountState.ACTIVE);
    }
}
