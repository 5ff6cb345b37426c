package org.triviumcrm.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The database starts beside the application, and does not outlive one that never came up. */
class StartingDatabaseTests {

    @TempDir
    Path folder;

    @Test
    void theApplicationTakesItAndStopsIt() throws Exception {
        String url;
        try (var application = application(EmbeddedDatabaseConfiguration.class)) {
            EmbeddedDatabase database =
                    application.getBean(StartingDatabase.class).take();
            url = database.url();
            DriverManager.getConnection(url, database.user(), database.password())
                    .close();
        }
        assertFree();
        assertThatThrownBy(() -> DriverManager.getConnection(url)).hasMessageContaining("refused");
    }

    @Test
    void itIsStoppedWhenTheApplicationFailsBeforeItTookIt() {
        assertThatThrownBy(() -> application(NeverTaken.class)).hasRootCauseMessage("broken");
        assertFree();
    }

    @Test
    void itIsStoppedWhenTheApplicationFailsAfterItTookIt() {
        assertThatThrownBy(() -> application(Broken.class)).hasRootCauseMessage("broken");
        assertFree();
    }

    @Test
    void aProblemIsSaidAsItIs() {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder, 0)) {
            assertThatThrownBy(() -> StartingDatabase.on(folder, 0).take())
                    .isInstanceOf(DatabaseFolderTaken.class)
                    .hasMessageContaining(folder.toString());
            assertThat(first.url()).isNotEmpty();
        }
    }

    @Test
    void anotherDatabaseLeavesTheFolderAlone() {
        try (var application = application(Nothing.class, "--spring.datasource.url=jdbc:postgresql://crm/crm")) {
            assertThat(application.containsBean("startingDatabase")).isFalse();
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** A new start on it would find a server that was left behind, or the folder taken. */
    private void assertFree() {
        assertThat(folder.resolve("postgresql").resolve("postmaster.pid")).doesNotExist();
        DatabaseFolder again = new DatabaseFolder(folder);
        again.take();
        again.release();
    }

    private ConfigurableApplicationContext application(Class<?> configuration, String... arguments) {
        SpringApplication application = new SpringApplication(configuration);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(
                Map.of("spring.config.location", "optional:classpath:/none/", "trivium.data-dir", folder.toString()));
        return application.run(arguments);
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @Configuration(proxyBeanMethods = false)
    static class NeverTaken {

        @Bean
        Object broken() {
            throw new IllegalStateException("broken");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(EmbeddedDatabaseConfiguration.class)
    static class Broken {

        @Bean
        Object broken(StartingDatabase database) {
            database.take();
            throw new IllegalStateException("broken");
        }
    }
}
