package org.triviumcrm.identity.person;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.NamedReference;
import org.triviumcrm.shared.exchange.TableColumns;

/** People named in a file, such as owners. */
@Component
class PersonReference extends NamedReference {

    static final ImportTable PERSON =
            new ImportTable("person", "person", "name", null, false, List.of("person_role.person_id"), null);

    PersonReference(JdbcClient database, TableColumns columns) {
        super(database, columns, "person", PERSON);
    }
}
