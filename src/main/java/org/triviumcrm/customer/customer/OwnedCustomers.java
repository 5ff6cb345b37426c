package org.triviumcrm.customer.customer;

import org.springframework.stereotype.Component;
import org.triviumcrm.identity.OwnedRecords;

/** Customers can be given to somebody else, many at once. */
@Component
class OwnedCustomers implements OwnedRecords {

    @Override
    public String type() {
        return CustomerList.NOUN;
    }

    @Override
    public String permission() {
        return "customer.customer.transfer";
    }
}
