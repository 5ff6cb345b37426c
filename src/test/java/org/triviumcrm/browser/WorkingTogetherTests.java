package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many at once, two on one opportunity, and what somebody leaves behind: at a desk and on a phone, in both languages. */
class WorkingTogetherTests extends DemoCompanyTest {

    /** Those that the guide shows. */
    static final Set<String> PICTURES = Set.of("shares", "bulk-result", "handover", "territories");

    /** In a dialog, or on a page of its own once something was wrong with it. */
    private static final String FORM = "#dialog[open] form, main .card-narrow form";

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void twoAreGivenToSomebodyElseAndTakenBack(String spoken) {
        speak(spoken);
        at("director");
        visit("/sales/opportunities");
        List<String> owners = page.locator("#results tbody tr td:last-child").allInnerTexts();
        tick(0);
        tick(1);
        page.locator("button[formaction$='/bulk/transfer']").click();
        Locator dialog = page.locator(FORM);
        assertThat(dialog.locator(".bulk-first li")).hasCount(2);
        dialog.locator("button[type=submit]").last().click();
        assertThat(dialog.locator(".invalid-feedback").first()).isVisible();
        choose(dialog, "ownerId", name("representative"));
        scan();
        dialog.locator("button[type=submit]").last().click();

        page.locator("#notices a[href^='/bulk-runs/']").click();
        assertThat(page.locator("#bulk-status tbody tr")).hasCount(2);
        assertThat(page.locator("#bulk-status")).containsText(name("representative"));
        scan();
        guidePicture("bulk-result");
        String result = page.url();
        phoneOf("director");
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
    void twoWorkOnOneOpportunityAndShareIt(String spoken) {
        speak(spoken);
        String colleague = name("colleague");
        phoneOf("representative");
        visit("/sales/opportunities/" + openOf("representative"));
        settle();
        page.locator("a[href$='/members/new']").click();
        Locator dialog = page.locator(FORM);
        choose(dialog, "personId", colleague);
        scan();
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
        scan();
        dialog.locator("[name='lines[1].percent']").fill("40");
        dialog.locator("button[type=submit]").click();
        assertThat(page.locator(FORM)).hasCount(0);
        settle();
        assertThat(page.locator("main")).containsText("60 %");
        assertFits();
        scan();

        at("colleague");
        visit("/sales/opportunities/" + openOf("representative"));
        assertThat(page.locator("main h1")).isVisible();
        settle();
        page.locator("#record-split").scrollIntoViewIfNeeded();
        guidePicture("shares");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theWorkOfWhoLeavesIsHandedOverOnOnePage(String spoken) {
        speak(spoken);
        at("administrator");
        visit("/administration/people/" + id("leaver") + "/handover");
        scan();
        List<String> kinds = page.locator("select[data-picker]").all().stream()
                .map(select -> select.getAttribute("id"))
                .toList();
        Assertions.assertThat(kinds).contains("to-opportunity");
        for (String kind : kinds) {
            choose(page.locator("main"), kind, name("colleague"));
        }
        page.locator("main h1").click(); // closes what the last choice left open
        guidePicture("handover");
        page.locator("main form button[type=submit]").last().click();
        page.locator("main form button.btn-danger").click();
        page.waitForURL(Pattern.compile(".*/administration/handovers/\\d+"));
        assertThat(page.locator("#handover-status .badge.state-done")).isVisible();
        scan();
        assertThat(page.locator("#handover-status")).containsText(name("colleague"));
        Assertions.assertThat(database.sql("""
                        select (select count(*) from opportunity where owner_id = :id and state = 'OPEN')
                            + (select count(*) from person where id = :id and active)""")
                        .param("id", id("leaver"))
                        .query(Long.class)
                        .single())
                .isZero();
        String result = page.url();
        phoneOf("administrator");
        visit(result);
        assertFits();
    }

    /** A territory below one of the demo's takes what belongs there; the board narrows to it, and its manager sees it. */
    @ParameterizedTest
    @CsvSource({"en, North and Scotland, Great ones", "zh, 华东区, 大客户"})
    void whatLiesInATerritoryIsSeenByWhoManagesIt(String spoken, String above, String name) {
        String manager = "colleague";
        speak(spoken);
        at("administrator");
        visit("/sales/territories");
        scan();
        guidePicture("territories");
        page.locator("tr", new Page.LocatorOptions().setHasText(above))
                .locator("a[href*='parent=']")
                .click();
        page.locator("#name").fill(name);
        choose(page.locator("main"), "managerId", name(manager));
        page.locator("#minEmployees").fill("1");
        scan();
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
        scan();
        screenshot("board-of-a-territory-" + spoken);

        String board = page.url().replaceAll("^https?://[^/]+", "");
        long other = database.sql("select min(id) from opportunity where territory_id = ? and owner_id <> ?")
                .params(territory, id(manager))
                .query(Long.class)
                .single();
        phoneOf(manager);
        visit("/sales/opportunities/" + other);
        assertThat(page.locator("main")).containsText(name);
        assertFits();
        visit(board);
        assertFits();
        assertThat(page.locator("#card-" + cards.get(0))).isAttached();
        screenshot("board-on-a-phone-" + spoken);
        visit("/sales/territories");
        assertFits();
        screenshot("territories-on-a-phone-" + spoken);
    }

    private long opportunities(String condition) {
        return database.sql("select count(*) from opportunity where " + condition)
                .query(Long.class)
                .single();
    }

    /** What a stage asks and where opportunities may go is said on one page, which a phone shows too. */
    @Test
    void theRulesOfStagesAreSaidOnOnePage() {
        speak("en");
        at("administrator");
        long pipeline =
                database.sql("select min(id) from pipeline").query(Long.class).single();
        visit("/administration/pipelines/" + pipeline + "/rules");
        scan();
        phoneOf("administrator");
        visit("/administration/pipelines/" + pipeline + "/rules");
        assertFits();
    }

    private void tick(int row) {
        page.locator("#results tbody tr")
                .nth(row)
                .locator("input[type=checkbox]")
                .check();
    }
}
