package org.triviumcrm.shared.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The embedded database, unless {@code spring.datasource.url} (environment: {@code SPRING_DATASOURCE_URL}) names another.
 * {@link DatabaseListener} has begun to start it; nobody waits for it but who needs a connection.
 * Properties: {@code trivium.data-dir} (default {@code ./data}) and {@code trivium.database.port} (default any free one).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class EmbeddedDatabaseConfiguration {

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource pool(StartingDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(new EmbeddedDataSource(database));
        return pool;
    }

    /** For connections outside the pool; asking it waits for the database. */
    @Bean
    JdbcConnectionDetails embeddedDatabaseConnection(StartingDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.take().url();
            }

            @Override
            public String getUsername() {
                return database.take().user();
            }

            @Override
            public String getPassword() {
                return database.take().password();
            }
        };
    }

    @Bean
    Migrations migrations(StartingDatabase database, @FlywayDataSource HikariDataSource pool) {
        return new Migrations(database, pool);
    }

    @Bean
    DataSource dataSource(@FlywayDataSource HikariDataSource pool, Migrations migrations) {
        return new MigratedDataSource(pool, migrations);
    }
}
