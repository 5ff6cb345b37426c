package org.triviumcrm.marketing.mining;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerAttribute;
import org.triviumcrm.customer.CustomerAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.mining.tree.Attribute;
import org.triviumcrm.marketing.mining.tree.AttributeKind;
import org.triviumcrm.shared.condition.FieldKind;

/** What is known of customers, as far as a tree can learn from it: not free texts, and not who looks after them. */
@Component
class MiningAttributes {

    private final CustomerAttributes attributes;

    MiningAttributes(CustomerAttributes attributes) {
        this.attributes = attributes;
    }

    /** By key; also those that must not be used to decide. @param question the attribute that is asked for itself is none of them */
    Map<String, CustomerAttribute> offered(Viewer viewer, Locale locale, String question) {
        Map<String, CustomerAttribute> offered = new LinkedHashMap<>(attributes.attributes(viewer, locale));
        offered.values().removeIf(one -> switch (one.field().kind()) {
            case TEXT, PERSON, SEVERAL, EVENTS -> true;
            default -> one.key().equals(question);
        });
        return offered;
    }

    /** Those of these keys that are still there. */
    List<CustomerAttribute> chosen(Viewer viewer, Locale locale, String question, Collection<String> keys) {
        Map<String, CustomerAttribute> offered = offered(viewer, locale, question);
        return keys.stream().map(offered::get).filter(Objects::nonNull).toList();
    }

    static Attribute learned(CustomerAttribute attribute) {
        return new Attribute(attribute.key(), kind(attribute.field().kind()), !attribute.decides());
    }

    private static AttributeKind kind(FieldKind kind) {
        return switch (kind) {
            case MONEY, NUMBER, PERCENT -> AttributeKind.NUMBER;
            case DATE -> AttributeKind.DATE;
            default -> AttributeKind.CHOICE;
        };
    }
}
