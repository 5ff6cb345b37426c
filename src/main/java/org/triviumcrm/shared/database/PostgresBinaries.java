package org.triviumcrm.shared.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.DigestUtils;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once beside the data and again when the application brings others. */
final class PostgresBinaries {

    private static final Set<PosixFilePermission> PROGRAM = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Unpacks into a folder below {@code parent} that is named after the content. */
    static PostgresBinaries unpack(Path parent) {
        try {
            Path folder = parent.resolve(hash());
            if (!Files.exists(folder)) {
                Path half = parent.resolve("unpacking");
                FileSystemUtils.deleteRecursively(parent);
                Files.createDirectories(half);
                unpackTo(half);
                Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new DatabaseProblem(
                    "PostgreSQL's programs can't be unpacked to " + parent + ": " + e,
                    "They take about 70 MB, and programs must be allowed to run there. Then start again.",
                    e);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name + (isWindows() ? ".exe" : "")).toString();
    }

    static boolean isWindows() {
        return system().equals("Windows");
    }

    private static String hash() throws IOException {
        try (InputStream archive = open()) {
            return DigestUtils.md5DigestAsHex(archive).substring(0, 12);
        }
    }

    private static void unpackTo(Path folder) throws IOException {
        try (TarArchiveInputStream archive =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open())))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("Entry outside of the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(archive, target);
                    if (!isWindows() && (entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(target, PROGRAM);
                    }
                }
            }
        }
        if (!Files.exists(folder.resolve("bin"), LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("No programs in the archive");
        }
    }

    private static InputStream open() throws IOException {
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system(), ArchUtils.normalize(System.getProperty("os.arch")));
    }

    private static String system() {
        String name = System.getProperty("os.name");
        if (name.startsWith("Windows")) {
            return "Windows";
        }
        return name.startsWith("Mac") ? "Darwin" : "Linux";
    }
}
