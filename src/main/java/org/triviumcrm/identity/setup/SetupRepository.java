package org.triviumcrm.identity.setup;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lock that lets one first run through at a time. */
@Repository
class SetupRepository {

    /** Any number that nobody else locks. */
    private static final long LOCK = 811_100_911L;

    private final JdbcClient jdbc;

    SetupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until no other transaction holds it; held until the end of this one. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    }
}
