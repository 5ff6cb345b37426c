package org.triviumcrm.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** Customers and contacts, for modules in which somebody turns out to be one. */
public interface CustomerBook {

    /** @param ownerId who looks after it, the viewer or whom they may put in charge of customers */
    record NewCustomer(
            String name,
            @Nullable String industry,
            @Nullable String country,
            @Nullable String region,
            @Nullable String city,
            @Nullable String phone,
            boolean noEmail,
            boolean noCall,
            long ownerId) {}

    /** @param ownerId who looks after it, the viewer or whom they may put in charge of contacts */
    record NewContact(
            String name,
            @Nullable Long customerId,
            @Nullable String jobTitle,
            @Nullable String email,
            @Nullable String phone,
            boolean noEmail,
            boolean noCall,
            @Nullable String note,
            long ownerId) {}

    /** A visible contact and the customer where it is. */
    record KnownContact(
            long id,
            String name,
            @Nullable Long customerId,
            @Nullable String customer) {}

    /** Visible customers whose names begin like this one, the first by name; none without the permission to see them. */
    List<Option> customersLike(Viewer viewer, @Nullable String name);

    /** Visible contacts with this e-mail address or telephone number; none without the permission to see them. */
    List<KnownContact> contactsWith(Viewer viewer, @Nullable String email, @Nullable String phone);

    /** Needs {@code customer.customer.create}. */
    long add(Viewer viewer, NewCustomer customer);

    /** Needs {@code customer.contact.create}. */
    long add(Viewer viewer, NewContact contact);

    /**
     * Takes back one that was added just now, in the caller's transaction. Needs what adding it needs.
     *
     * @throws UsedSince when it has been changed, something was logged about it, or other records belong to it
     */
    void removeCustomer(Viewer viewer, long id);

    /** @throws UsedSince as with customers */
    void removeContact(Viewer viewer, long id);

    /** What was added can't be taken back any more. */
    class UsedSince extends RuntimeException {

        private static final long serialVersionUID = 1;

        public UsedSince(String record) {
            super(record + " has been used since");
        }
    }
}
