package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.setup.SetupService;
import org.triviumcrm.identity.setup.StartCompany;

/** A single field of a record, edited where it stands with the keyboard alone. */
class EditingAFieldTests extends BrowserTest {

    private static final String PASSWORD = "a long enough sentence";

    @Autowired
    JdbcClient database;

    @BeforeAll
    void company(@Autowired SetupService setup) {
        setup.start(new StartCompany(
                "Harbour and Vale", "GBP", "en", "Europe/London", "Alex", "alex", null, PASSWORD, false, null));
    }

    @BeforeEach
    void aCustomer() {
        database.sql("delete from customer").update();
        database.sql("insert into customer (id, name, city, employees, created_at, updated_at)"
                        + " values (9001, 'Brick Works', 'Leeds', 12, now(), now())")
                .update();
        signIn("alex", PASSWORD);
        visit("/customers/9001");
        page.waitForFunction("() => window.htmx !== undefined");
    }

    @Test
    void enterOpensAndSavesAndTheFocusComesBack() {
        List<String> pages = new ArrayList<>();
        page.onRequest(request -> note(pages, request));
        Locator city = open("city");
        assertThat(city).hasValue("Leeds");
        assertAccessible();
        type(city, "York");
        page.keyboard().press("Enter");

        assertThat(shown("city")).hasText("York");
        assertThat(pencil("city")).isFocused();
        assertThat(page.locator("form.in-place")).hasCount(0);
        assertThat(value("city")).isEqualTo("York");
        assertThat(pages).as("the page stays").isEmpty();
    }

    @Test
    void aPartThatCanNotBeLoadedSaysSoAndIsTriedAgain() {
        String value = "**/customers/9001/value";
        page.route(value, route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
        visit("/customers/9001");
        Locator failed = page.locator("[data-panel]")
                .filter(new Locator.FilterOptions().setHasText("This part could not be loaded."));
        assertThat(failed).hasCount(1);
        assertThat(page.locator(".alert-danger")).hasCount(0);
        assertAccessible();
        page.unroute(value);
        failed.locator("button").click();
        assertThat(page.getByText("Has not bought anything yet.")).isVisible();
        assertThat(failed).hasCount(0);
    }

    @Test
    void whatIsWrongStandsAtTheFieldWithWhatWasTyped() {
        Locator employees = open("employees");
        type(employees, "a dozen");
        page.keyboard().press("Enter");

        assertThat(page.locator("#fact-employees .invalid-feedback")).hasText("Please enter a whole number.");
        assertThat(field("employees")).hasValue("a dozen");
        assertThat(field("employees")).isFocused();
        assertThat(field("employees")).hasClass(Pattern.compile(".*is-invalid.*"));
        assertThat(value("employees")).isEqualTo("12");
        assertAccessible();

        type(field("employees"), "13");
        page.keyboard().press("Enter");
        assertThat(shown("employees")).hasText("13");
        assertThat(value("employees")).isEqualTo("13");
    }

    @Test
    void escapeKeepsWhatWasThere() {
        type(open("city"), "Nowhere");
        page.keyboard().press("Escape");
        assertThat(shown("city")).hasText("Leeds");
        assertThat(pencil("city")).isFocused();

        type(open("employees"), "a dozen");
        page.keyboard().press("Enter");
        assertThat(page.locator("#fact-employees .invalid-feedback")).isVisible();
        page.keyboard().press("Escape");
        assertThat(shown("employees")).hasText("12");
        assertThat(value("city") + value("employees")).isEqualTo("Leeds12");

        assertThat(open("city")).hasValue("Leeds");
    }

    @Test
    void whoWasSlowerSeesBothAndDecides() {
        Locator city = open("city");
        database.sql("update customer set city = 'Hull', version = version + 1").update();
        type(city, "York");
        page.keyboard().press("Enter");

        assertThat(page.locator("#fact-city .in-place-theirs")).containsText("Hull");
        assertThat(field("city")).hasValue("York");
        assertThat(value("city")).isEqualTo("Hull");
        assertAccessible();

        field("city").focus();
        page.keyboard().press("Enter");
        assertThat(shown("city")).hasText("York");
        assertThat(value("city")).isEqualTo("York");
    }

    @Test
    void anotherFieldThatSomebodyChangedIsNoConflict() {
        Locator city = open("city");
        database.sql("update customer set employees = 99, version = version + 1")
                .update();
        type(city, "York");
        page.keyboard().press("Enter");

        assertThat(shown("city")).hasText("York");
        assertThat(shown("employees")).hasText("99");
    }

    private static void note(List<String> pages, Request request) {
        if (request.isNavigationRequest()) {
            pages.add(request.url());
        }
    }

    /** By the keyboard. */
    private Locator open(String name) {
        pencil(name).focus();
        page.keyboard().press("Enter");
        assertThat(field(name)).isFocused();
        return field(name);
    }

    /** What the field holds is selected, so that typing replaces it. */
    private void type(Locator field, String text) {
        field.focus();
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    private Locator pencil(String name) {
        return page.locator("#edit-" + name);
    }

    private Locator field(String name) {
        return page.locator("#fact-" + name + " [name=" + name + "]");
    }

    private Locator shown(String name) {
        return page.locator("#fact-" + name + " .in-place-shown");
    }

    private String value(String column) {
        return database.sql("select " + column + "::text from customer")
                .query(String.class)
                .single();
    }
}
