package org.triviumcrm.identity.team;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.NamedReference;
import org.triviumcrm.shared.exchange.TableColumns;

/** Teams named in a file. */
@Component
class TeamReference extends NamedReference {

    TeamReference(JdbcClient database, TableColumns columns) {
        super(database, columns, "team", new ImportTable("team", "team", "name", null, false, List.of(), null));
    }
}
