package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.setup.SetupService;
import org.triviumcrm.identity.setup.StartCompany;

/** Many at once, two on one opportunity, and what somebody leaves behind: at a desk and on a phone, in both languages. */
class WorkingTogetherTests extends BrowserTest {

    /** Those that the guide shows. */
    static final Set<String> PICTURES = Set.of("shares", "bulk-result", "handover", "territories");

    private static final String PASSWORD = "a long enough sentence";
    private static final String DEMO_PASSWORD = "four kites above the dunes";

    /** In a dialog, or on a page of its own once something was wrong with it. */
    private static final String FORM = "#dialog[open] form, main .card-narrow form";

    private static final Map<String, Map<String, String>> STAFF = Map.of(
            "en",
            Map.of(
                    "manager", "margaret.ellison",
                    "representative", "priya.raman",
                    "colleague", "callum.fraser",
                    "leaver", "daniel.okafor"),
            "zh",
            Map.of(
                    "manager", "zhou.jianguo",
                    "representative", "wang.haitao",
                    "colleague", "li.siyu",
                    "leaver", "huang.yating"));

    @Autowired
    JdbcClient database;

    @BeforeAll
    void company(@Autowired SetupService setup) throws IOException {
        setup.start(new StartCompany(
                "Harbour and Vale", "GBP", "en", "Europe/London", "Alex", "alex", null, PASSWORD, true, DEMO_PASSWORD));
        for (String language : STAFF.keySet()) {
            Files.createDirectories(Path.of("docs", "guide", "pictures", language));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void twoAreGivenToSomebodyElseAndTakenBack(String language) {
        Map<String, String> staff = STAFF.get(language);
        signIn(staff.get("manager"), DEMO_PASSWORD);
        visit("/sales/opportunities");
        List<String> owners = page.locator("#results tbody tr td:last-child").allInnerTexts();
        tick(0);
        tick(1);
        page.locator("button[formaction$='/bulk/transfer']").click();
        Locator dialog = page.locator(FORM);
        assertThat(dialog.locator(".bulk-first li")).hasCount(2);
        dialog.locator("button[type=submit]").last().click();
        assertThat(dialog.locator(".invalid-feedback").first()).isVisible();
        choose(dialog, "ownerId", name(staff.get("representative")));
        assertAccessible();
        dialog.locator("button[type=submit]").last().click();

        page.locator("#notices a[href^='/bulk-runs/']").click();
        assertThat(page.locator("#bulk-status tbody tr")).hasCount(2);
        assertThat(page.locator("#bulk-status")).containsText(name(staff.get("representative")));
        assertAccessible();
        picture(language + "/bulk-result");
        String result = page.url();
        onAPhone();
        signIn(staff.get("manager"), DEMO_PASSWORD);
        visit(result);
        assertFits();
        page.locator("form[action$='/undo'] button").click();
        page.locator("#confirm [data-confirm-yes]").click();
        assertThat(page.locator("#bulk-status .badge.state-waiting").first()).isVisible();
        visit("/bulk-runs");
        assertFits();
        Assertions.assertThat(owners.subList(0, 2))
                .as("whose they are again")
                .isEqualTo(database.sql("""
                                select p.name from opportunity o join person p on p.id = o.owner_id
                                join bulk_row r on r.record_id = o.id
                                where r.run_id = (select max(id) from bulk_run)""").query(String.class).list().stream()
                        .sorted(Comparator.comparing(owners::indexOf))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void twoWorkOnOneOpportunityAndShareIt(String language) {
        Map<String, String> staff = STAFF.get(language);
        String colleague = name(staff.get("colleague"));
        onAPhone();
        signIn(staff.get("representative"), DEMO_PASSWORD);
        visit("/sales/opportunities/" + openOf(staff.get("representative")));
        settle();
        page.locator("a[href$='/members/new']").click();
        Locator dialog = page.locator(FORM);
        choose(dialog, "personId", colleague);
        assertAccessible();
        dialog.locator("button[type=submit]").click();
        settle();
        assertThat(page.locator("main")).containsText(colleague);

        page.locator("a[href$='/split/edit']").click();
        dialog.locator("[name='lines[0].percent']").fill("60");
        choose(dialog, "lines1.personId", colleague);
        dialog.locator("[name='lines[1].percent']").fill("30");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.locator(".alert-danger, .invalid-feedback").first()).isVisible();
        assertThat(dialog.locator("[name='lines[1].percent']")).hasValue("30");
        assertAccessible();
        dialog.locator("[name='lines[1].percent']").fill("40");
        dialog.locator("button[type=submit]").click();
        assertThat(page.locator(FORM)).hasCount(0);
        settle();
        assertThat(page.locator("main")).containsText("60 %");
        assertFits();
        assertAccessible();

        openWindow();
        signIn(staff.get("colleague"), DEMO_PASSWORD);
        visit("/sales/opportunities/" + openOf(staff.get("representative")));
        assertThat(page.locator("main h1")).isVisible();
        settle();
        page.locator("#record-split").scrollIntoViewIfNeeded();
        picture(language + "/shares");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theWorkOfWhoLeavesIsHandedOverOnOnePage(String language) {
        Map<String, String> staff = STAFF.get(language);
        speak(language);
        signIn("alex", PASSWORD);
        visit("/administration/people/" + id(staff.get("leaver")) + "/handover");
        assertAccessible();
        List<String> kinds = page.locator("select[data-picker]").all().stream()
                .map(select -> select.getAttribute("id"))
                .toList();
        Assertions.assertThat(kinds).contains("to-opportunity");
        for (String kind : kinds) {
            choose(page.locator("main"), kind, name(staff.get("colleague")));
        }
        page.locator("main h1").click(); // closes what the last choice left open
        picture(language + "/handover");
        page.locator("main form button[type=submit]").last().click();
        page.locator("main form button.btn-danger").click();
        page.waitForURL(Pattern.compile(".*/administration/handovers/\\d+"));
        assertThat(page.locator("#handover-status .badge.state-done")).isVisible();
        assertAccessible();
        assertThat(page.locator("#handover-status")).containsText(name(staff.get("colleague")));
        Assertions.assertThat(database.sql("""
                        select (select count(*) from opportunity where owner_id = :id and state = 'OPEN')
                            + (select count(*) from person where id = :id and active)""")
                        .param("id", id(staff.get("leaver")))
                        .query(Long.class)
                        .single())
                .isZero();
        String result = page.url();
        onAPhone();
        signIn("alex", PASSWORD);
        visit(result);
        assertFits();
    }

    /** A territory below one of the demo's takes what belongs there; the board narrows to it, and its manager sees it. */
    @ParameterizedTest
    @CsvSource({"en, North and Scotland, Great ones", "zh, 华东区, 大客户"})
    void whatLiesInATerritoryIsSeenByWhoManagesIt(String language, String above, String name) {
        String manager = STAFF.get(language).get("colleague");
        speak(language);
        signIn("alex", PASSWORD);
        visit("/sales/territories");
        assertAccessible();
        picture(language + "/territories");
        page.locator("tr", new Page.LocatorOptions().setHasText(above))
                .locator("a[href*='parent=']")
                .click();
        page.locator("#name").fill(name);
        choose(page.locator("main"), "managerId", name(manager));
        page.locator("#minEmployees").fill("1");
        assertAccessible();
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator("main table")).containsText(name(manager));
        long territory = database.sql("select id from territory where name = ?")
                .param(name)
                .query(Long.class)
                .single();
        page.locator("form[action$='/sales/territories/runs'] button").click();
        page.waitForCondition(() -> opportunities("territory_id = " + territory) > 0);

        visit("/sales/board");
        page.locator(".board-more summary").click();
        page.locator("#territory").selectOption("" + territory);
        page.locator(".board-filter > button").click();
        page.waitForURL(Pattern.compile(".*territory=" + territory + ".*"));
        List<String> cards = page.locator(".board-card").all().stream()
                .map(card -> card.getAttribute("data-id"))
                .toList();
        Assertions.assertThat(cards).isNotEmpty();
        Assertions.assertThat(
                        opportunities("territory_id = " + territory + " and id in (" + String.join(", ", cards) + ")"))
                .isEqualTo(cards.size());
        assertAccessible();
        screenshot("board-of-a-territory-" + language);

        String board = page.url().replaceAll("^https?://[^/]+", "");
        long other = database.sql("select min(id) from opportunity where territory_id = ? and owner_id <> ?")
                .params(territory, id(manager))
                .query(Long.class)
                .single();
        onAPhone();
        signIn(manager, DEMO_PASSWORD);
        visit("/sales/opportunities/" + other);
        assertThat(page.locator("main")).containsText(name);
        assertFits();
        visit(board);
        assertFits();
        assertThat(page.locator("#card-" + cards.get(0))).isAttached();
        screenshot("board-on-a-phone-" + language);
        visit("/sales/territories");
        assertFits();
        screenshot("territories-on-a-phone-" + language);
    }

    private void speak(String language) {
        database.sql("update person set locale = ? where sign_in_name = 'alex'")
                .param(language.equals("zh") ? "zh-CN" : "en")
                .update();
    }

    private long opportunities(String condition) {
        return database.sql("select count(*) from opportunity where " + condition)
                .query(Long.class)
                .single();
    }

    /** What a stage asks and where opportunities may go is said on one page, which a phone shows too. */
    @Test
    void theRulesOfStagesAreSaidOnOnePage() {
        signIn("alex", PASSWORD);
        long pipeline =
                database.sql("select min(id) from pipeline").query(Long.class).single();
        visit("/administration/pipelines/" + pipeline + "/rules");
        assertAccessible();
        onAPhone();
        signIn("alex", PASSWORD);
        visit("/administration/pipelines/" + pipeline + "/rules");
        assertFits();
    }

    private void tick(int row) {
        page.locator("#results tbody tr")
                .nth(row)
                .locator("input[type=checkbox]")
                .check();
    }

    private long openOf(String signInName) {
        return database.sql("select min(id) from opportunity where state = 'OPEN' and owner_id = ?")
                .param(id(signInName))
                .query(Long.class)
                .single();
    }

    private long id(String signInName) {
        return database.sql("select id from person where sign_in_name = ?")
                .param(signInName)
                .query(Long.class)
                .single();
    }

    private String name(String signInName) {
        return database.sql("select name from person where sign_in_name = ?")
                .param(signInName)
                .query(String.class)
                .single();
    }
}
