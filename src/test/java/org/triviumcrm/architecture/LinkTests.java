package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.RequestPath;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.triviumcrm.shared.web.NavigationEntry;
import org.triviumcrm.shared.web.NavigationSource;
import org.triviumcrm.testing.IntegrationTest;
import org.webjars.WebJarVersionLocator;

/** Every link, form and htmx request of the pages, and every redirect, leads to a handler that takes it. */
@IntegrationTest
class LinkTests {

    private static final Pattern REDIRECT = Pattern.compile("redirect:(/[\\w/-]*)(\" \\+)?");

    /** Answered by the security chain; and the rows ticked in a list, for which each button names its own address. */
    private static final List<String> ELSEWHERE =
            List.of("POST /sign-in", "POST /sign-out", "POST /portal/sign-in", "POST /portal/sign-out", "POST /");

    /** A word that only the running page knows. */
    private static final String ANY = "ANY";

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    List<NavigationSource> navigation;

    @Test
    void ofTemplatesLeadSomewhere() throws Exception {
        assertThat(links(Template.all())).hasSizeGreaterThan(150);
        assertThat(dead(links(Template.all()))).isEmpty();
    }

    @Test
    void aDeadOneIsFound() throws Exception {
        assertThat(dead(links(List.of(Template.parse("broken", """
                        <a th:href="@{/sales/boards}"></a><a th:href="@{|/customers/${c.id}/deletion|}"></a>
                        <form method="post" th:action="@{/sales/board}"></form><a hx:post="@{/tasks}"></a>
                        <a th:href="@{/css/none.css}"></a><a th:href="@{|/customers/${c.id}|}"></a>
                        """)))))
                .containsExactly(
                        "GET /sales/boards",
                        "GET /customers/1/deletion",
                        "POST /sales/board",
                        "POST /tasks",
                        "GET /css/none.css");
    }

    @Test
    void ofRedirectsLeadSomewhere() throws Exception {
        List<String> redirects = new ArrayList<>();
        Sources.files(Sources.JAVA, ".java")
                .forEach(file -> REDIRECT.matcher(Sources.text(file))
                        .results()
                        .forEach(redirect -> redirects.add("GET " + redirect.group(1)
                                + (redirect.group(1).endsWith("/") && redirect.group(2) != null ? "1" : ""))));
        assertThat(redirects).hasSizeGreaterThan(20);
        assertThat(dead(redirects)).isEmpty();
    }

    @Test
    void ofTheNavigationLeadSomewhere() throws Exception {
        List<NavigationEntry> entries = navigation.stream()
                .flatMap(source -> Stream.concat(source.entries().stream(), source.creations().stream()))
                .toList();
        assertThat(entries).hasSizeGreaterThan(10);
        assertThat(dead(entries.stream().map(entry -> "GET " + entry.url()).toList()))
                .isEmpty();
    }

    /** Method and path of each, variables filled in. */
    private static List<String> links(Collection<Template> templates) {
        List<String> links = new ArrayList<>();
        for (Template template : templates) {
            for (Template.Element element : template.elements()) {
                element.attributes()
                        .forEach((name, value) -> method(name, element)
                                .ifPresent(method -> Expressions.all('@', value).stream()
                                        .filter(link -> link.matches("\\|?/.*"))
                                        .flatMap(link -> filledIn(link).stream())
                                        .forEach(path -> links.add(method + " " + path))));
            }
        }
        return links;
    }

    private static Optional<String> method(String attribute, Template.Element element) {
        Map<String, String> attributes = element.attributes();
        return switch (attribute) {
            case "th:href", "th:src", "hx:get", "th:data-url" -> Optional.of("GET");
            case "hx:post" -> Optional.of("POST");
            case "th:action" ->
                Optional.of(attributes.getOrDefault("method", "get").toUpperCase(Locale.ROOT));
            case "th:formaction" -> Optional.of("POST");
            default -> Optional.empty();
        };
    }

    /** {@code |/a/${id}/b|(q=1)} becomes /a/1/b; a choice between two words becomes two paths. */
    private static List<String> filledIn(String link) {
        String path = link.startsWith("|") ? link.substring(1, link.lastIndexOf('|')) : link.replaceAll("\\(.*", "");
        List<String> paths = List.of(path.replaceAll("\\?.*\\$\\{.*|\\?[^$']*$", ""));
        for (String variable : Expressions.all('$', paths.get(0))) {
            List<String> values = variable.contains("?")
                    ? Expressions.literals(variable)
                    : List.of(variable.matches("(?i).*id|.*(noun|path)") ? "1" : ANY);
            List<String> filled = new ArrayList<>();
            paths.forEach(one -> values.forEach(value -> filled.add(one.replace("${" + variable + "}", value))));
            paths = filled;
        }
        return paths.stream().map(one -> one.replaceAll("\\{\\w+}", "1")).toList();
    }

    private List<String> dead(List<String> links) throws Exception {
        List<String> dead = new ArrayList<>();
        for (String link : links) {
            String[] parts = link.split(" ");
            if (!ELSEWHERE.contains(link) && !isFile(parts[1]) && !isHandled(parts[0], parts[1])) {
                dead.add(link);
            }
        }
        return dead;
    }

    private boolean isHandled(String method, String path) throws Exception {
        if (path.contains(ANY)) {
            return Endpoint.everywhere(requestMappingHandlerMapping).stream()
                    .filter(endpoint -> endpoint.method().name().equals(method))
                    .anyMatch(endpoint ->
                            endpoint.pattern().replaceAll("\\{[^/]*}", "1").matches(path.replace(ANY, "[^/]+")));
        }
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.setParsedRequestPath(RequestPath.parse(path, ""), request);
        try {
            HandlerExecutionChain handler = requestMappingHandlerMapping.getHandler(request);
            return handler != null;
        } catch (HttpRequestMethodNotSupportedException e) {
            return false;
        }
    }

    /** Of ours, or out of a WebJar, whose version the application adds. */
    private static boolean isFile(String path) {
        Matcher webjar = Pattern.compile("/webjars/([^/]+)/(.*)").matcher(path);
        return webjar.matches()
                ? webjarHolds(webjar.group(1), webjar.group(2))
                : path.matches(".*\\.\\w+") && new ClassPathResource("static" + path).exists();
    }

    private static boolean webjarHolds(String name, String file) {
        return new WebJarVersionLocator().fullPath(name, file) != null;
    }
}
