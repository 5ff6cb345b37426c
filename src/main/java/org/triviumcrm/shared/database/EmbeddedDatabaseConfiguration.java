package org.triviumcrm.shared.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The embedded database, unless {@code spring.datasource.url} (environment: {@code SPRING_DATASOURCE_URL}) names another.
 * Properties: {@code trivium.data-dir} (default {@code ./data}) and {@code trivium.database.port} (default any free one).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class EmbeddedDatabaseConfiguration {

    /** {@link DatabaseListener} has begun with it. */
    @Bean
    EmbeddedDatabase embeddedDatabase(StartingDatabase starting) {
        return starting.take();
    }

    @Bean
    @ConditionalOnMissingBean
    JdbcConnectionDetails embeddedDatabaseConnection(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return database.password();
            }
        };
    }
}
