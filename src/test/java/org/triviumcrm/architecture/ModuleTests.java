package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.Options;
import org.springframework.util.FileSystemUtils;
import org.triviumcrm.Trivium;

/** Modules use only what they declare, and of others only their root packages; their pages are up to date. */
class ModuleTests {

    private static final Path PAGES = Path.of("docs", "modules");
    private static final ApplicationModules MODULES = ApplicationModules.of(Trivium.class);

    @Test
    void useOnlyWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void aLookBehindTheRootOfAnotherModuleIsFound() {
        ApplicationModules broken =
                ApplicationModules.of("counterexample.modules", new ImportOption.OnlyIncludeTests());
        assertThatThrownBy(broken::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("Nosy")
                .hasMessageContaining("Hidden");
    }

    /** Writes pages anew when they have fallen behind, and fails so that they are committed. */
    @Test
    void pagesAreUpToDate(@TempDir Path folder) throws IOException {
        write(folder);
        var before = pages(PAGES);
        if (!before.equals(pages(folder))) {
            FileSystemUtils.deleteRecursively(PAGES);
            write(PAGES);
        }
        assertThat(before)
                .as("the pages in %s, which have just been written anew", PAGES)
                .isEqualTo(pages(folder));
    }

    private static void write(Path folder) {
        new Documenter(MODULES, Options.defaults().withOutputFolder(folder.toString())).writeDocumentation();
    }

    /** Each page with its lines in order of the alphabet: theirs follows the order in which classes are read. */
    private static Map<String, List<String>> pages(Path folder) throws IOException {
        Map<String, List<String>> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                pages.put(
                        file.getFileName().toString(),
                        Files.readAllLines(file).stream().sorted().toList());
            }
        }
        return pages;
    }
}
