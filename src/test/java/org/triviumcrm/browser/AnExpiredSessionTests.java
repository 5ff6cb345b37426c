package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.triviumcrm.testing.Accounts;

/** The session ends while somebody types: the text waits, and the work goes on after the sign-in. */
class AnExpiredSessionTests extends BrowserTest {

    private static final String PASSWORD = "seven quiet lanterns";

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    JdbcClient database;

    private String ann;

    @BeforeEach
    void signInAsAnn() {
        ann = administrator();
        signIn(ann, PASSWORD);
    }

    @Test
    void aFormComesBackWithWhatWasTyped() {
        visit("/customers/new");
        page.fill("#name", "Acme Foods");
        page.fill("#city", "Leeds");
        page.fill("#note", "Two lines\nof a note");
        sessionEnds();

        page.locator("main form button[type=submit]").click();
        page.locator("[data-go-on]").click();
        signInHere(ann);

        assertThat(page.locator("#name")).hasValue("Acme Foods");
        assertThat(page.locator("#city")).hasValue("Leeds");
        assertThat(page.locator("#note")).hasValue("Two lines\nof a note");
        assertThat(page.locator(".notice")).containsText("not saved yet");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("h1")).containsText("Acme Foods");
    }

    @Test
    void aFormThatHadBeenRefusedComesBackOnThePageItCameFrom() {
        visit("/customers/new");
        page.fill("#city", "Leeds");
        page.locator("main form button[type=submit]").click();
        page.locator(".invalid-feedback").first().waitFor();
        page.fill("#name", "Second try");
        sessionEnds();

        page.locator("main form button[type=submit]").click();
        page.locator("[data-go-on]").click();
        signInHere(ann);

        assertThat(page.url()).endsWith("/customers/new");
        assertThat(page.locator("#name")).hasValue("Second try");
        assertThat(page.locator("#city")).hasValue("Leeds");
    }

    @Test
    void aDialogOpensAgainWithWhatWasTyped() {
        long stage = pipeline();
        long opportunity = opportunity(stage);
        visit("/sales/board");
        page.evaluate(
                "id => import(document.getElementById('main-script').src.replace('main.js', 'dialog.js'))"
                        + ".then(dialog => dialog.openDialog('/sales/opportunities/' + id + '/loss?from=board'))",
                (int) opportunity);
        Locator dialog = page.locator("#dialog");
        dialog.locator("#note").fill("They had no budget");
        sessionEnds();

        dialog.locator("button[type=submit]").click();
        dialog.locator("[data-session-ended] a").click();
        signInHere(ann);

        assertThat(page.url()).endsWith("/sales/board");
        assertThat(dialog.locator("#note")).hasValue("They had no budget");
    }

    @Test
    void aPartOfAPageThatIsAskedForDoesNotTakeTheTextAway() {
        visit("/customers/new");
        sessionEnds();

        page.locator("#name").pressSequentially("Acme Foods");
        page.locator("[data-session-ended] a").click();
        signInHere(ann);

        assertThat(page.locator("#name")).hasValue("Acme Foods");
    }

    @Test
    void nobodyElseGetsToSeeIt() {
        String bob = administrator();
        visit("/customers/new");
        page.fill("#name", "Not for Bob");
        sessionEnds();

        page.locator("main form button[type=submit]").click();
        page.locator("[data-go-on]").click();
        signInHere(bob);

        assertThat(page.url()).endsWith("/customers/new");
        assertThat(page.locator("#name")).hasValue("");
    }

    @Test
    void passwordsAreNeverKept() {
        visit("/administration/people/new");
        page.fill("#name", "Zoe");
        page.fill("#signInName", "zoe");
        page.fill("#password", "first light at sea");
        sessionEnds();

        page.locator("main form button[type=submit]").first().click();
        page.locator("[data-go-on]").waitFor();

        String kept = (String) page.evaluate("JSON.stringify(sessionStorage)");
        assertThat(kept).contains("Zoe").doesNotContain("first light");
    }

    private void sessionEnds() {
        page.context().clearCookies();
    }

    private void signInHere(String name) {
        page.waitForURL(url -> url.contains("/sign-in"));
        page.fill("#name", name);
        page.fill("#password", PASSWORD);
        page.locator("main form button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        page.waitForLoadState();
    }

    private String administrator() {
        long id = accounts.administrator().personId();
        String name = "person" + id;
        database.sql("update person set sign_in_name = ?, password_hash = ? where id = ?")
                .params(List.of(name, encoder.encode(PASSWORD), id))
                .update();
        return name;
    }

    private long pipeline() {
        return database.sql("""
                with made as (insert into pipeline (id, name, position, created_at, updated_at)
                              values (nextval('pipeline_seq'), 'Direct', 1, now(), now()) returning id)
                insert into stage (id, pipeline_id, kind, name, position, probability, created_at, updated_at)
                select nextval('stage_seq'), id, 'OPEN', 'Talking', 1, 10, now(), now() from made returning id""").query(Long.class).single();
    }

    private long opportunity(long stage) {
        return database.sql("""
                insert into opportunity (id, name, pipeline_id, stage_id, state, probability, currency, opened_on,
                                         stage_entered_at, owner_id, created_at, updated_at)
                select nextval('opportunity_seq'), 'Big deal', pipeline_id, id, 'OPEN', 10, 'USD', current_date,
                       now(), (select min(id) from person), now(), now() from stage where id = ? returning id""").param(stage).query(Long.class).single();
    }
}
