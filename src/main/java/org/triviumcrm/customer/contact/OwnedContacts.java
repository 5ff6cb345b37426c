package org.triviumcrm.customer.contact;

import org.springframework.stereotype.Component;
import org.triviumcrm.identity.OwnedRecords;

/** Contacts can be given to somebody else, many at once. */
@Component
class OwnedContacts implements OwnedRecords {

    @Override
    public String type() {
        return ContactList.NOUN;
    }

    @Override
    public String permission() {
        return "customer.contact.transfer";
    }
}
