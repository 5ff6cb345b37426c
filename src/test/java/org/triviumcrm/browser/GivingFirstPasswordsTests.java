package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.triviumcrm.testing.Accounts;

/** The day after moving in: people without a password get one each, on a page to print. */
class GivingFirstPasswordsTests extends BrowserTest {

    private static final String PASSWORD = "seven quiet lanterns";
    private static final int NEWCOMERS = 5;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    JdbcClient database;

    private long administrator;

    @BeforeEach
    void peopleWhoHaveJustComeIn() {
        administrator = accounts.administrator().personId();
        database.sql("update person set sign_in_name = ?, name = 'Alex Administrator', password_hash = ? where id = ?")
                .params(List.of("alex" + administrator, encoder.encode(PASSWORD), administrator))
                .update();
        long team = accounts.team("West " + administrator, null);
        for (int i = 0; i < NEWCOMERS; i++) {
            long id = accounts.representative(team).personId();
            database.sql("update person set name = ?, sign_in_name = ? where id = ?")
                    .params(List.of("Newcomer " + id, "newcomer." + id, id))
                    .update();
        }
    }

    @Test
    void ticksThemAndHandsTheListOut() {
        List<String> first = giveToAll("en", "desktop");

        assertThat(page.locator(".first-passwords tbody tr")).hasCount(NEWCOMERS);
        page.locator("[data-copy]").click();
        assertThat(page.locator(".notice, .alert-success")).containsText("Copied");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".first-passwords-note").first()).isVisible();
        assertThat(page.locator("[data-print]")).isHidden();
        screenshot("first-passwords-print");

        openWindow();
        signIn(first.get(0), first.get(1));
        assertThat(page.url()).endsWith("/account/password");
    }

    @Test
    void fitsAPhoneInTheOtherLanguage() {
        onAPhone();
        giveToAll("zh-CN", "phone");
        assertThat(page.locator("main")).containsText("请立即打印或复制");
    }

    /** Signs in, ticks everybody who never has, gives passwords; the first of them with its name. */
    private List<String> giveToAll(String language, String place) {
        database.sql("update person set locale = ? where id = ?")
                .params(language, administrator)
                .update();
        signIn("alex" + administrator, PASSWORD);
        visit("/administration/people?status=never&q=Newcomer");
        assertThat(page.locator("#list-selection")).isHidden();
        page.locator("[data-select]").first().check();
        if (place.equals("phone")) {
            for (var tick : page.locator("[data-select]").all()) {
                tick.check();
            }
        } else {
            page.locator("[data-select-all]").check();
        }
        assertThat(page.locator("[data-selection-count]"))
                .containsText("" + page.locator("[data-select]").count());
        assertFits();
        screenshot("first-passwords-list-" + place);
        page.locator("#list-selection button").click();
        page.waitForURL("**/first-passwords/question");
        assertFits();
        assertAccessible();
        screenshot("first-passwords-question-" + place);
        page.locator("main form button[type=submit]").click();
        page.waitForURL("**/first-passwords");
        assertFits();
        assertAccessible();
        screenshot("first-passwords-" + place);
        assertThat(page.locator(".first-passwords-note").first()).isHidden();
        return List.of(
                page.locator(".first-passwords tbody td").nth(1).textContent(),
                page.locator(".first-password").first().textContent());
    }
}
