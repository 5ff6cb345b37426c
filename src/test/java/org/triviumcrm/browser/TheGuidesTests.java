package org.triviumcrm.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.setup.SetupService;
import org.triviumcrm.identity.setup.StartCompany;

/**
 * Walks through the pages that the guides explain, in each language, takes their pictures, and finds English texts on
 * Chinese pages. Every picture that a guide shows is taken here.
 */
class TheGuidesTests extends BrowserTest {

    private static final String PASSWORD = "a long enough sentence";
    private static final String DEMO_PASSWORD = "four kites above the dunes";

    /** A page, its picture, and who looks at it. */
    private record Sight(String who, String picture, String path) {}

    private static final List<Sight> SIGHTS = List.of(
            new Sight("representative", "home", "/"),
            new Sight("representative", "board", "/sales/board"),
            new Sight("representative", "opportunity", "/sales/opportunities first"),
            new Sight("representative", "customers", "/customers"),
            new Sight("representative", "tasks", "/tasks"),
            new Sight("representative", "account", "/account"),
            new Sight("representative", "sessions", "/account/sessions"),
            new Sight("manager", "funnel", "/sales/funnel"),
            new Sight("manager", "figures", "/insight/figures"),
            new Sight("manager", "opportunities", "/sales/opportunities"),
            new Sight("manager", "key-customers", "/customers/value"),
            new Sight("manager", "who-moved", "/customers/value/moves"),
            new Sight("agent", "tickets", "/support/tickets"),
            new Sight("agent", "ticket", "/support/tickets first"),
            new Sight("administrator", "service-report", "/insight/tickets?from=2026-01-01&to=2026-12-31&cut=TYPE"),
            new Sight("administrator", "people", "/administration/people"),
            new Sight("administrator", "person", "/administration/people/new"),
            new Sight("administrator", "teams", "/administration/teams"),
            new Sight("administrator", "roles", "/administration/roles"),
            new Sight("administrator", "role", "/administration/roles second"),
            new Sight("administrator", "pipelines", "/administration/pipelines"),
            new Sight("administrator", "stage", "/administration/pipelines first"),
            new Sight("administrator", "lost-reasons", "/administration/lost-reasons"),
            new Sight("administrator", "rates", "/administration/rates"),
            new Sight("administrator", "products", "/sales/products"),
            new Sight("administrator", "imports", "/imports"),
            new Sight("administrator", "log", "/administration/log"),
            new Sight("administrator", "changes", "/administration/log/changes"));

    private static final Map<String, Map<String, String>> PEOPLE = Map.of(
            "en",
                    Map.of(
                            "representative",
                            "priya.raman",
                            "manager",
                            "margaret.ellison",
                            "agent",
                            "owen.hughes",
                            "administrator",
                            "alex"),
            "zh",
                    Map.of(
                            "representative",
                            "wang.haitao",
                            "manager",
                            "zhou.jianguo",
                            "agent",
                            "he.xin",
                            "administrator",
                            "alex"));

    @Autowired
    JdbcClient database;

    @BeforeAll
    void company(@Autowired SetupService setup) throws IOException {
        setup.start(new StartCompany(
                "Harbour and Vale",
                "GBP",
                "en",
                "Europe/London",
                "Alex Administrator",
                "alex",
                null,
                PASSWORD,
                true,
                DEMO_PASSWORD));
        for (String language : PEOPLE.keySet()) {
            Files.createDirectories(Path.of("docs", "guide", "pictures", language));
        }
        customersAreReckoned();
    }

