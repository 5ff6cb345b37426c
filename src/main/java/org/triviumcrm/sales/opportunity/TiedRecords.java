package org.triviumcrm.sales.opportunity;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.reference.RecordNameRepository;
import org.triviumcrm.shared.web.NotFound;

/** The customer and the contact of an opportunity. */
@Component
class TiedRecords {

    private final RecordNameRepository names;

    TiedRecords(RecordNameRepository names) {
        this.names = names;
    }

    /**
     * Nobody ties an opportunity to a record that they may not see; what it is tied to already may stay.
     *
     * @param customerId of the customer that it is tied to
     * @param contactId of the contact that it is tied to
     * @throws NotFound when one of them is hidden from the viewer
     */
    void requireVisible(Viewer viewer, StageAnswers said, @Nullable Long customerId, @Nullable Long contactId) {
        boolean hiddenCustomer = said.customerId() != null
                && !said.customerId().equals(customerId)
                && names.customer(viewer, said.customerId()) == null;
        boolean hiddenContact = said.contactId() != null
                && !said.contactId().equals(contactId)
                && names.contact(viewer, said.contactId()) == null;
        if (hiddenCustomer || hiddenContact) {
            throw new NotFound();
        }
    }
}
