package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A new administrator moves in with the four files of a real-looking company, and finds in the figures what they say. */
@TestMethodOrder(OrderAnnotation.class)
class MovingInWithRealFilesTests extends BrowserTest {

    private static final String PASSWORD = "a long enough sentence";
    private static final Path FILES = Path.of("src", "test", "resources", "crm_sales_opportunities");
    private static final Path SPENDING = Path.of("src", "test", "resources", "marketing_spend", "Marketing.csv");
    private static final Map<String, String> METHODS = Map.of("social", "Social media", "media", "Advertising");
    private static final double PATIENCE_MILLIS = 60_000;

    @Test
    @Order(1)
    void startsEmpty() {
        visit("/");
        page.locator("input[name=demo][value=false]").check(new Locator.CheckOptions().setForce(true));
        page.fill("#company", "Hardware");
        page.fill("#name", "Ada Administrator");
        page.fill("#signInName", "ada");
        for (Locator password : page.locator("input[type=password]").all()) {
            password.fill(PASSWORD);
        }
        page.click("main form button");
        page.waitForURL(url -> url.contains("/sign-in"));
        slipIn("ada", PASSWORD);
        visit("/imports");
        assertAccessible();
    }

    @Test
    @Order(2)
    void importsPeopleProductsAndAccounts() {
        slipIn("ada", PASSWORD);
        upload("person", FILES.resolve("sales_teams.csv"));
        screenshot("import-columns");
        assertAccessible();
        check();
        assertThat(status()).containsText("People: 41 new");
        assertAccessible();
        run();
        assertThat(status()).containsText("Teams: 9 new");
        assertAccessible();
        upload("product", FILES.resolve("products.csv"));
        onlyWhatIdentifiesCanBeTheKey();
        check();
        run();
        assertThat(status()).containsText("Products: 7 new");
        upload("customer", FILES.resolve("accounts.csv"));
        check();
        run();
        assertThat(status()).containsText("Customers: 85 new");
    }

    private void onlyWhatIdentifiesCanBeTheKey() {
        Locator name = page.locator("tr", new Page.LocatorOptions().setHasText("GTX Basic"));
        Locator price = page.locator("tr", new Page.LocatorOptions().setHasText("sales_price"));
        assertThat(name.locator("input[type=checkbox]")).isVisible();
        assertThat(price.locator("input[type=checkbox]")).isHidden();
        price.locator("select[data-decides]").selectOption("name");
        assertThat(price.locator("input[type=checkbox]")).isVisible();
        price.locator("select[data-decides]").selectOption("listPrice");
        assertThat(price.locator("input[type=checkbox]")).isHidden();
    }

    @Test
    @Order(3)
    void importsThePipelineAfterOneQuestionAboutAProduct() {
        slipIn("ada", PASSWORD);
        upload("opportunity", FILES.resolve("sales_pipeline.csv"));
        check();
        page.waitForURL(Pattern.compile(".*/questions"));
        Locator product = page.locator("tr", new Page.LocatorOptions().setHasText("GTXPro"));
        assertThat(product).hasCount(1);
        assertThat(product).containsText("1,480");
        assertThat(product.locator("option:checked")).hasText("the same as GTX Pro");
        assertThat(page.locator("form select")).hasCount(5);
        screenshot("import-questions");
        assertAccessible();
        page.click("form[action$='/questions'] button.btn-primary");
        assertThat(page.locator("form[action$='/run'] button")).isVisible(patiently());
        run();
        assertThat(status()).containsText("Opportunities: 8,800 new");
        screenshot("import-done");
        assertAccessible();
    }

    @Test
    @Order(4)
    void theFiguresSayWhatTheFilesSayAndLeadToTheRows() {
        slipIn("ada", PASSWORD);
        for (String[] figure : new String[][] {
            {"Won", "4,238", "10,005,534"},
            {"Lost", "2,473", "0"},
            {"Open", "2,089", "0"}
        }) {
            visit("/insight/figures");
            Locator tile = page.locator(".tile", new Page.LocatorOptions().setHasText(Pattern.compile(figure[0])));
            assertThat(tile).containsText(figure[1]);
            assertThat(tile).containsText("$" + figure[2]);
            tile.locator("a").click();
            assertRows(figure[1], figure[2]);
        }
        for (String[] row : new String[][] {
            {"West", "1,438", "3,568,647"},
            {"Central", "1,629", "3,346,293"},
            {"East", "1,171", "3,090,594"},
            {"Darcel Schlecht", "349", "1,153,214"},
            {"Engaging", "1,589", "0"},
            {"Prospecting", "500", "0"}
        }) {
            visit("/insight/figures");
            page.locator("details summary").all().forEach(Locator::click);
            Locator link = page.locator(
                            "tr a", new Page.LocatorOptions().setHasText(Pattern.compile("^" + row[0] + "$")))
                    .first();
            assertThat(link.locator("xpath=ancestor::tr")).containsText("$" + row[2]);
            link.click();
            assertRows(row[1], row[2]);
        }
        visit("/insight/figures");
        assertAccessible();
    }

