package org.triviumcrm.customer.field;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.CustomerAttribute;
import org.triviumcrm.customer.CustomerAttributeSource;
import org.triviumcrm.identity.Viewer;

/** The custom fields of customers, for segments and target mining. */
@Component
@Order(15)
class FieldAttributes implements CustomerAttributeSource {

    private final CustomFields fields;

    FieldAttributes(CustomFields fields) {
        this.fields = fields;
    }

    @Override
    public List<CustomerAttribute> attributes(Viewer viewer, Locale locale) {
        return Stream.concat(
                        fields.asked("customer", "c", locale).stream(),
                        fields.links(viewer, "customer", "c", locale).stream())
                .filter(CustomFields.Asked::active)
                .map(one -> new CustomerAttribute(one.field(), one.sql(), "", one.decides()))
                .toList();
    }
}
