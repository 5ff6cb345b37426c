package org.triviumcrm.sales.opportunity;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Suspended opportunities whose day has come, along the index of these days. */
@Repository
class SuspensionRepository {

    private final JdbcClient database;

    SuspensionRepository(JdbcClient database) {
        this.database = database;
    }

    List<Long> due(LocalDate today) {
        return database.sql("""
                        select id from opportunity where suspended_until <= :today and state = 'SUSPENDED'
                        order by suspended_until, id""").param("today", today).query(Long.class).list();
    }
}
