package org.triviumcrm.shared.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of the application's own on a folder: {@link #start} finds the server in whatever state the last run left
 * it (stopped, orphaned, killed) and gives a running one.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String USER = "trivium";
    private static final String NAME = "postgres";
    private static final String MAJOR = "18";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final DatabaseFolder folder;
    private final PostgresServer server;
    private final int port;
    private boolean closed;

    private EmbeddedDatabase(DatabaseFolder folder, PostgresServer server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /**
     * Takes the folder and starts the server on it, or adopts one that outlived its application.
     *
     * @param root created when missing
     * @param wantedPort TCP port on the loopback address; 0 for any free one
     * @throws DatabaseProblem when that can't be; {@link DatabaseFolderTaken} when another application has the folder
     */
    public static EmbeddedDatabase start(Path root, int wantedPort) {
        DatabaseFolder folder = new DatabaseFolder(root);
        folder.take();
        try {
            PostgresServer server = new PostgresServer(PostgresBinaries.unpack(folder.binaries()), folder);
            if (!folder.hasCluster()) {
                LOG.info("Creating the database in {}", folder.cluster());
                removeHalfACluster(folder);
                server.create();
            }
            if (!folder.clusterVersion().equals(MAJOR)) {
                throw new DatabaseProblem(
                        "The data in " + folder.cluster() + " is of PostgreSQL " + folder.clusterVersion()
                                + ", and this release brings PostgreSQL " + MAJOR + ". Nothing was changed.",
                        "See \"Upgrading PostgreSQL\" in docs/operations.md.");
            }
            return open(folder, server, wantedPort);
        } catch (RuntimeException e) {
            folder.release();
            throw e;
        }
    }

    private static EmbeddedDatabase open(DatabaseFolder folder, PostgresServer server, int wantedPort) {
        PostgresServer.RunningServer orphan = server.running();
        if (orphan != null) {
            EmbeddedDatabase adopted = new EmbeddedDatabase(folder, server, orphan.port());
            boolean portFits = wantedPort == 0 || wantedPort == orphan.port();
            if (portFits && adopted.answersForItsFolder()) {
                LOG.info("Taking over the PostgreSQL (process {}) that the last run left behind", orphan.pid());
                adopted.watch();
                return adopted;
            }
            LOG.info("Stopping the PostgreSQL (process {}) that the last run left behind", orphan.pid());
            server.stop();
        }
        int port = free(wantedPort);
        server.start(PostgresSettings.forThisMachine(port).text());
        LOG.info("PostgreSQL {} runs on port {}, its files are in {}", MAJOR, port, folder.cluster());
        EmbeddedDatabase started = new EmbeddedDatabase(folder, server, port);
        started.watch();
        return started;
    }

    /** Starts the server again when it dies although nobody stopped it, such as for want of memory. */
    private void watch() {
        PostgresServer.RunningServer running = server.running();
        if (running != null) {
            ProcessHandle.of(running.pid())
                    .ifPresent(process -> process.onExit().thenRunAsync(this::startAgain));
        }
    }

    private synchronized void startAgain() {
        if (closed) {
            return;
        }
        LOG.warn("PostgreSQL has ended although nobody stopped it; starting it again");
        try {
            server.start(PostgresSettings.forThisMachine(port).text());
            watch();
        } catch (RuntimeException e) {
            LOG.error("PostgreSQL can't be started again; stop Trivium and see to the reason", e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME + "?reWriteBatchedInserts=true";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return folder.password();
    }

    /** Stops the server after its running transactions were rolled back, and gives the folder free. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            server.stop();
        } finally {
            folder.release();
        }
    }

    private boolean answersForItsFolder() {
        try (Connection connection = DriverManager.getConnection(url(), user(), password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            return row.next() && Files.isSameFile(Path.of(row.getString(1)), folder.cluster());
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    /** What initdb left when it was killed half way: there is no data in it yet. */
    private static void removeHalfACluster(DatabaseFolder folder) {
        try {
            if (Files.exists(folder.cluster().resolve("PG_VERSION"))
                    && Files.exists(folder.cluster().resolve("trivium.conf"))) {
                throw new DatabaseProblem(
                        "There is data in " + folder.cluster() + " but its password file " + folder.passwordFile()
                                + " is missing.",
                        "Put it back from your backup.");
            }
            FileSystemUtils.deleteRecursively(folder.cluster());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The wanted port, or any free one for 0. */
    private static int free(int wantedPort) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wantedPort));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseProblem(
                    "The embedded database can't have port " + wantedPort + ": " + e.getMessage(),
                    "Name another one, --trivium.database.port=<port>, or none: then it takes any free one.",
                    e);
        }
    }
}
