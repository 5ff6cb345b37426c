package org.triviumcrm.marketing.people;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Reads who people are. */
@Repository
class PeopleRepository {

    private final JdbcClient database;

    PeopleRepository(JdbcClient database) {
        this.database = database;
    }

    /** What somebody is called; null when the viewer does not see them. */
    @Nullable
    String name(Viewer viewer, PersonKind kind, long id) {
        Scope scope = viewer.scope(kind.noun());
        return database.sql("select r.name from " + kind.noun() + " r where r.id = :id and " + scope.sql("r"))
                .param("id", id)
                .params(scope.parameters())
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
