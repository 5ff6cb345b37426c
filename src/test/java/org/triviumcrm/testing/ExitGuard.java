package org.triviumcrm.testing;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database's guard of opportunities, which is off in tests unless they ask for it: they write opportunities as they need
 * them. For new connections; those of the pool are renewed.
 */
public final class ExitGuard {

    private ExitGuard() {}

    /** As in production. */
    public static void on(ApplicationContext context) {
        set(context, "");
    }

    /** As in other tests. */
    public static void off(ApplicationContext context) {
        set(context, "TEST");
    }

    private static void set(ApplicationContext context, String passage) {
        JdbcClient database = context.getBean(JdbcClient.class);
        String name =
                database.sql("select current_database()").query(String.class).single();
        database.sql("alter database " + name + " set trivium.passage = '" + passage + "'")
                .update();
        context.getBean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }
}
