package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A representative's morning at the board in both languages: a deal added, moved by mouse and keys, kept in a view, lost. */
class ADealCrossesTheBoardTests extends DemoCompanyTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void addedMovedFoundAgainAndLost(String spoken) {
        speak(spoken);
        at("representative");
        visit("/sales/board");
        page.waitForFunction("() => window.Sortable !== undefined");
        assertThat(page.locator("h1")).hasText(text("sales.board.title"));
        long[] stages = {
            column(0), column(1), column(2),
        };
        String name = said("Pumps for the new quay", "新码头用泵");
        long deal = add(stages[0], name);
        move(deal, stages);
        keepInAView(name, deal);
        lose(deal);
    }

    private long add(long stage, String name) {
        page.locator("#column-" + stage + " a[data-dialog]").first().click();
        Locator dialog = page.locator("#dialog[open]");
        dialog.locator("#amount").fill("12,5x");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.locator(".invalid-feedback").first()).containsText(text("sales.opportunity.error.name"));
        assertThat(dialog.locator("#amount")).hasValue("12,5x");
        dialog.locator("#name").fill(name);
        dialog.locator("#amount").fill("1250");
        dialog.locator("#amount").press("Enter");
        assertThat(page.locator("#dialog[open]")).hasCount(0);
        Locator card =
                page.locator("#column-" + stage + " .board-card").filter(new Locator.FilterOptions().setHasText(name));
        assertThat(card).hasCount(1);
        scan();
        return Long.parseLong(card.getAttribute("data-id"));
    }

    private void move(long deal, long[] stages) {
        drag(card(deal), cards(stages[1]));
        assertThat(cards(stages[1]).locator("#card-" + deal)).isVisible();
        liesIn(deal, stages[1]);
        card(deal).focus();
        page.keyboard().press("]");
        assertThat(cards(stages[2]).locator("#card-" + deal)).isFocused();
        liesIn(deal, stages[2]);
    }

    /** The card is there before the answer is. */
    private void liesIn(long deal, long stage) {
        await().untilAsserted(() -> assertThat(of(deal, "stage_id")).isEqualTo("" + stage));
    }

    private void keepInAView(String name, long deal) {
        page.locator("input[name=text]").fill(name);
        page.locator("input[name=text]").press("Enter");
        assertThat(page.locator(".board-card")).hasCount(1);
        page.locator("#views summary").click();
        assertThat(page.locator("#views")).containsText(text("sales.board.views.none"));
        page.locator("#view-name").fill(said("Quay", "码头"));
        page.locator("#views").getByText(text("shared.list.view.save")).last().click();
        assertThat(page.locator("#notices")).containsText(text("shared.list.view.saved"));
        assertThat(page.locator("#views summary")).containsText(said("Quay", "码头"));
        assertThat(page.locator(".board-card")).hasCount(1);

        visit("/sales/board");
        assertThat(page.locator(".board-card").nth(1)).isVisible();
        page.locator("#views summary").click();
        page.locator("#views a")
                .filter(new Locator.FilterOptions().setHasText(said("Quay", "码头")))
                .click();
        assertThat(page.locator(".board-card")).hasCount(1);
        assertThat(card(deal)).isVisible();
        scan();
        phoneOf("representative");
        visit("/sales/board");
        assertFits();
        page.locator("#views summary").tap();
        assertFits();
        page.locator("#views a")
                .filter(new Locator.FilterOptions().setHasText(said("Quay", "码头")))
                .tap();
        assertThat(page.locator(".board-card")).hasCount(1);
    }

    private void lose(long deal) {
        at("representative");
        visit("/sales/board?text=" + said("quay", "码头"));
        page.waitForFunction("() => window.Sortable !== undefined");
        drag(card(deal), page.locator(".board-lost .board-drop"));
        Locator dialog = page.locator("#dialog[open]");
        dialog.locator("#note").fill(said("They build no quay", "客户取消了码头项目"));
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.locator(".invalid-feedback").first())
                .containsText(text("sales.opportunity.error.reasonMissing"));
        assertThat(dialog.locator("#note")).hasValue(said("They build no quay", "客户取消了码头项目"));
        dialog.locator("#reasonId").selectOption(new SelectOption().setIndex(1));
        dialog.locator("button[type=submit]").click();
        assertThat(card(deal)).hasCount(0);
        assertThat(of(deal, "state")).isEqualTo("LOST");
        assertThat(page.locator(".board-empty").first()).hasText(text("sales.board.emptyColumn"));
    }

    private long column(int place) {
        return Long.parseLong(page.locator(".board-column[id^=column-]")
                .nth(place)
                .getAttribute("id")
                .replaceAll("\\D", ""));
    }

    private Locator card(long id) {
        return page.locator("#card-" + id);
    }

    private Locator cards(long stage) {
        return page.locator("#column-" + stage + " [data-cards]");
    }

    /** In steps, as a hand does it. */
    private void drag(Locator card, Locator to) {
        card.scrollIntoViewIfNeeded();
        BoundingBox from = card.boundingBox();
        BoundingBox target = to.boundingBox();
        page.mouse().move(from.x + 30, from.y + from.height - 8);
        page.mouse().down();
        page.mouse().move(from.x + 50, from.y + from.height);
        page.mouse().move(target.x + target.width / 2, target.y + 20, new Mouse.MoveOptions().setSteps(12));
        page.mouse().up();
    }
}
