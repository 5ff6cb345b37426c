package org.triviumcrm.testing;

import jakarta.persistence.EntityManager;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many cases of one test, for a {@code @TestFactory}: what is set up before them is set up once, in the transaction of the test,
 * and each case leaves it as it has found it.
 */
@TestComponent
public class ManyCases {

    private final JdbcClient database;
    private final EntityManager entities;

    ManyCases(JdbcClient database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
    }

    /** @param cases each is called by its {@code toString} */
    public <T> Stream<DynamicTest> of(Stream<T> cases, ThrowingConsumer<T> test) {
        return cases.map(one -> DynamicTest.dynamicTest(one.toString(), () -> {
            entities.flush();
            entities.clear();
            database.sql("savepoint a_case").update();
            try {
                test.accept(one);
            } finally {
                entities.clear();
                database.sql("rollback to savepoint a_case").update();
                database.sql("release savepoint a_case").update();
            }
        }));
    }
}
