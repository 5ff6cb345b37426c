package org.triviumcrm.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.EmptyDatabase;
import org.triviumcrm.testing.SampleFlows;
import org.triviumcrm.testing.TestDatabase;

/**
 * The running application in a real browser. Each class begins with an empty database; each test has a fresh window
 * ({@link #page}) whose scripts must not fail.
 */
@Tag("browser")
@ExtendWith(BrowserFound.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({Accounts.class, SampleFlows.class})
@ContextConfiguration(initializers = TestDatabase.Browsed.class)
@TestExecutionListeners(listeners = EmptyDatabase.BeforeEachClass.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@TestInstance(Lifecycle.PER_CLASS)
public abstract class BrowserTest {

    private static final String EMPTY_STYLE = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final int DESKTOP = 1440;
    private static final int PHONE = 390;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int TIMEOUT_MILLIS = 30_000;

    @LocalServerPort
    private int port;

    private final List<String> scriptErrors = new ArrayList<>();
    private AtomicBoolean scanned = new AtomicBoolean();
    private BrowserContext window;

    private final List<BrowserContext> kept = new ArrayList<>();
    protected Page page;

    @BeforeEach
    protected void openWindow() {
        open(new Browser.NewContextOptions().setViewportSize(DESKTOP, 900));
    }

    /** The window stays open beside the next one, until the test ends. */
    protected Page keepWindow() {
        kept.add(Objects.requireNonNull(window));
        window = null;
        return page;
    }

    @AfterEach
    void closeWindow() {
        kept.forEach(BrowserContext::close);
        kept.clear();
        if (window != null) {
            window.close();
            window = null;
        }
        List<String> errors = List.copyOf(scriptErrors);
        scriptErrors.clear();
        assertThat(errors).as("errors of the page's scripts").isEmpty();
    }

    /** A new window as on a phone, signed out. */
    protected void onAPhone() {
        open(new Browser.NewContextOptions()
                .setViewportSize(PHONE, 844)
                .setHasTouch(true)
                .setIsMobile(true));
    }

    /** A new window with dark colours, signed out. */
    protected void inTheDark() {
        open(new Browser.NewContextOptions().setViewportSize(DESKTOP, 900).setColorScheme(ColorScheme.DARK));
    }

    /** A new window of a browser that asks for this language, such as zh-CN; signed out. */
    protected void inLanguage(String tag) {
        open(new Browser.NewContextOptions().setViewportSize(DESKTOP, 900).setLocale(tag));
    }

    /** Nothing makes the page wider than the window; on a phone window.innerWidth would grow with it and never tell. */
    protected void assertFits() {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", page.url())
                .isLessThanOrEqualTo(page.viewportSize().width);
    }

    /** Until the parts that the page asks for as it opens are there; a stream of counts stays open for ever. */
    protected void settle() {
        page.waitForLoadState(LoadState.LOAD);
        page.waitForFunction("() => !document.querySelector('.htmx-request, [hx-trigger~=load]:empty')");
    }

    /** Goes to a path of the application. */
    protected void visit(String path) {
        page.navigate(path);
    }

    /** Signs in on the sign-in page. */
    protected void signIn(String name, String password) {
        visit("/sign-in");
        page.fill("#name", name);
        page.fill("#password", password);
        page.click("main form button");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Signs in without the pages for it, of which each costs a second; leaves an empty window. */
    protected void slipIn(String name, String password) {
        APIRequestContext requests = window.request();
        Matcher token = CSRF.matcher(requests.get("/sign-in").text());
        assertThat(token.find()).as("a token on the page").isTrue();
        APIResponse answer = requests.post(
                "/sign-in",
                RequestOptions.create()
                        .setForm(FormData.create()
                                .set("_csrf", token.group(1))
                                .set("name", name)
                                .set("password", password))
                        .setMaxRedirects(0));
        assertThat(answer.headers().get("location")).as("signed in").doesNotContain("sign-in");
    }

    /** Types into a search and takes what is found, as a person does who waits for nothing else; {@code select} is the field's id. */
    protected void choose(Locator within, String select, String name) {
        Locator search = within.locator("[id='" + select + "-ts-control']");
        search.click();
        search.fill(name);
        page.locator(".ts-dropdown .option", new Page.LocatorOptions().setHasText(name))
                .locator("visible=true")
                .first()
                .click();
    }

    /** A picture of the whole page, in target/screenshots, with {@code -Dtrivium.screenshots=true}: each costs a second. */
    protected void screenshot(String name) {
        if (!Boolean.getBoolean("trivium.screenshots")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    /** A picture of the window for the papers: into {@code docs} as well with {@code -Dtrivium.pictures=true}. */
    protected void picture(String name) {
        screenshot(name);
        if (Boolean.getBoolean("trivium.pictures")) {
            Path file = Path.of("docs", name.contains("/") ? "guide/pictures" : "pictures", name + ".png");
            try {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.write(file, PalettePng.of(page.screenshot()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Fails on what the axe rules for WCAG 2.2 AA find on the page as it stands. */
    protected void assertAccessible() {
        assertThat(violations()).as("accessibility of %s", page.url()).isEmpty();
    }

    /** What the axe rules for WCAG 2.2 AA find on the page as it stands. */
    protected List<String> violations() {
        // the scanner tries styles of its own, which the content policy refuses, some of them late
        scanned.set(true);
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                        .setLegacyMode(true) // within the page, which has no frames, instead of in a second one
                        .options(options)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + rule.getHelp() + " at " + node.getTarget()))
                        .toList();
    }

    private void open(Browser.NewContextOptions options) {
        AtomicBoolean scannedHere = new AtomicBoolean(); // what a window says late is still its own
        scanned = scannedHere;
        if (window != null) {
            window.close();
        }
        window = SystemBrowser.get().newContext(options.setBaseURL("http://localhost:" + port));
        window.setDefaultTimeout(TIMEOUT_MILLIS);
        page = window.newPage();
        page.onPageError(scriptErrors::add);
        page.onConsoleMessage(message -> {
            // an empty style attribute, as a dragged card's copy has, does nothing and is refused all the same
            if (!scannedHere.get()
                    && message.text().contains("Content Security Policy")
                    && !message.text().contains(EMPTY_STYLE)) {
                scriptErrors.add(message.text());
            }
        });
    }
}
