package org.triviumcrm.customer;

import java.util.List;
import java.util.Locale;
import org.triviumcrm.identity.Viewer;

/** What a module knows of customers, and what they do in it. Each module declares its own; {@link CustomerAttributes} has all of them. */
public interface CustomerAttributeSource {

    /** Those that this viewer may ask for. */
    default List<CustomerAttribute> attributes(Viewer viewer, Locale locale) {
        return List.of();
    }

    /** Those that this viewer may ask for. */
    default List<CustomerBehaviour> behaviours(Viewer viewer, Locale locale) {
        return List.of();
    }
}
