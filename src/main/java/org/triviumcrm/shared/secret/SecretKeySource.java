package org.triviumcrm.shared.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What secrets are encrypted with: {@code trivium.secret-key}, the same for all nodes. An installation with the embedded database has
 * one node, and keeps a key of its own beside the database, in {@code secret.key}.
 */
@Component
class SecretKeySource {

    static final String PROPERTY = "trivium.secret-key";

    private static final int SHORTEST = 16;
    private static final int LENGTH = 32;

    private final Environment environment;

    SecretKeySource(Environment environment) {
        this.environment = environment;
    }

    /** Empty when none is set and there is nowhere to keep one. */
    Optional<String> find() {
        String set = environment.getProperty(PROPERTY, "").strip();
        if (set.length() >= SHORTEST) {
            return Optional.of(set);
        }
        boolean embedded =
                environment.getProperty("spring.datasource.url", "embedded").equalsIgnoreCase("embedded");
        return embedded && set.isEmpty() ? Optional.of(kept()) : Optional.empty();
    }

    private String kept() {
        Path file =
                Path.of(environment.getProperty("trivium.data-dir", "./data")).resolve("secret.key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[LENGTH];
        new SecureRandom().nextBytes(random);
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(random));
            } else {
                Files.writeString(file, HexFormat.of().formatHex(random), StandardOpenOption.CREATE_NEW);
            }
        } catch (FileAlreadyExistsException e) {
            // somebody else has made one in the meantime, which counts
        }
    }
}
