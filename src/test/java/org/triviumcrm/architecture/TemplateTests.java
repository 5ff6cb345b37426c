package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Templates are whole, short, hold neither scripts nor styles, and name only fragments and icons that are there. */
class TemplateTests {

    private static final int LINES = 160;
    private static final Map<String, Template> TEMPLATES =
            Template.all().stream().collect(Collectors.toMap(Template::name, Function.identity()));
    private static final Pattern REFERENCE =
            Pattern.compile("\\s*([\\w/-]*)\\s*::\\s*([#\\w-]+)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern VIEW = Pattern.compile("([a-z-]+(?:/[a-z-]+){1,2})(?: :: ([\\w#-]+))?");

    @Test
    void areShort() {
        assertThat(Sources.longerThan(LINES, Template.FOLDER, ".html")).isEmpty();
    }

    @Test
    void anElementThatIsNotClosedIsFound() {
        assertThatThrownBy(() -> Template.parse("broken", "<p><b>text</p>")).hasMessageContaining("broken");
        assertThatThrownBy(() -> Template.parse("broken", "<p>text</p></div>")).hasMessageContaining("broken");
    }

    @Test
    void holdNoScriptsAndStyles() {
        assertThat(unsafe(TEMPLATES.values())).isEmpty();
        assertThat(unsafe(List.of(Template.parse("broken", """
                <p style="color: red" onclick="go()" th:onclick="go()" th:utext="${html}" th:styleappend="${x}"></p>
                <p>[(${html})]</p>
                <style>p { }</style>
                <script>go()</script>
                """)))).hasSize(8);
    }

    @Test
    void nameFragmentsThatAreThere() {
        assertThat(wrongReferences(TEMPLATES.values())).isEmpty();
        assertThat(wrongReferences(List.of(Template.parse("broken", """
                        <p th:replace="~{fragments/none :: header}"></p>
                        <p th:replace="~{fragments/page :: headers(1, 2, 3)}"></p>
                        <p th:replace="~{fragments/page :: header(1, ~{::#none})}"></p>
                        """))))
                .containsExactly(
                        "broken: fragments/none",
                        "broken: fragments/page :: headers",
                        "broken: fragments/page :: header takes 3",
                        "broken: broken :: #none");
    }

    @Test
    void areThereForEveryView() {
        List<String> missing = new ArrayList<>();
        for (Path file : Sources.files(Sources.JAVA, "Controller.java")) {
            missing.addAll(missingViews(JavaText.literals(Sources.text(file))));
        }
        assertThat(missing).isEmpty();
        assertThat(missingViews(Set.of("sales/opportunity/none", "sales/board/board :: none")))
                .containsExactlyInAnyOrder("sales/opportunity/none", "sales/board/board :: none");
    }

    @Test
    void useTheIconsOnOffer() {
        Set<String> offered = Set.copyOf(
                Sources.text(Sources.RESOURCES.resolve("icons.txt")).lines().toList());
        assertThat(icons(TEMPLATES.values())).hasSizeGreaterThan(20).isSubsetOf(offered);
        assertThat(icons(List.of(Template.parse("broken", """
                        <svg kit:icon="${kind == 'x' ? 'none' : 'nothing'}"></svg><svg kit:icon="missing"></svg>"""))))
                .containsExactlyInAnyOrder("none", "nothing", "missing");
    }

    private static List<String> unsafe(Collection<Template> templates) {
        List<String> found = new ArrayList<>();
        for (Template template : templates) {
            for (Template.Element element : template.elements()) {
                element.attributes().keySet().stream()
                        .filter(name -> name.matches("(th:)?(style(append|prepend)?|on.*)|th:utext|th:inline"))
                        .forEach(name -> found.add(template.name() + ":" + element.line() + " " + name));
                boolean hasSource = element.attributes().keySet().stream().anyMatch(name -> name.matches("(th:)?src"));
                if (element.name().equals("style") || element.name().equals("script") && !hasSource) {
                    found.add(template.name() + ":" + element.line() + " " + element.name());
                }
            }
            template.texts().stream()
                    .filter(text -> text.text().contains("[("))
                    .forEach(text -> found.add(template.name() + ":" + text.line() + " [("));
        }
        return found;
    }

    private static List<String> wrongReferences(Collection<Template> templates) {
        List<String> wrong = new ArrayList<>();
        for (Template template : templates) {
            for (String expression : Expressions.all('~', template.source())) {
                Matcher reference = REFERENCE.matcher(expression);
                if (reference.matches()) {
                    check(template, reference).ifPresent(problem -> wrong.add(template.name() + ": " + problem));
                }
            }
        }
        return wrong;
    }

    private static Optional<String> check(Template template, Matcher reference) {
        String file = reference.group(1).isEmpty() ? template.name() : reference.group(1);
        Template target = file.equals(template.name()) ? template : TEMPLATES.get(file);
        if (target == null) {
            return Optional.of(file);
        }
        List<String> parameters = target.fragment(reference.group(2));
        if (parameters == null) {
            return Optional.of(file + " :: " + reference.group(2));
        }
        int given = Expressions.arguments(reference.group(3)).size();
        return given == parameters.size()
                ? Optional.empty()
                : Optional.of(file + " :: " + reference.group(2) + " takes " + parameters.size());
    }

    private static List<String> missingViews(Collection<String> literals) {
        return literals.stream()
                .filter(literal -> {
                    Matcher view = VIEW.matcher(literal);
                    if (!view.matches()) {
                        return false;
                    }
                    Template template = TEMPLATES.get(view.group(1));
                    return template == null || view.group(2) != null && template.fragment(view.group(2)) == null;
                })
                .toList();
    }

    private static Set<String> icons(Collection<Template> templates) {
        Set<String> icons = new HashSet<>();
        for (Template template : templates) {
            for (Template.Element element : template.elements()) {
                String icon = element.attributes().getOrDefault("kit:icon", "");
                icons.addAll(icon.contains("$") ? chosen(icon) : Set.of(icon));
            }
        }
        icons.remove("");
        return icons;
    }

    /** What an argument can become: a literal itself, or what stands behind {@code ?} and {@code :}. */
    private static List<String> chosen(String argument) {
        List<String> parts = List.of(argument.split("[?:]"));
        return Expressions.literals(parts.size() == 1 ? argument : String.join(" ", parts.subList(1, parts.size())));
    }
}