    /** The list that a figure leads to counts and sums the same. */
    private void assertRows(String count, String sum) {
        page.waitForURL(Pattern.compile(".*/sales/opportunities\\?.*"));
        assertThat(page.locator("#results")).containsText(count);
        if (!sum.equals("0")) {
            assertThat(page.locator("#results")).containsText(sum);
        }
    }

    @Test
    @Order(5)
    void theSameFilesOnceMoreChangeNothing() {
        slipIn("ada", PASSWORD);
        for (String[] file : new String[][] {
            {"person", "sales_teams.csv", "35"},
            {"product", "products.csv", "7"},
            {"customer", "accounts.csv", "85"},
            {"opportunity", "sales_pipeline.csv", "8,800"}
        }) {
            upload(file[0], FILES.resolve(file[1]));
            check();
            page.waitForURL(url -> !url.endsWith("/columns"));
            Locator ready = page.locator("form[action$='/run'] button");
            Locator answer = page.locator("form[action$='/questions'] button.btn-primary");
            ready.or(answer).waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
            if (answer.isVisible()) {
                answer.click();
                assertThat(ready).isVisible(patiently());
            }
            assertThat(status().locator("li")).hasText(file[2] + " rows change nothing");
            run();
            assertThat(status().locator("li")).hasText(file[2] + " rows change nothing");
        }
    }

    @Test
    @Order(6)
    void changedValuesAreKeptOverwrittenOrFilledInAndTakenBack() throws IOException {
        slipIn("ada", PASSWORD);
        Path file = Files.createTempDirectory("import").resolve("changed.csv");
        Files.writeString(
                file,
                "account,sector,office_location,employees,phone\n"
                        + "Cancity,space,Utopia,1,+1 555 0100\nIsdom,space,Utopia,many,+1 555 0101\n",
                StandardCharsets.UTF_8);
        upload("customer", file);
        page.selectOption("select[aria-label='sector: If the record exists']", "KEEP");
        page.selectOption("select[aria-label='office_location: If the record exists']", "OVERWRITE");
        page.selectOption("select[aria-label='phone: If the record exists']", "FILL_EMPTY");
        check();
        assertThat(status()).containsText("Customers: 1 changed");
        assertThat(status()).containsText("1 row is refused");
        run();
        assertAccessible();
        Assertions.assertThat(page.request()
                        .get(page.locator("a[href$='errors.csv']").getAttribute("href"))
                        .text())
                .contains("Isdom,space,Utopia,many,'+1 555 0101,3,Employees: “many” is no number");
        String address = page.url();
        status().getByText("Cancity", new Locator.GetByTextOptions().setExact(true))
                .click();
        Locator facts = page.locator("#record-facts dl.facts");
        assertThat(facts).containsText("retail");
        assertThat(facts).containsText("Utopia");
        assertThat(facts).containsText("+1 555 0100");

        visit(address);
        page.click("form[action$='/undo'] button");
        page.locator("dialog[open] button").last().click();
        assertThat(page.locator("form[action$='/undo'] button")).hasCount(0);
        assertThat(status())
                .containsText("taken back", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator("#status[hx-get]")).hasCount(0);
        visit("/customers?f.name=Cancity");
        page.locator(".list-table tbody a").first().click();
        assertThat(facts).containsText("United States");
        assertThat(facts).not().containsText("+1 555 0100");
    }

    @Test
    @Order(7)
    void aWorkbookComesInAndItsRecordsAreListed() throws IOException {
        slipIn("ada", PASSWORD);
        Path file = Files.createTempDirectory("import").resolve("contacts.xlsx");
        try (Workbook book = new Workbook(Files.newOutputStream(file), "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Contacts");
            String[][] rows = {
                {"姓名", "公司", "邮箱"}, {"王伟", "Cancity", "wang@example.com"}, {"李娜", "Isdom", "li@example.com"}
            };
            for (int row = 0; row < rows.length; row++) {
                for (int at = 0; at < rows[row].length; at++) {
                    sheet.value(row, at, rows[row][at]);
                }
            }
        }
        upload("contact", file);
        check();
        run();
        status().getByText("Contacts: 2 new").click();
        assertThat(page.locator(".chip")).containsText("#");
        assertThat(page.locator("tbody .card-title-cell")).hasCount(2);
        assertThat(page.locator("tbody")).containsText("王伟");
        assertThat(page.locator("tbody")).containsText("李娜");
        assertAccessible();
    }

