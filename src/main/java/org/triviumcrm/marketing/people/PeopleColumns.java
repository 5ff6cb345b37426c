package org.triviumcrm.marketing.people;

import static org.triviumcrm.shared.list.ColumnType.EMAIL;
import static org.triviumcrm.shared.list.ColumnType.PHONE;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinitionBuilder;

/** What lists say of people, of whichever kind they are. */
public final class PeopleColumns {

    private PeopleColumns() {}

    /** Who it is, where they work, of which kind; {@code alias} is that of a table with a column for each kind. */
    public static ListDefinitionBuilder who(ListDefinitionBuilder list, String alias) {
        String address = Stream.of(PersonKind.values())
                .map(kind -> "'" + kind.path() + "/' || " + alias + "." + kind.column())
                .collect(Collectors.joining(", ", "coalesce(", ")"));
        return list.join("left join customer on customer.id = " + alias + ".customer_id")
                .join("left join contact on contact.id = " + alias + ".contact_id")
                .join("left join customer employer on employer.id = contact.customer_id")
                .join("left join lead on lead.id = " + alias + ".lead_id")
                .column(ListColumn.link("name", "coalesce(customer.name, contact.name, lead.name)", address, "/{id}")
                        .titled("marketing.participant.name")
                        .shown())
                .column(ListColumn.text("company", "coalesce(employer.name, lead.company)")
                        .titled("marketing.participant.company")
                        .shown())
                .column(ListColumn.choice(
                                "kind", alias + ".kind", Choices.of(PersonKind.class, "marketing.participant.kind"))
                        .titled("marketing.participant.kind")
                        .filterable());
    }

    /** How they are reached. */
    public static ListDefinitionBuilder reached(ListDefinitionBuilder list) {
        return list.column(ListColumn.of("email", EMAIL, "coalesce(customer.email, contact.email, lead.email)")
                        .titled("marketing.participant.email"))
                .column(ListColumn.of(
                                "phone", PHONE, "coalesce(customer.phone, contact.mobile, contact.phone, lead.phone)")
                        .titled("marketing.participant.phone"));
    }
}
