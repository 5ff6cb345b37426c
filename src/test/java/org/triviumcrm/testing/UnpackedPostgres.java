package org.triviumcrm.testing;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Programs of another PostgreSQL, which the build has put into {@code target/postgresql-<version>}; on the class path
 * they would be mixed up with those that come along.
 *
 * @param version of the binaries' package, such as 14.23.0
 */
record UnpackedPostgres(String version) implements PgBinaryResolver {

    @Override
    public InputStream getPgBinary(String system, String machine) throws IOException {
        Path archive = Path.of("target", "postgresql-" + version)
                .resolve("postgres-%s-%s.txz".formatted(system.toLowerCase(), machine));
        if (!Files.exists(archive)) {
            throw new IOException(archive + " is missing: run this through Maven, which fetches it");
        }
        return Files.newInputStream(archive);
    }
}
