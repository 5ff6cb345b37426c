package org.triviumcrm.shared.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's own programs, called for one cluster: create, start, stop, and what its pid file says. */
final class PostgresServer {

    private static final int MINUTE = 60;
    private static final int ATTEMPTS = 20;
    private static final int LINES_OF_THE_LOG = 12;

    private final PostgresBinaries binaries;
    private final DatabaseFolder folder;
    private final List<String> prefix;

    PostgresServer(PostgresBinaries binaries, DatabaseFolder folder) {
        this.binaries = binaries;
        this.folder = folder;
        this.prefix = asAnotherUser();
    }

    /** Creates an empty cluster that asks everybody for a password. */
    void create() {
        folder.password();
        run(
                binaries.program("initdb"),
                "--pgdata=" + folder.cluster(),
                "--username=" + EmbeddedDatabase.USER,
                "--pwfile=" + folder.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    void start(String settings) {
        try {
            Files.writeString(folder.cluster().resolve("trivium.conf"), settings);
            Path main = folder.cluster().resolve("postgresql.conf");
            String include = "include 'trivium.conf'";
            if (!Files.readString(main).contains(include)) {
                Files.writeString(
                        main, Files.readString(main) + System.lineSeparator() + include + System.lineSeparator());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                control("start", "--log=" + folder.log(), "--wait", "--timeout=" + 5 * MINUTE);
                return;
            } catch (DatabaseProblem problem) {
                // the children of a killed server notice its death one by one
                if (attempt == ATTEMPTS
                        || !String.valueOf(problem.getMessage()).contains("pre-existing shared memory")) {
                    throw problem;
                }
                pause();
            }
        }
    }

    void stop() {
        if (running() != null) {
            control("stop", "--mode=fast", "--wait", "--timeout=" + MINUTE);
        }
    }

    /** The server that has the cluster, or null when none runs; a pid file without its process is stale. */
    @Nullable
    RunningServer running() {
        Path file = folder.cluster().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return null;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 4) {
                return null;
            }
            long pid = Long.parseLong(lines.get(0).strip());
            ProcessHandle process =
                    ProcessHandle.of(pid).filter(ProcessHandle::isAlive).orElse(null);
            if (process == null) {
                return null;
            }
            if (!isOurs(process)) {
                // the number went to another program after a power cut; PostgreSQL would take it for a server
                Files.delete(file);
                return null;
            }
            return new RunningServer(pid, Integer.parseInt(lines.get(3).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it runs from the programs beside our data; another PostgreSQL of this machine does not. */
    private boolean isOurs(ProcessHandle process) throws IOException {
        String programs = folder.binaries().toRealPath().toString();
        return process.info()
                .command()
                .map(command -> command.startsWith(programs))
                .orElse(true);
    }

    record RunningServer(long pid, int port) {}

    private void control(String action, String... options) {
        List<String> command =
                new ArrayList<>(List.of(binaries.program("pg_ctl"), action, "--pgdata=" + folder.cluster()));
        command.addAll(List.of(options));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(command));
        try {
            // output goes to a file: a server that outlives us must not hold a pipe of ours
            Path output = Files.createTempFile(folder.log().getParent(), "command", ".log");
            Process process = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(6L * MINUTE, TimeUnit.SECONDS);
            String said = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new DatabaseProblem(
                        Path.of(command[0]).getFileName() + " failed. " + said.strip() + System.lineSeparator()
                                + endOfTheLog(),
                        "Look for the reason above (disk space, rights, a setting of your own in postgresql.conf); "
                                + "PostgreSQL's whole log is " + folder.log() + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String endOfTheLog() throws IOException {
        if (!Files.exists(folder.log())) {
            return "";
        }
        List<String> lines = Files.readAllLines(folder.log());
        return String.join(
                System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES_OF_THE_LOG), lines.size()));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, and the files stay root's. */
    private static List<String> asAnotherUser() {
        if (PostgresBinaries.isWindows() || !"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        try {
            Process probe = new ProcessBuilder("unshare", "--user", "true").start();
            if (probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0) {
                return List.of("unshare", "--user");
            }
        } catch (IOException e) {
            // no such program: said below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DatabaseProblem(
                "PostgreSQL can't run as root here (user namespaces are switched off).",
                "Start Trivium as another user, or set SPRING_DATASOURCE_URL to a PostgreSQL of your own.");
    }
}
