package org.triviumcrm.sales.qualification;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomerBook.KnownContact;
import org.triviumcrm.shared.web.Option;

/**
 * Who a lead may be already.
 *
 * @param customers whose names begin like the lead's company
 * @param contacts with the lead's e-mail address or number
 */
public record Known(List<Option> customers, List<KnownContact> contacts) {

    /** The first contact with the same address or number. */
    Optional<KnownContact> contact() {
        return contacts.stream().findFirst();
    }

    /** The customer where that contact is, else the one that is called just like the company. */
    Optional<Option> customer(@Nullable String company) {
        Optional<Option> ofContact = contact()
                .filter(found -> found.customerId() != null && found.customer() != null)
                .map(found -> new Option(String.valueOf(found.customerId()), String.valueOf(found.customer())));
        return ofContact.or(() -> customers.stream()
                .filter(option -> company != null && option.text().equalsIgnoreCase(company.strip()))
                .findFirst());
    }
}
