package org.triviumcrm.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Gives a context its database on the one PostgreSQL of the test run. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final String name;

    /** The database of the tests that roll back. */
    public TestDatabase() {
        this("rolled_back");
    }

    private TestDatabase(String name) {
        this.name = name;
    }

    /** The database of {@link CommittingTest}, emptied after each test. */
    public static class Committed extends TestDatabase {
        public Committed() {
            super("committed");
        }
    }

    /**
     * The database of {@link MailServerTest}, emptied after each test: the jobs of the application that has no mail server, which
     * goes on in the same process, must not do what is to be sent.
     */
    public static class Mailed extends TestDatabase {
        public Mailed() {
            super("mailed");
        }
    }

    /** The database of the browser tests, emptied before each class. */
    public static class Browsed extends TestDatabase {
        public Browsed() {
            super("browsed");
        }
    }

    /**
     * The database of browser tests whose application has settings of its own: its jobs must not be done by the application of the
     * others, which goes on in the same process and has no mail server.
     */
    public static class BrowsedAlone extends TestDatabase {
        public BrowsedAlone() {
            super("browsed_alone");
        }
    }

    /** The database of {@code WaitingJobsTests}, which has no tables but one. */
    public static class Waiting extends TestDatabase {
        public Waiting() {
            super("waiting_jobs");
        }
    }

    /** For tests whose applications run in processes of their own; the database is made when it is not there. */
    public static JdbcClient client(String name) {
        return JdbcClient.create(
                new DriverManagerDataSource(TestServer.database(name), TestServer.user(), TestServer.user()));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + TestServer.database(name),
                        "spring.datasource.username=" + TestServer.user(),
                        "spring.datasource.password=" + TestServer.user(),
                        "spring.datasource.hikari.maximum-pool-size=8",
                        "spring.datasource.hikari.minimum-idle=0",
                        // timers are fired by hand
                        "trivium.approval.engine.jobs=false",
                        "trivium.secret-key=a key for tests that is long enough")
                .applyTo(context);
    }
}
