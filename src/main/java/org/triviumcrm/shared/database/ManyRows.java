package org.triviumcrm.shared.database;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Statements that write many rows. For each of them the database asks whether what a foreign key names is there. Connections plan
 * each statement for its values, which lists need (see {@code application.yml}); that question, too, is planned for each row then,
 * which takes several times as long as everything else. Here it is planned once.
 */
@Component
public class ManyRows {

    private static final String PLANS = "select set_config('plan_cache_mode', :mode, true)";

    private final JdbcClient database;

    ManyRows(JdbcClient database) {
        this.database = database;
    }

    /** Gives what the statement gives; within the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T write(Supplier<T> statement) {
        String before = database.sql("select current_setting('plan_cache_mode')")
                .query(String.class)
                .single();
        plans("auto");
        T written = statement.get();
        plans(before);
        return written;
    }

    private void plans(String mode) {
        database.sql(PLANS).param("mode", mode).query(String.class).single();
    }
}
