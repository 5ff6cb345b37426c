package org.triviumcrm.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project as text, as seen from its root, where the tests run. */
final class Sources {

    static final Path JAVA = Path.of("src", "main", "java");
    static final Path RESOURCES = Path.of("src", "main", "resources");

    private Sources() {}

    /** All files below a folder with this ending, in order. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files below a folder with this ending and more lines than allowed. */
    static List<Path> longerThan(int lines, Path folder, String ending) {
        return files(folder, ending).stream()
                .filter(file -> text(file).lines().count() > lines)
                .toList();
    }
}