    /** Decimal commas and names in mixed case are the import's to read: the file stays as it is. */
    @Test
    @Order(8)
    void aYearOfAdvertisingComesInAndTheDashboardGivesWhatTheFileGives() {
        slipIn("ada", PASSWORD);
        upload("campaign", SPENDING);
        page.selectOption("select[name='options[names]']", "small");
        check();
        page.waitForURL(Pattern.compile(".*/questions"));
        assertThat(page.locator("form select")).hasCount(METHODS.size());
        METHODS.forEach((said, meant) -> {
            Locator answer = page.locator("select[aria-label='" + said + "']");
            answer.selectOption(answer.locator("option", new Locator.LocatorOptions().setHasText(meant))
                    .getAttribute("value"));
        });
        page.click("form[action$='/questions'] button.btn-primary");
        assertThat(status()).containsText("Campaigns: 11 new", patientText());
        run();
        assertThat(status()).containsText("Costs: 308 new");

        visit("/insight/marketing?year=2021");
        assertThat(page.locator(".tile", new Page.LocatorOptions().setHasText("30,590,880"))
                        .first())
                .isVisible();
        assertThat(page.locator(".tile", new Page.LocatorOptions().setHasText("42,889,366"))
                        .first())
                .isVisible();
        Locator returned = page.locator("a.tile, .tile a", new Page.LocatorOptions().setHasText("40.2%"))
                .first();
        assertThat(page.locator("main")).containsText("youtube_blogger");
        assertThat(page.locator("main")).containsText("277.3%");
        assertThat(page.locator("main")).containsText("facebook_lal");
        assertThat(page.locator("main")).containsText("-88.6%");
        returned.click();
        page.waitForURL(Pattern.compile(".*/insight/return.*"));
        assertThat(page.locator("main")).containsText("30,590,880");
        visit("/marketing/campaigns?f.name=facebook_tier2");
        assertThat(page.locator(".list-table tbody a").first()).hasText("facebook_tier2");
    }

    /** A sign-up sheet has no column for the campaign: it is the one whose page it is imported from. */
    @Test
    @Order(9)
    void aSignUpSheetIsForTheCampaignOnWhosePageOneIs() throws IOException {
        slipIn("ada", PASSWORD);
        Path sheet = Files.createTempDirectory("import").resolve("sheet.csv");
        Files.writeString(
                sheet,
                "No.,Name,E-mail,Company,Attendance,Time\n"
                        + "1,王伟,wang@example.com,Cancity,registered,2021-02-03 09:30\n"
                        + "2,Lena Hofer,lena@example.org,Hofer Optik,registered,2021-02-03\n"
                        + "3,Jo Late,jo@example.org,Acme,registered,2999-01-01\n",
                StandardCharsets.UTF_8);
        visit("/marketing/campaigns?f.name=youtube_blogger");
        page.locator(".list-table tbody a").first().click();
        page.getByText("Import participants").click();
        assertThat(page.locator("main")).containsText("youtube_blogger");
        assertAccessible();
        page.setInputFiles("#file", sheet);
        page.click("form:has(#file) button[type=submit]");
        page.waitForURL(Pattern.compile(".*/columns"));
        assertThat(page.locator("main .ts-control").first()).containsText("youtube_blogger");
        assertAccessible();
        check();
        assertThat(status()).containsText("Participants: 2 new", patientText());
        assertThat(status()).containsText("Leads: 1 new");
        assertThat(status()).containsText("Time of the status lies in the future");
        run();
        status().getByText("Participants: 2 new").click();
        assertThat(page.locator("tbody .card-title-cell")).hasCount(2);
        assertThat(page.locator("tbody")).containsText("王伟");
        assertThat(page.locator("tbody")).containsText("Lena Hofer");
    }

    @Test
    @Order(10)
    void thePagesFitOnAPhone() {
        onAPhone();
        slipIn("ada", PASSWORD);
        upload("product", FILES.resolve("products.csv"));
        for (String path : new String[] {page.url(), "/imports", "/imports/4", "/insight/figures"}) {
            visit(path);
            assertFits();
        }
    }

    private Locator status() {
        return page.locator("#status");
    }

    private void upload(String target, Path file) {
        visit("/imports");
        page.locator("input[name=target][value=" + target + "]").check(new Locator.CheckOptions().setForce(true));
        page.setInputFiles("#file", file);
        page.click("form:has(#file) button[type=submit]");
        page.waitForURL(Pattern.compile(".*/columns"));
    }

    private void check() {
        page.click("form[action$='/columns'] button.btn-primary");
    }

    private void run() {
        page.click("form[action$='/run'] button");
        assertThat(page.locator("form[action$='/undo'] button")).isVisible(patiently());
    }

    private static LocatorAssertions.ContainsTextOptions patientText() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }
}
