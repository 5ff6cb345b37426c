package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * From the empty first-run page to a representative at work, in both languages. Its pictures are those of the papers:
 * {@code -Dtrivium.pictures=true} puts them into {@code docs/pictures}.
 */
@TestMethodOrder(OrderAnnotation.class)
class TheFirstHourTests extends BrowserTest {

    private static final String PASSWORD = "a long enough sentence";
    private static final String DEMO_PASSWORD = "four kites above the dunes";

    @Test
    @Order(0)
    void asksForTheCompanyWhileThereIsNobody() {
        visit("/");
        assertThat(page.url()).endsWith("/setup");
        onAPhone();
        visit("/setup");
        assertFits();
        assertAccessible();
    }

    @Test
    @Order(1)
    void setsTheCompanyUpWithDemoData() throws IOException {
        visit("/");
        page.locator("input[name=demo][value=true]").check(new Locator.CheckOptions().setForce(true));
        page.fill("#company", "Harbour and Vale");
        page.fill("#name", "Alex Administrator");
        page.fill("#signInName", "alex");
        page.fill("#password", PASSWORD);
        for (Locator again : page.locator("input[type=password]").all()) {
            again.fill(PASSWORD);
        }
        page.evaluate("window.scrollTo(0, 0)");
        picture("first-run");
        page.fill("#demoPassword", PASSWORD);
        page.click("main form button");
        assertThat(page.locator("#demoPassword-more")).containsText("another one than yours");
        page.fill("#demoPassword", DEMO_PASSWORD);
        page.fill("#password", PASSWORD);
        page.click("main form button");
        page.waitForURL(url -> url.contains("/sign-in"));
        signIn("alex", PASSWORD);
        assertThat(page.locator("h1")).containsText("Alex Administrator");
    }

    @Test
    @Order(2)
    void movesACardWithTheKeyboardAndFindsItInTheNextColumn() throws IOException {
        signIn("priya.raman", DEMO_PASSWORD);
        visit("/sales/board");
        Locator first = page.locator(".board-column").nth(0);
        Locator second = page.locator(".board-column").nth(1);
        Locator card = first.locator(".board-card").first();
        String id = card.getAttribute("id");
        String before = first.locator(".badge").first().textContent();
        picture("board");
        assertAccessible();

        card.focus();
        page.keyboard().press("]");
        assertThat(second.locator("#" + id)).isVisible();
        assertThat(first.locator(".badge").first()).not().hasText(before);
        page.reload();
        assertThat(page.locator(".board-column").nth(1).locator("#" + id)).isVisible();
    }

    @Test
    @Order(4)
    void logsACallOnTheOpportunity() {
        signIn("priya.raman", DEMO_PASSWORD);
        visit("/sales/board");
        page.locator(".board-card-name").first().click();
        Locator timeline = page.locator(".timeline");
        timeline.locator("input[name=subject]").fill("Agreed on the next date");
        timeline.locator("button[type=submit]").first().click();
        assertThat(timeline.locator(".timeline-list").last()).containsText("Agreed on the next date");
        page.mouse().move(0, 0);
        assertAccessible();
    }

    @Test
    @Order(5)
    void showsTheManagerTheFunnelAndTheTeam() throws IOException {
        signIn("margaret.ellison", DEMO_PASSWORD);
        visit("/sales/funnel");
        assertThat(page.locator("#funnel-chart canvas")).isVisible();
        picture("funnel");
        assertAccessible();
        visit("/sales/forecast");
        assertThat(page.locator("#outlook-chart canvas")).isVisible();
        assertAccessible();
        visit("/sales/quotas");
        assertAccessible();
        visit("/customers");
        page.locator(".list-table tbody a").first().click();
        page.locator(".timeline").waitFor();
        picture("customer");
        assertAccessible();
        visit("/insight/figures");
        page.locator("#offices canvas").waitFor();
        picture("figures");
    }

    @Test
    @Order(6)
    void speaksChineseAndFitsOnAPhone() throws IOException {
        signIn("wang.haitao", DEMO_PASSWORD);
        visit("/sales/board");
        assertThat(page.locator("h1")).hasText("商机看板");
        picture("board-zh");
        onAPhone();
        signIn("wang.haitao", DEMO_PASSWORD);
        for (String path : new String[] {
            "/",
            "/sales/board",
            "/sales/opportunities",
            "/customers",
            "/tasks",
            "/sales/funnel",
            "/sales/forecast",
            "/sales/forecast/changes",
            "/sales/forecast/accuracy",
            "/sales/quotas"
        }) {
            visit(path);
            assertFits();
        }
        visit("/sales/board");
        picture("board-phone");
        // Whoever sees the whole tree chooses among teams with long names.
        onAPhone();
        signIn("alex", PASSWORD);
        visit("/sales/funnel");
        assertFits();
    }

    @Test
    @Order(7)
    void findsWithTwoCharactersFromAnywhere() {
        signIn("wang.haitao", DEMO_PASSWORD);
        page.keyboard().press("Control+k");
        page.fill("#palette-input", "浦东");
        Locator found = page.locator("#palette-found a").first();
        assertThat(found).containsText("浦东");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/customers/\\d+"));
        assertThat(page.locator("h1")).containsText("浦东精密仪器");
    }
}
