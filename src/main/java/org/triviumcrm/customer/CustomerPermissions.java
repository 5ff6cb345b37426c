package org.triviumcrm.customer;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PermissionSource;

/** What roles can allow with customers, contacts and their timeline. */
@Component
class CustomerPermissions implements PermissionSource {

    @Override
    public List<String> permissions() {
        return List.of(
                "customer.customer.view",
                "customer.customer.create",
                "customer.customer.edit",
                "customer.customer.delete",
                "customer.customer.export",
                "customer.customer.transfer",
                "customer.contact.view",
                "customer.contact.create",
                "customer.contact.edit",
                "customer.contact.delete",
                "customer.contact.export",
                "customer.contact.transfer",
                "customer.activity.log",
                "customer.segment.view",
                "customer.segment.edit",
                "customer.value.view",
                "customer.value.manage",
                "customer.field.manage");
    }

    @Override
    public List<String> recordTypes() {
        return List.of("customer", "contact");
    }
}
