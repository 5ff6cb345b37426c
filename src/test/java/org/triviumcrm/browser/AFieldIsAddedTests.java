package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An administrator adds a field to customers; without a restart a representative is asked for it, changes it in place and finds the change in
 * the history, filters by it as soon as its index is there, and a file fills it, naming a choice that nobody had thought of.
 */
class AFieldIsAddedTests extends DemoCompanyTest {

    private static final double MINUTE = 60_000;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void fromTheFormToTheFile(String spoken) {
        speak(spoken);
        String name = said("Way of delivery", "交货方式");
        theAdministratorAddsIt(name);
        String customer = aCustomerIsAskedForIt();
        itIsChangedInPlace(customer, name);
        theListIsFilteredByIt(name);
        aFileFillsIt(name);
        itIsRetired(customer, name);
    }

    private void theAdministratorAddsIt(String name) {
        at("administrator");
        visit("/administration/fields");
        scan();
        visit("/administration/fields/new?of=customer");
        page.locator("[name=kind]").selectOption("CHOICE");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("main")).containsText(text("customer.field.error.name"));
        page.locator(said("[name=name]", "[name=chinese]")).fill(name);
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("main")).containsText(text("customer.field.error.choices"));
        page.locator("[name=choices]").fill(said("By road\nBy sea", "By road = 公路\nBy sea = 海运"));
        page.locator("[name=required]").check();
        page.locator("[name=growing]").check();
        scan();
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("main table")).containsText(name);
        page.waitForCondition(
                () -> database.sql("select ready from custom_field order by id desc limit 1")
                        .query(Boolean.class)
                        .single(),
                new Page.WaitForConditionOptions().setTimeout(MINUTE));
        visit("/administration/fields");
        assertThat(page.locator("main table")).containsText(text("customer.field.ready.true"));
    }

    private String aCustomerIsAskedForIt() {
        at("representative");
        visit("/customers/new");
        page.locator("[name=name]").fill(said("Quay and Sons", "码头公司"));
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("main")).containsText(text("customer.field.error.required"));
        assertThat(page.locator("[name=name]")).hasValue(said("Quay and Sons", "码头公司"));
        scan();
        field().selectOption(said("By road", "公路"));
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("#record-facts")).containsText(said("By road", "公路"));
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    private void itIsChangedInPlace(String customer, String name) {
        settle();
        page.locator("#record-facts a[id^='edit-custom-']").click();
        field().selectOption(said("By sea", "海运"));
        scan();
        page.locator("form.in-place button[type=submit]").click();
        assertThat(page.locator("form.in-place")).hasCount(0);
        assertThat(page.locator("#record-facts")).containsText(said("By sea", "海运"));
        visit(customer + "/history");
        Locator change = page.locator("#history .change").first();
        assertThat(change).containsText(name);
        assertThat(change.locator("del")).hasText(said("By road", "公路"));
        assertThat(change.locator("ins")).hasText(said("By sea", "海运"));
    }

    private void theListIsFilteredByIt(String name) {
        String column = database.sql(
                        "select 'custom' || upper(left(key, 1)) || substr(key, 2) from custom_field order by id desc limit 1")
                .query(String.class)
                .single();
        String key = database.sql("select key from custom_choice order by id desc limit 1")
                .query(String.class)
                .single();
        visit("/customers?columns=name," + column + "&filters=open");
        assertThat(page.locator("main")).containsText(name);
        visit("/customers?columns=name," + column + "&f." + column + "=" + key + "&sort=" + column);
        assertThat(page.locator("#results tbody tr")).hasCount(1);
        assertThat(page.locator("#results")).containsText(said("By sea", "海运"));
        assertThat(page.locator("#results")).containsText(said("Quay and Sons", "码头公司"));
        scan();
    }

    private void aFileFillsIt(String name) {
        at("administrator");
        visit("/imports");
        page.locator("input[name=target][value=customer]").check(new Locator.CheckOptions().setForce(true));
        String file = said("Company", "公司名称") + "," + name + "\n" + said("Rail Works", "铁路厂") + ","
                + said("By rail", "铁路") + "\n" + said("Road Works", "公路厂") + "," + said("By road", "公路") + "\n";
        page.locator("#file")
                .setInputFiles(new FilePayload("customers.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        page.locator("form:has(#file) button[type=submit]").click();
        page.waitForURL(url -> url.endsWith("/columns"));
        assertThat(page.locator("select[data-decides] option:checked").nth(1)).hasText(name);
        scan();
        page.locator("form[action$='/columns'] button.btn-primary").click();
        page.locator("form[action$='/run'] button").click();
        assertThat(page.locator("form[action$='/undo'] button"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MINUTE));
        assertThat(database.sql(
                                "select string_agg(c.custom ->> f.key, ' ' order by c.name) from customer c, custom_field f"
                                        + " where coalesce(f.chinese, f.name) = :name and c.name in ('Rail Works', 'Road Works', '铁路厂', '公路厂')")
                        .param("name", name)
                        .query(String.class)
                        .single())
                .isEqualTo(said("by-rail by-road", "by-road choice"));
    }

    /** Nobody is asked for it any more, and what was said stays. */
    private void itIsRetired(String customer, String name) {
        visit("/administration/fields");
        page.locator("main table a", new Page.LocatorOptions().setHasText(name)).click();
        page.locator("[name=active]").uncheck();
        page.locator("main form button[type=submit]").first().click();
        assertThat(page.locator("main table")).containsText(text("shared.name.state.false"));
        visit("/customers/new");
        assertThat(field()).hasCount(0);
        visit(customer + "/history");
        assertThat(page.locator("#history")).containsText(said("By road", "公路"));
    }

    private Locator field() {
        return page.locator("main select[name^='custom[']");
    }
}
