package org.triviumcrm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class TriviumTests {

    @Autowired
    JdbcClient database;

    @Test
    void startsOnADatabaseWithAllMigrations() {
        assertThat(database.sql("select count(*) from flyway_schema_history where not success")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from opportunity")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
