package org.triviumcrm.customer;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The different texts that stand in a column of customers, for conditions about them to choose from. */
@Component
public class CustomerTexts {

    /** Those with an index in the order of words. */
    private static final Set<String> COLUMNS = Set.of("country", "region", "industry", "level");

    /** More are found in no list that somebody reads. */
    private static final int MANY = 500;

    private final JdbcClient database;

    CustomerTexts(JdbcClient database) {
        this.database = database;
    }

    /** In the order of words, skipping along the index from one to the next. @param column country, region, industry or level */
    public List<String> different(String column) {
        if (!COLUMNS.contains(column)) {
            throw new IllegalArgumentException(column);
        }
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
}
