package org.triviumcrm.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.boot.SpringApplication;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of a test run, started once: a container where a Docker engine answers (image: system property
 * {@code trivium.test.postgres-image}), else an embedded one; an embedded one of another version where the system
 * property {@code trivium.test.postgresql} names it. All are fast and forgetful; they hold nothing real.
 */
final class TestServer {

    private static final String USER = "postgres";
    private static final TestServer INSTANCE = start();

    private final String urlOfDatabases;

    private TestServer(String urlOfDatabases) {
        this.urlOfDatabases = urlOfDatabases;
    }

    /** The JDBC address of a database, made when it is not there. */
    static synchronized String database(String name) {
        try (Connection connection = DriverManager.getConnection(INSTANCE.url("postgres"), USER, USER);
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return INSTANCE.url(name);
                }
            }
            statement.execute("create database " + name);
            // tests write opportunities as they need them; those that are about the guard say so, see ExitTests
            statement.execute("alter database " + name + " set trivium.passage = 'TEST'");
            // so that plans which tests look at are the product's
            statement.execute("alter database " + name + " set random_page_cost = 1.1");
            statement.execute("alter database " + name + " set jit = off");
            return INSTANCE.url(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String user() {
        return USER;
    }

    private String url(String database) {
        return urlOfDatabases + database;
    }

    private static TestServer start() {
        String version = System.getProperty("trivium.test.postgresql");
        if (version != null) {
            return startEmbedded(EmbeddedPostgres.builder().setPgBinaryResolver(new UnpackedPostgres(version)))
                    .mustBe(version);
        }
        return dockerAnswers() ? startContainer() : startEmbedded(EmbeddedPostgres.builder());
    }

    @SuppressWarnings("resource") // lives as long as the test run
    private static TestServer startContainer() {
        String image = System.getProperty("trivium.test.postgres-image", "postgres:18");
        PostgreSQLContainer container = new PostgreSQLContainer(
                        org.testcontainers.utility.DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                .withUsername(USER)
                .withPassword(USER)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        container.start();
        stopLast(container::stop);
        return new TestServer("jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/");
    }

    @SuppressWarnings("resource") // lives as long as the test run
    private static TestServer startEmbedded(EmbeddedPostgres.Builder builder) {
        try {
            EmbeddedPostgres server = builder.setRegisterShutdownHook(false).start();
            stopLast(() -> {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return new TestServer("jdbc:postgresql://localhost:" + server.getPort() + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the applications: what of them still asks the database would wait half a minute for it. */
    private static void stopLast(Runnable stop) {
        SpringApplication.getShutdownHandlers().add(stop);
    }

    /** A run that means to prove a version must not pass on another one. */
    private TestServer mustBe(String version) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, USER)) {
            String found = connection.getMetaData().getDatabaseProductVersion();
            if (!version.startsWith(found.split(" ")[0] + ".")) {
                throw new IllegalStateException("PostgreSQL " + version + " was asked for, " + found + " runs");
            }
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks for the engine's door first: asking the library where there is none takes seconds. */
    private static boolean dockerAnswers() {
        boolean door = System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"));
        return door && DockerClientFactory.instance().isDockerAvailable();
    }
}
