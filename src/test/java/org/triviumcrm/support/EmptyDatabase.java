package org.triviumcrm.support;

import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Takes away what tests committed: all rows of all tables, except those that tell which migrations and jobs there are, and of
 * which version the approval engine's tables are.
 */
public final class EmptyDatabase {

    private EmptyDatabase() {}

    static void empty(ApplicationContext context) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        List<String> tables = jdbc.sql("""
                select quote_ident(tablename) from pg_tables
                where schemaname = current_schema() and tablename not in ('flyway_schema_history', 'scheduled_tasks', 'act_ge_property')""").query(String.class).list();
        for (int again = 2; ; again--) {
            try {
                jdbc.sql("truncate " + String.join(", ", tables)).update();
                return;
            } catch (PessimisticLockingFailureException jobIsReading) {
                if (again == 0) {
                    throw jobIsReading;
                }
            }
        }
    }

    /** For tests that commit. */
    public static class AfterEachTest implements TestExecutionListener {
        @Override
        public void afterTestMethod(TestContext context) {
            empty(context.getApplicationContext());
        }
    }

    /** For stories told over several tests of a class. */
    public static class BeforeEachClass implements TestExecutionListener {
        @Override
        public void beforeTestClass(TestContext context) {
            empty(context.getApplicationContext());
        }
    }
}
