package org.triviumcrm.support.ticket;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Names of the records that tickets refer to, as far as the viewer may see them. */
@Repository
public class TicketNameRepository {

    private final JdbcClient database;

    TicketNameRepository(JdbcClient database) {
        this.database = database;
    }

    public @Nullable String customer(Viewer viewer, @Nullable Long id) {
        return visible("customer", viewer.scope("customer"), id);
    }

    public @Nullable String contact(Viewer viewer, @Nullable Long id) {
        return visible("contact", viewer.scope("contact"), id);
    }

    public @Nullable String product(@Nullable Long id) {
        return name("select x.name from product x where x.id = :id", Map.of(), id);
    }

    public @Nullable String person(@Nullable Long id) {
        return name("select x.name from person x where x.id = :id", Map.of(), id);
    }

    /** The customer of a contact, for who forgets to say it. */
    public @Nullable Long customerOf(Viewer viewer, long contactId) {
        Scope scope = viewer.scope("contact");
        return database.sql("select x.customer_id from contact x where x.customer_id is not null and x.id = :id and "
                        + scope.sql("x"))
                .param("id", contactId)
                .params(scope.parameters())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private @Nullable String visible(String table, Scope scope, @Nullable Long id) {
        return name(
                "select x.name from " + table + " x where x.id = :id and " + scope.sql("x"), scope.parameters(), id);
    }

    private @Nullable String name(String sql, Map<String, Object> parameters, @Nullable Long id) {
        return id == null
                ? null
                : database.sql(sql)
                        .param("id", id)
                        .params(parameters)
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }
}
