package org.triviumcrm.calendar.entry;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** What contacts are called, as far as the viewer sees them. */
@Repository
class EntryNameRepository {

    private final JdbcClient database;

    EntryNameRepository(JdbcClient database) {
        this.database = database;
    }

    List<Option> contacts(Viewer viewer, Collection<Long> ids) {
        return named(viewer, "contact", ids);
    }

    List<Option> customers(Viewer viewer, Collection<Long> ids) {
        return named(viewer, "customer", ids);
    }

    private List<Option> named(Viewer viewer, String table, Collection<Long> ids) {
        Scope scope = viewer.scope(table);
        return database.sql("select r.id, r.name from " + table + " r where r.id = any(:ids) and " + scope.sql("r")
                        + " order by r.name, r.id")
                .param("ids", ids.toArray(Long[]::new))
                .params(scope.parameters())
                .query((row, number) -> new Option(row.getLong("id"), row.getString("name")))
                .list();
    }
}
