package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.Options;
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

    /** Writes the pages anew that have fallen behind, and fails so that they are committed. */
    @Test
    void pagesAreUpToDate(@TempDir Path folder) throws IOException {
        new Documenter(MODULES, Options.defaults().withOutputFolder(folder.toString())).writeDocumentation();
        Map<String, List<String>> wanted = pages(folder);
        Map<String, List<String>> present = pages(PAGES);
        for (String page : present.keySet()) {
            if (!wanted.containsKey(page)) {
                Files.delete(PAGES.resolve(page));
            }
        }
        for (var page : wanted.entrySet()) {
            if (!page.getValue().equals(present.get(page.getKey()))) {
                Files.write(PAGES.resolve(page.getKey()), page.getValue());
            }
        }
        assertThat(present)
                .as("the pages in %s, which have just been written anew", PAGES)
                .isEqualTo(wanted);
    }

    @Test
    void pagesDoNotFollowTheOrderInWhichClassesAreRead() {
        List<String> one = List.of("|Uses", "|* `b`", "* `a`", "|===", "Rel(B, A)", "Rel(A, B)", "", "Rel(0)");
        List<String> other = List.of("|Uses", "|* `a`", "* `b`", "|===", "Rel(A, B)", "Rel(B, A)", "", "Rel(0)");
        assertThat(ordered(one)).isEqualTo(ordered(other)).isEqualTo(other);
        assertThat(ordered(List.of("x", "Rel(A, B)"))).isNotEqualTo(ordered(List.of("Rel(A, B)", "x")));
    }

    private static Map<String, List<String>> pages(Path folder) throws IOException {
        Map<String, List<String>> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                pages.put(file.getFileName().toString(), ordered(Files.readAllLines(file)));
            }
        }
        return pages;
    }

    /** Arrows, boxes and list items that stand together in the order of the alphabet; all else as it is. */
    private static List<String> ordered(List<String> lines) {
        List<String> ordered = new ArrayList<>();
        List<String> run = new ArrayList<>();
        for (String line : lines) {
            boolean goesOn = !run.isEmpty() && kind(line).equals(kind(run.get(0))) && !line.startsWith("|");
            if (!goesOn) {
                add(ordered, run);
            }
            if (kind(line).isEmpty()) {
                ordered.add(line);
            } else {
                run.add(line);
            }
        }
        add(ordered, run);
        return ordered;
    }

    private static void add(List<String> ordered, List<String> run) {
        boolean cell = !run.isEmpty() && run.get(0).startsWith("|");
        List<String> sorted =
                run.stream().map(line -> line.replaceFirst("^\\|", "")).sorted().toList();
        for (int at = 0; at < sorted.size(); at++) {
            ordered.add((cell && at == 0 ? "|" : "") + sorted.get(at));
        }
        run.clear();
    }

    /** What lines must have in common to be exchangeable; empty for those that are not. */
    private static String kind(String line) {
        Matcher start = Pattern.compile("^(\\|?\\* |Rel\\(| *Component\\()").matcher(line);
        return start.find() ? start.group().replace("|", "") : "";
    }
}
