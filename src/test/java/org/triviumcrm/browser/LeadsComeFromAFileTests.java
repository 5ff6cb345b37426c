package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A marketing manager brings in a real file of leads: quoted commas, {@code Select} where nobody answered, states in words of its own. */
class LeadsComeFromAFileTests extends DemoCompanyTest {

    private static final Path FILE = Path.of("src", "test", "resources", "x_education_leads", "every-fourth.csv");
    private static final int ROWS = 2310;
    private static final double PATIENCE_MILLIS = 120_000;

    @Test
    void aMarketingManagerBringsThemIn() {
        speak("en");
        at("marketer");
        long before = leads();
        upload();
        page.click("form[action$='/columns'] button.btn-primary");
        page.waitForURL(Pattern.compile(".*/questions"), new Page.WaitForURLOptions().setTimeout(PATIENCE_MILLIS));
        Locator answers = page.locator("form[action$='/questions'] select");
        for (Locator answer : answers.all()) {
            String meant = "1".equals(answer.getAttribute("aria-label")) ? "map:3" : "map:1";
            answer.selectOption(meant);
        }
        scan();
        page.click("form[action$='/questions'] button.btn-primary");
        assertThat(page.locator("main")).containsText("2,310 new", patiently());
        page.click("form[action$='/run'] button");
        assertThat(page.locator("form[action$='/undo'] button"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator("main")).containsText("Leads: 2,310 new");
        Assertions.assertThat(leads() - before).isEqualTo(ROWS);
        Assertions.assertThat(database.sql("""
                                select count(*) from lead l, jsonb_each_text(l.answers) a where a.value = 'Select'""").query(Long.class).single())
                .as("answers that are none")
                .isZero();
        page.locator("main").getByText("Leads: 2,310 new").click();
        assertThat(page.locator("#results tbody tr").first()).isVisible();
        againItMakesNoneTwice();
        whoLooksLikeSomebodyKnownIsShownAndLeftOut();
    }

    /** The same file a second time finds each of them by its number. */
    private void againItMakesNoneTwice() {
        long before = leads();
        upload();
        page.click("form[action$='/columns'] button.btn-primary");
        Locator run = page.locator("form[action$='/run'] button");
        assertThat(run.or(page.locator("form[action$='/questions'] button.btn-primary"))
                        .first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        if (!run.isVisible()) {
            page.click("form[action$='/questions'] button.btn-primary");
            assertThat(run).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        }
        assertThat(page.locator("main")).not().containsText("2,310 new");
        Assertions.assertThat(leads()).isEqualTo(before);
    }

    /** A row with the e-mail of a lead that is there, and one of somebody new. */
    private void whoLooksLikeSomebodyKnownIsShownAndLeftOut() {
        String known = database.sql("select email from lead where email like '%@%' order by id limit 1")
                .query(String.class)
                .single();
        long before = leads();
        upload(new FilePayload(
                "fair.csv",
                "text/csv",
                ("lead id,name,email\nF-1,From the fair," + known + "\nF-2,Somebody new,new@fair.example\n")
                        .getBytes(StandardCharsets.UTF_8)));
        page.click("form[action$='/columns'] button.btn-primary");
        assertThat(page.locator("#alike")).containsText("1 row looks like somebody who is known already", patiently());
        assertThat(page.locator("#alike tbody")).containsText("same e-mail");
        assertThat(page.locator("#alike tbody a").first())
                .hasAttribute("href", Pattern.compile(".*/(leads|contacts|customers)/\\d+"));
        scan();
        page.locator("#alike select").selectOption("leave");
        page.click("#alike form button");
        assertThat(page.locator("#alike")).containsText("1 left out", patiently());
        page.click("form[action$='/run'] button");
        assertThat(page.locator("main")).containsText("Leads: 1 new", patiently());
        Assertions.assertThat(leads()).isEqualTo(before + 1);
    }

    private void upload(FilePayload file) {
        choose();
        page.setInputFiles("#file", file);
        send();
    }

    private void upload() {
        choose();
        page.setInputFiles("#file", FILE);
        send();
    }

    private void choose() {
        visit("/imports");
        page.locator("input[name=target][value=lead]").check(new Locator.CheckOptions().setForce(true));
    }

    private void send() {
        page.click("form:has(#file) button[type=submit]");
        page.waitForURL(Pattern.compile(".*/columns"));
    }

    private long leads() {
        return database.sql("select count(*) from lead").query(Long.class).single();
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}
