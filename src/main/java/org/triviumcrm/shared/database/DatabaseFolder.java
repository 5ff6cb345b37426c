package org.triviumcrm.shared.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything of the embedded database. One application at a time has it. */
final class DatabaseFolder {

    /** initdb calls its neighbours through a shell, between double quotes. */
    private static final Pattern READ_BY_A_SHELL = Pattern.compile("[$`\"\\n\\r]");

    private final Path root;
    private @Nullable FileChannel lockFile;
    private @Nullable FileLock lock;

    DatabaseFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Takes the folder for this process; the lock falls with the process, however it dies. */
    void take() {
        if (READ_BY_A_SHELL.matcher(root.toString()).find()) {
            throw new DatabaseProblem(
                    "PostgreSQL's programs can't work in a folder with $, `, \" or a line break in its name: " + root,
                    "Name another one: --trivium.data-dir=<folder>.");
        }
        try {
            createPrivate(root);
            lockFile =
                    FileChannel.open(root.resolve("trivium.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new DatabaseFolderTaken(root, holder());
        } catch (IOException e) {
            throw new DatabaseProblem(
                    "The data folder " + root + " can't be used: " + e,
                    "Give the user " + System.getProperty("user.name") + " the folder, or name another one: "
                            + "--trivium.data-dir=<folder>.",
                    e);
        }
        if (lock == null) {
            throw new DatabaseFolderTaken(root, holder());
        }
        write(
                root.resolve("trivium.pid"),
                String.valueOf(ProcessHandle.current().pid()));
    }

    void release() {
        try {
            if (lock != null) {
                lock.release();
            }
            if (lockFile != null) {
                lockFile.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where PostgreSQL keeps its files. */
    Path cluster() {
        return root.resolve("postgresql");
    }

    Path binaries() {
        return root.resolve("binaries");
    }

    Path log() {
        return root.resolve("postgresql.log");
    }

    boolean hasCluster() {
        return Files.exists(cluster().resolve("PG_VERSION")) && Files.exists(passwordFile());
    }

    /** Major version of the data, such as 18. */
    String clusterVersion() {
        return read(cluster().resolve("PG_VERSION"));
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    /** The password of the database, made up when the folder is new. */
    String password() {
        if (!Files.exists(passwordFile())) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            write(passwordFile(), HexFormat.of().formatHex(random));
        }
        return read(passwordFile());
    }

    private String holder() {
        Path file = root.resolve("trivium.pid");
        return Files.exists(file) ? read(file) : "?";
    }

    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Readable for the owner only, where the file system knows owners. */
    static void write(Path file, String text) {
        try {
            if (isPosix() && !Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (isPosix()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
