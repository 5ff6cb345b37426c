package org.triviumcrm.customer.contact;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerBook;
import org.triviumcrm.customer.customer.CustomerService;
import org.triviumcrm.customer.customer.SaveCustomer;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** Customers and contacts that other modules find and add; each as its own form would. */
@Component
class AddedCustomers implements CustomerBook {

    private final CustomerService customers;
    private final ContactService contacts;

    AddedCustomers(CustomerService customers, ContactService contacts) {
        this.customers = customers;
        this.contacts = contacts;
    }

    @Override
    public List<Option> customersLike(Viewer viewer, @Nullable String name) {
        return viewer.can("customer.customer.view") ? customers.alike(viewer, name) : List.of();
    }

    @Override
    public List<KnownContact> contactsWith(Viewer viewer, @Nullable String email, @Nullable String phone) {
        return viewer.can("customer.contact.view") ? contacts.with(viewer, email, phone) : List.of();
    }

    @Override
    public long add(Viewer viewer, NewCustomer customer) {
        return customers.create(
                viewer,
                new SaveCustomer(
                        customer.name(),
                        null,
                        customer.industry(),
                        null,
                        customer.country(),
                        customer.region(),
                        customer.city(),
                        null,
                        customer.phone(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        customer.noEmail(),
                        customer.noCall(),
                        null,
                        customer.ownerId(),
                        Map.of(),
                        0));
    }

    @Override
    public long add(Viewer viewer, NewContact contact) {
        return contacts.create(
                viewer,
                new SaveContact(
                        contact.name(),
                        contact.customerId(),
                        contact.jobTitle(),
                        contact.email(),
                        contact.phone(),
                        null,
                        null,
                        contact.noEmail(),
                        contact.noCall(),
                        contact.note(),
                        contact.ownerId(),
                        Map.of(),
                        0));
    }

    @Override
    public void removeCustomer(Viewer viewer, long id) {
        customers.takeBack(viewer, id);
    }

    @Override
    public void removeContact(Viewer viewer, long id) {
        contacts.takeBack(viewer, id);
    }
}
