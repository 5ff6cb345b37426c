package org.triviumcrm.sales.reference;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Names of the records that sales refers to, as far as the viewer may see it. */
@Repository
public class RecordNameRepository {

    private final JdbcClient database;

    RecordNameRepository(JdbcClient database) {
        this.database = database;
    }

    @Nullable
    public String customer(Viewer viewer, @Nullable Long id) {
        return visible("customer", viewer.scope("customer"), id);
    }

    @Nullable
    public String contact(Viewer viewer, @Nullable Long id) {
        return visible("contact", viewer.scope("contact"), id);
    }

    @Nullable
    public String product(@Nullable Long id) {
        return name("select x.name from product x where x.id = :id", Map.of(), id);
    }

    @Nullable
    public String stage(@Nullable Long id) {
        return name("select x.name from stage x where x.id = :id", Map.of(), id);
    }

    @Nullable
    public String lostReason(@Nullable Long id) {
        return name("select x.name from lost_reason x where x.id = :id", Map.of(), id);
    }

    @Nullable
    public String competitor(@Nullable Long id) {
        return name("select x.name from competitor x where x.id = :id", Map.of(), id);
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
