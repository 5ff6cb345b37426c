package org.triviumcrm.marketing.people;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who can take part in a campaign or be on a target list: records of one of these kinds. */
public enum PersonKind {
    CUSTOMER("customer.customer.view", "customers"),
    CONTACT("customer.contact.view", "contacts"),
    LEAD("marketing.lead.view", "marketing/leads");

    private final String permission;
    private final String path;

    PersonKind(String permission, String path) {
        this.permission = permission;
        this.path = path;
    }

    /** Record type, table, and name of the list. */
    public String noun() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Column that names such a record. */
    public String column() {
        return noun() + "_id";
    }

    /** What one needs to see them. */
    public String permission() {
        return permission;
    }

    /** Of the record's page, without the slash in front and the id behind. */
    public String path() {
        return path;
    }

    /** The kind of this noun. */
    public static Optional<PersonKind> of(String noun) {
        return Stream.of(values()).filter(kind -> kind.noun().equals(noun)).findFirst();
    }
}
