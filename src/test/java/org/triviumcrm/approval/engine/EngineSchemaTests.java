package org.triviumcrm.approval.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.triviumcrm.testing.ScratchDatabase;

/** The engine's tables are made whole or not at all, and only by an engine that knows them. */
class EngineSchemaTests {

    private final DataSource database = ScratchDatabase.empty("engine_schema");
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void aNodeThatDiesMeanwhileLeavesNothing() {
        assertThatThrownBy(() -> EngineSchema.prepare(new DyingAtTheEnd(database)))
                .hasRootCauseMessage("power cut");
        assertThat(tables()).isZero();

        EngineSchema.prepare(database);
        assertThat(tables()).isPositive();
    }

    @Test
    void tablesThatFitAreLeftAlone() {
        EngineSchema.prepare(database);
        jdbc.sql("update act_ge_property set rev_ = 77 where name_ = 'schema.version'")
                .update();
        EngineSchema.prepare(new DyingAtTheEnd(database));
        assertThat(jdbc.sql("select rev_ from act_ge_property where name_ = 'schema.version'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(77);
    }

    @Test
    void tablesOfANewerEngineAreRefused() {
        EngineSchema.prepare(database);
        jdbc.sql("update act_ge_property set value_ = '99.0.0.0' where name_ like '%schema.version'")
                .update();
        assertThatThrownBy(() -> EngineSchema.prepare(database)).isInstanceOf(IllegalStateException.class);
        assertThat(jdbc.sql("select distinct value_ from act_ge_property where name_ like '%schema.version'")
                        .query(String.class)
                        .single())
                .isEqualTo("99.0.0.0");
    }

    private long tables() {
        return jdbc.sql("select count(*) from pg_tables where schemaname = 'public'")
                .query(Long.class)
                .single();
    }

    /** Whose connections never come to the end of a transaction. */
    private static final class DyingAtTheEnd extends DelegatingDataSource {

        DyingAtTheEnd(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("commit")) {
                            throw new SQLException("power cut");
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
