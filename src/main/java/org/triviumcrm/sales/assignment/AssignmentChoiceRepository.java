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

    List<String> regions() {
        return different("region");
    }

    List<String> industries() {
        return different("industry");
    }

    /** The different texts of an indexed column, skipping along the index from one to the next. */
    private List<String> different(String column) {
        return database.sql("""
                        with recursive one as (
                            (select %1$s collate trivium_words as value from customer
                             where %1$s is not null order by %1$s collate trivium_words limit 1)
                            union all
                            select (select c.%1$s collate trivium_words from customer c
                                    where c.%1$s collate trivium_words > one.value
                                    order by c.%1$s collate trivium_words limit 1)
                            from one where one.value is not null)
                        select value from one where value is not null limit :many""".formatted(column))
                .param("many", MANY)
                .query(String.class)
                .list();
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