    /** By a job that runs each minute. */
    private void customersAreReckoned() {
        for (int second = 0; second < 180; second++) {
            if (database.sql("select exists (select 1 from value_move)")
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("Nobody has reckoned what customers bring");
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyPageOfTheGuidesOpensAndSpeaksOneLanguage(String language) {
        database.sql("update person set locale = ? where sign_in_name = 'alex'")
                .param(language.equals("zh") ? "zh-CN" : "en")
                .update();
        Set<String> shown = shown();
        List<Pattern> english = language.equals("zh") ? englishTexts() : List.of();
        List<String> data = database.sql(
                        "select name from pipeline union select name from stage union select name from lost_reason"
                                + " union select suspend_reason from opportunity_aud where suspend_reason is not null"
                                + " union select name from opportunity_pool union select name from marketing_term"
                                + " union select name from campaign union select name from ticket union select name from ticket_queue"
                                + " union select name from quote union select name from contract union select name from ticket_type union select name from business_calendar union select title from article_text"
                                + " union select regexp_replace(unnest(array[description, products, strengths, weaknesses, answers]), '\\s+', ' ', 'g') from competitor"
                                + " union select regexp_replace(trim(body), '\\s+', ' ', 'g') from article_text union select 'English'")
                .query(String.class)
                .list();
        List<String> leaks = new ArrayList<>();
        String who = "";
        for (Sight sight : SIGHTS) {
            if (!sight.who().equals(who)) {
                who = sight.who();
                openWindow();
                signIn(PEOPLE.get(language).get(who), who.equals("administrator") ? PASSWORD : DEMO_PASSWORD);
            }
            open(sight);
            assertThat(page.locator("h1").count()).as(sight.path()).isPositive();
            if (shown.contains(sight.picture())) {
                picture(language + "/" + sight.picture());
            }
            if (language.equals("zh")) {
                texts().stream()
                        .filter(text -> !data.contains(text))
                        .filter(text -> english.stream()
                                .anyMatch(message -> message.matcher(text).matches()))
                        .forEach(text -> leaks.add(sight.picture() + ": " + text));
            }
        }
        assertThat(leaks).as("English on Chinese pages").isEmpty();
    }

    /** Dark, and as narrow as a phone. */
    @Test
    void everyPageFitsAPhoneInTheDark() {
        onAPhone();
        signIn("alex", PASSWORD);
        database.sql("update person set theme = 'dark' where sign_in_name = 'alex'")
                .update();
        List<String> violations = new ArrayList<>();
        for (Sight sight : SIGHTS) {
            open(sight);
            screenshot("phone-" + sight.picture());
            assertFits();
            assertThat(page.locator(".empty").count() == 0
                            || page.locator("main tbody tr").count() == 0)
                    .as("%s is not empty and full at once", sight.path())
                    .isTrue();
            violations().forEach(violation -> violations.add(sight.path() + ": " + violation));
        }
        assertThat(violations).isEmpty();
    }

    /** What finds no English on an English page would find none anywhere. */
    @Test
    void theSearchForEnglishFindsIt() {
        visit("/sign-in");

        assertThat(texts())
                .contains("Sign in", "Password")
                .anyMatch(text -> englishTexts().stream()
                        .anyMatch(message -> message.matcher(text).matches()));
    }

    @Test
    void everyPictureInTheGuidesIsTaken() {
        assertThat(shown())
                .hasSizeGreaterThan(5)
                .isSubsetOf(Stream.of(
                                SIGHTS.stream().map(Sight::picture),
                                ApprovalJourneyTests.PICTURES.stream(),
                                WorkingTogetherTests.PICTURES.stream(),
                                ThePoolTests.PICTURES.stream(),
                                ATargetIsMinedTests.PICTURES.stream(),
                                LeadsAreScoredTests.PICTURES.stream(),
                                TheMarketIsMappedTests.PICTURES.stream(),
                                TheMedicineCompanyTests.PICTURES.stream())
                        .flatMap(pictures -> pictures)
                        .toList());
    }

    /** The pictures that the guides show. */
    private static Set<String> shown() {
        try (Stream<Path> guides = Files.list(Path.of("docs", "guide"))) {
            return guides.filter(guide -> guide.toString().endsWith(".md"))
                    .flatMap(guide -> Pattern.compile("[(\"]pictures/(?:en|zh)/([a-z-]+)\\.png[)\"]")
                            .matcher(read(guide))
                            .results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path, and which of the records that it lists to open. */
    private void open(Sight sight) {
        String[] parts = sight.path().split(" ");
        visit(parts[0]);
        if (parts.length == 2) {
            Locator records = page.locator("main table tbody tr");
            Locator record = parts[1].equals("first") ? records.first() : records.nth(1);
            record.locator("a[href^='/']").first().click();
        }
        settle();
    }

    /** Everything that the page says, to eyes and to screen readers. */
    @SuppressWarnings("unchecked")
    private List<String> texts() {
        return (List<String>) page.evaluate("""
                () => {
                    const said = [];
                    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
                    while (walker.nextNode()) {
                        if (!walker.currentNode.parentElement.closest("script, style")) {
                            said.push(walker.currentNode.textContent.trim().replace(/\\s+/g, " "));
                        }
                    }
                    for (const name of ["aria-label", "title", "placeholder", "data-confirm", "data-label"]) {
                        document.querySelectorAll(`[${name}]`).forEach((each) => said.push(each.getAttribute(name)));
                    }
                    return said.filter((text) => text);
                }""");
    }

    /** Each English message that is not the same in Chinese; the names that demo data and first runs write are data. */
    private static List<Pattern> englishTexts() {
        Map<String, String> chinese = messages("_zh_CN");
        return messages("").entrySet().stream()
                .filter(message -> !message.getKey().contains(".seed."))
                .map(Map.Entry::getValue)
                .filter(text -> text.replaceAll("\\{[^}]*}|[^A-Za-z]", "").length() > 3)
                .filter(text -> !chinese.containsValue(text))
                .map(text -> Pattern.compile(Stream.of(text.split("\\{[^}]*}", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"))))
                .toList();
    }

    private static Map<String, String> messages(String language) {
        Properties all = new Properties();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath:/messages/*" + language + ".properties");
            for (Resource file : files) {
                if (language.isEmpty() == !String.valueOf(file.getFilename()).contains("_")) {
                    try (InputStream content = file.getInputStream()) {
                        all.load(new InputStreamReader(content, StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, all::getProperty));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
