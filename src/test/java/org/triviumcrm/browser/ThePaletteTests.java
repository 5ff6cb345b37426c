package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.setup.SetupService;
import org.triviumcrm.identity.setup.StartCompany;

/** Ctrl K with nothing typed leads back to what was opened lately. */
class ThePaletteTests extends BrowserTest {

    private static final String PASSWORD = "a long enough sentence";
    private static final String DEMO_PASSWORD = "four kites above the dunes";

    @Autowired
    JdbcClient database;

    @BeforeAll
    void company(@Autowired SetupService setup) {
        setup.start(new StartCompany(
                "Harbour and Vale", "GBP", "en", "Europe/London", "Alex", "alex", null, PASSWORD, true, DEMO_PASSWORD));
    }

    @Test
    void leadsBackByKeyboardToWhatWasOpenedLast() {
        signIn("priya.raman", DEMO_PASSWORD);
        List<String> opened = openThreeCustomers();
        page.keyboard().press("Control+k");
        Locator recent = page.locator("#palette-found .palette-item");
        assertThat(page.locator("#palette-found .palette-group")).hasText("Opened lately");
        assertThat(recent).hasCount(2);
        assertThat(recent.nth(0)).containsText(opened.get(1));
        assertThat(recent.nth(1)).containsText(opened.get(0));
        assertThat(recent.nth(0)).hasAttribute("aria-selected", "true");
        assertAccessible();
        page.keyboard().press("ArrowDown");
        assertThat(recent.nth(1)).hasAttribute("aria-selected", "true");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText(opened.get(0));
    }

    @Test
    void givesWayToWhatIsTypedAndComesBack() {
        signIn("daniel.okafor", DEMO_PASSWORD);
        List<String> opened = openThreeCustomers();
        page.keyboard().press("Control+k");
        Locator group = page.locator("#palette-found .palette-group");
        assertThat(group.first()).hasText("Opened lately");
        page.fill("#palette-input", opened.get(2).substring(0, 3));
        assertThat(group.first()).hasText("Customers");
        page.fill("#palette-input", "");
        assertThat(group.first()).hasText("Opened lately");
        page.keyboard().press("Escape");
        visit("/");
        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette-found .palette-item")).hasCount(3);
    }

    @Test
    void speaksChineseAndIsNotInTheWayOfWhoOpenedNothing() {
        signIn("wang.haitao", DEMO_PASSWORD);
        visit("/");
        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette-places .palette-item").first()).hasAttribute("aria-selected", "true");
        assertThat(page.locator("#palette-found .palette-group")).hasCount(0);
        page.keyboard().press("Escape");
        openThreeCustomers();
        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette-found .palette-group")).hasText("最近打开");
    }

    /** Names of the customers, each page read to the end. */
    private List<String> openThreeCustomers() {
        List<String> names = new ArrayList<>();
        for (long id : database.sql("select id from customer order by id limit 3")
                .query(Long.class)
                .list()) {
            visit("/customers/" + id);
            page.locator(".timeline").waitFor();
            names.add(page.locator("h1").textContent().strip());
        }
        assertThat(names).doesNotHaveDuplicates();
        return names;
    }
}
