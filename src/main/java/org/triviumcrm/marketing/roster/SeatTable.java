package org.triviumcrm.marketing.roster;

import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.shared.exchange.ImportTable;

/**
 * A table of people who were put somewhere; it has a column for each {@link PersonKind}.
 *
 * @param column that says where
 */
public record SeatTable(ImportTable table, String column) {

    /** SQL over the alias {@code t} that names the person of a row. */
    public static final String PERSON = """
            (select coalesce((select k.name from customer k where k.id = t.customer_id), (select c.name from contact c where c.id = t.contact_id),
                (select l.name from lead l where l.id = t.lead_id)))""";
}
