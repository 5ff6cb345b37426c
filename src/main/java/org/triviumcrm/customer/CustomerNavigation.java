package org.triviumcrm.customer;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.NavigationEntry;
import org.triviumcrm.shared.web.NavigationSource;

/** The places of the customer module. */
@Component
class CustomerNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry("customers", "customers", "/customers", "building", 310, "customer.customer.view"),
                new NavigationEntry("contacts", "customers", "/contacts", "users", 320, "customer.contact.view"),
                new NavigationEntry(
                        "segments", "customers", "/customers/segments", "circles", 322, "customer.segment.view"),
                new NavigationEntry(
                        "customer-value", "customers", "/customers/value", "chart-pie", 325, "customer.value.view"),
                new NavigationEntry(
                        "customer-value-rules",
                        "administration",
                        "/administration/customer-value",
                        "chart-pie",
                        873,
                        "customer.value.manage"),
                new NavigationEntry(
                        "custom-fields",
                        "administration",
                        "/administration/fields",
                        "forms",
                        845,
                        "customer.field.manage"),
                new NavigationEntry("tasks", "work", "/tasks", "list-check", 104, "customer.activity.log"));
    }

    @Override
    public List<NavigationEntry> creations() {
        return List.of(
                new NavigationEntry(
                        "customer", "customers", "/customers/new", "building", 20, "customer.customer.create"),
                new NavigationEntry(
                        "contact", "customers", "/contacts/new", "user-plus", 30, "customer.contact.create"),
                new NavigationEntry(
                        "segment", "customers", "/customers/segments/new", "circles", 35, "customer.segment.edit"));
    }
}
