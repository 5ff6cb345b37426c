package org.triviumcrm.testing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.triviumcrm.shared.signal.NodeSignalListener;

/**
 * Takes away what tests committed: all rows of all tables, except those that tell which migrations and jobs there are, and of
 * which version the approval engine's tables are.
 */
public final class EmptyDatabase {

    /** No lock within the time; the one that gave way when two waited for each other. */
    private static final Set<String> LOCKED = Set.of("55P03", "40P01");

    private static final String TABLES = """
            from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'
            and relname not in ('flyway_schema_history', 'scheduled_tasks', 'act_ge_property')""";

    /**
     * Gives way to a job that is still at work, instead of waiting until one of the two is ended. Truncating some hundred tables makes
     * new files for them and all their indexes, which takes the better part of a second: only what has grown is truncated, the few rows
     * of the others are deleted, without the triggers that would look for what depends on them.
     */
    private static final String EMPTYING = """
            do $$ declare
                filled record;
            begin
                perform set_config('lock_timeout', '200ms', true);
                lock table %s in access exclusive mode;
                perform set_config('session_replication_role', 'replica', true);
                for filled in select oid::regclass as name, pg_relation_size(oid) > 256 * 1024 as grown %s
                        and pg_relation_size(oid) > 0 loop
                    execute case when filled.grown then 'truncate ' || filled.name || ' cascade' else 'delete from ' || filled.name end;
                end loop;
            end $$""";

    private static final int TRIES = 100;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private EmptyDatabase() {}

    static void empty(ApplicationContext context) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        List<String> tables = jdbc.sql("select quote_ident(relname) " + TABLES)
                .query(String.class)
                .list();
        String emptying = EMPTYING.formatted(String.join(", ", tables), TABLES);
        for (int again = TRIES; ; again--) {
            try {
                jdbc.sql(emptying).update();
                context.getBeanProvider(NodeSignalListener.class).forEach(NodeSignalListener::heard);
                return;
            } catch (DataAccessException e) {
                if (again == 0 || !isLocked(e)) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static boolean isLocked(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException cause
                && LOCKED.contains(String.valueOf(cause.getSQLState()));
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
