package org.triviumcrm.sales.assignment;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.web.Option;

/** What the conditions of a rule can be chosen from. */
@Repository
class AssignmentChoiceRepository {

    /** More are found in no list that somebody reads. */
    private static final int MANY = 500;

    private final JdbcClient database;

    AssignmentChoiceRepository(JdbcClient database) {
        this.database = database;
    }

    List<Option> pipelines() {
        return options("select id, name from pipeline where active order by position, id");
    }

    /** Those in use, and those chosen. */
    List<Option> products(List<String> chosen) {
        return database.sql(
                        "select id, name from product where active or id::text = any(:chosen) order by name limit :many")
                .param("chosen", chosen.toArray(String[]::new))
                .param("many", MANY)
                .query((row, n) -> new Option(row.getLong(1), row.getString(2)))
                .list();
    }

    private List<Option> options(String sql) {
        return database.sql(sql)
                .query((row, n) -> new Option(row.getLong(1), row.getString(2)))
                .list();
    }
}
