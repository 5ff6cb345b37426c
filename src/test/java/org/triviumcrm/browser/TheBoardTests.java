package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;

/** The board in a representative's hands: mouse, keyboard, finger; each way with what it does to the sums. */
class TheBoardTests extends BrowserTest {

    private static final String PASSWORD = "copper-lantern-91-bridge";

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    private String signInName = "";

    @BeforeEach
    void aRepresentativeWithThreeDeals() {
        if (number("select count(*) from person") == 0) {
            setUp();
        }
        database.sql("delete from stage_change").update();
        database.sql("delete from opportunity").update();
        database.sql("delete from stage_field").update();
        Viewer representative = accounts.representative(null);
        database.sql(
                        "update person set password_hash = (select max(password_hash) from person where sign_in_name = 'alex')"
                                + " where id = :id")
                .param("id", representative.personId())
                .update();
        signInName = database.sql("select sign_in_name from person where id = :id")
                .param("id", representative.personId())
                .query(String.class)
                .single();
        deal(9001, "Kiln", 1000, "Prospecting", representative);
        deal(9002, "Furnace", 2000, "Prospecting", representative);
        deal(9003, "Boiler", 4000, "Proposal", representative);
        signIn(signInName, PASSWORD);
        visit("/sales/board");
        page.waitForFunction("() => window.Sortable !== undefined");
    }

    @Test
    void aCardIsDraggedToAnotherColumnAndTheSumsFollow() {
        assertThat(head("Prospecting")).containsText("$3,000");
        assertThat(head("Prospecting")).containsText("$300");
        drag(card(9001), cards("Qualification"));
        assertThat(cards("Qualification").locator("#card-9001")).isVisible();
        assertThat(head("Prospecting")).containsText("$2,000");
        assertThat(head("Qualification")).containsText("$1,000");
        assertThat(head("Qualification")).containsText("$250");
        assertThat(stageOf(9001)).isEqualTo("Qualification");
        assertAccessible();
    }

    @Test
    void aCardDroppedOnWonAsksForTheAmountAndLeaves() {
        drag(card(9003), page.locator(".board-won .board-drop"));
        Locator dialog = page.locator("#dialog[open]");
        assertThat(dialog.locator("#amount")).hasValue(Pattern.compile("4,?000(\\.00)?"));
        assertThat(cards("Proposal").locator("#card-9003")).isVisible();
        dialog.locator("#amount").fill("3500");
        dialog.locator("button[type=submit]").click();
        assertThat(page.locator("#dialog[open]")).hasCount(0);
        assertThat(card(9003)).hasCount(0);
        assertThat(page.locator("#notices .alert-success")).isVisible();
        assertThat(head("Proposal")).containsText("$0");
        assertThat(text("select state || ' ' || amount from opportunity where id = 9003"))
                .isEqualTo("WON 3500.00");
    }

    @Test
    void losingNeedsAReasonAndCanBeThoughtBetterOf() {
        drag(card(9001), page.locator(".board-lost .board-drop"));
        Locator dialog = page.locator("#dialog[open]");
        dialog.locator("#note").fill("They liked the other blue");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.locator(".invalid-feedback").first()).containsText("Please choose why it was lost.");
        assertThat(dialog.locator("#note")).hasValue("They liked the other blue");
        page.mouse().move(0, 0);
        assertAccessible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#dialog[open]")).hasCount(0);
        assertThat(cards("Prospecting").locator("#card-9001")).isVisible();
        assertThat(stageOf(9001)).isEqualTo("Prospecting");

        drag(card(9001), page.locator(".board-lost .board-drop"));
        dialog.locator("#reasonId").selectOption(new SelectOption().setIndex(1));
        dialog.locator("#note").fill("They liked the other blue");
        dialog.locator("button[type=submit]").click();
        assertThat(card(9001)).hasCount(0);
        assertThat(head("Prospecting")).containsText("$2,000");
        assertThat(text("select state from opportunity where id = 9001")).isEqualTo("LOST");
    }

    @Test
    void aStageThatAsksForMoreOpensAFormAndTheCardWaits() {
        database.sql(
                        "insert into stage_field (stage_id, field) select id, 'NEXT_STEP' from stage where name = 'Qualification'")
                .update();
        drag(card(9001), cards("Qualification"));
        Locator dialog = page.locator("#dialog[open]");
        assertThat(dialog.locator("#nextStep")).isFocused();
        assertThat(cards("Prospecting").locator("#card-9001")).isVisible();
        assertThat(dialog.locator(".invalid-feedback")).hasCount(0);
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.locator(".invalid-feedback")).containsText("Qualification needs this.");
        page.mouse().move(0, 0);
        assertAccessible();
        dialog.locator("#nextStep").fill("Visit the works");
        dialog.locator("button[type=submit]").click();
        assertThat(page.locator("#dialog[open]")).hasCount(0);
        assertThat(cards("Qualification").locator("#card-9001")).isVisible();
        assertThat(head("Prospecting")).containsText("$2,000");
        assertThat(head("Qualification")).containsText("$1,000");
        assertThat(text("select next_step from opportunity where id = 9001")).isEqualTo("Visit the works");

        card(9002).focus();
        page.keyboard().press("]");
        assertThat(dialog.locator("#nextStep")).isVisible();
        page.keyboard().press("Escape");
        assertThat(cards("Prospecting").locator("#card-9002")).isVisible();
        assertThat(stageOf(9002)).isEqualTo("Prospecting");
    }

    @Test
    void theKeyboardWalksMovesAndLoses() {
        card(9003).focus();
        page.keyboard().press("]");
        assertThat(cards("Negotiation").locator("#card-9003")).isFocused();
        page.keyboard().press("[");
        assertThat(cards("Proposal").locator("#card-9003")).isFocused();
        assertThat(stageOf(9003)).isEqualTo("Proposal");
        page.keyboard().press("m");
        Locator dialog = page.locator("#dialog[open]");
        dialog.getByText("Qualification").focus();
        page.keyboard().press("Enter");
        assertThat(cards("Qualification").locator("#card-9003")).isFocused();
        page.keyboard().press("ArrowLeft");
        assertThat(cards("Prospecting").locator(".board-card").first()).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(cards("Prospecting").locator(".board-card").nth(1)).isFocused();
        page.keyboard().press("m");
        dialog.getByRole(AriaRole.LINK).getByText("Lost").click();
        assertThat(dialog.locator("#reasonId")).isVisible();
    }

    @Test
    void aRefusedMoveIsExplainedAndTheCardGoesBack() {
        database.sql("update opportunity set state = 'WON', closed_on = current_date where id = 9001")
                .update();
        drag(card(9001), cards("Qualification"));
        assertThat(page.locator("#notices .alert-danger")).containsText("The opportunity is won. Reopen it first.");
        assertThat(cards("Qualification").locator("#card-9001")).hasCount(0);
        assertThat(head("Prospecting")).containsText("$2,000");
    }

    @Test
    void onAPhoneTheMenuOfACardMovesIt() {
        onAPhone();
        signIn(signInName, PASSWORD);
        visit("/sales/board");
        card(9002).locator(".board-card-move").tap();
        Locator dialog = page.locator("#dialog[open]");
        assertAccessible();
        dialog.getByText("Proposal").tap();
        assertThat(cards("Proposal").locator("#card-9002")).hasCount(1);
        assertThat(head("Proposal")).containsText("$6,000");
        assertThat(stageOf(9002)).isEqualTo("Proposal");
        assertFits();
    }

    @Test
    void theColumnOffersAQuickAddAndTheFiltersStay() {
        visit("/sales/board?text=Kiln");
        assertThat(page.locator(".board-card")).hasCount(1);
        page.locator("#column-" + stage("Proposal") + " a[data-dialog]").first().click();
        Locator dialog = page.locator("#dialog[open]");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.locator(".invalid-feedback").first()).isVisible();
        dialog.locator("#name").fill("Kiln of brick");
        dialog.locator("#amount").fill("500");
        dialog.locator("#amount").press("Enter");
        assertThat(cards("Proposal").locator(".board-card")).containsText("Kiln of brick");
        assertThat(head("Proposal")).containsText("$500");
        assertThat(page.url()).contains("text=Kiln");
    }

    @Test
    void aLongColumnComesInPagesAndAMoveKeepsThem() {
        database.sql("""
                insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount, probability,
                    opened_on, stage_entered_at, owner_id, team_id, created_at, updated_at)
                select 9100 + n, 'Pump ' || n, o.pipeline_id, o.stage_id, 'OPEN', 10, 'USD', 10, 10, current_date,
                    now() - n * interval '1 day', o.owner_id, o.team_id, now(), now()
                from opportunity o, generate_series(1, 45) n where o.id = 9001""").update();
        page.reload();
        Locator column = cards("Prospecting").locator(".board-card");
        assertThat(column).hasCount(20);
        for (int loaded = 20; loaded < 47; loaded = Math.min(loaded + 20, 47)) {
            cards("Prospecting").evaluate("column => column.scrollTo(0, column.scrollHeight)");
            assertThat(column).hasCount(Math.min(loaded + 20, 47));
        }
        page.locator("#card-9145").focus();
        page.keyboard().press("]");
        assertThat(cards("Qualification").locator("#card-9145")).isFocused();
        assertThat(column).hasCount(46);
        assertThat(head("Prospecting")).containsText("46");
    }

    /** In steps, as a hand does it. */
    private void drag(Locator card, Locator to) {
        BoundingBox from = card.boundingBox();
        BoundingBox target = to.boundingBox();
        page.mouse().move(from.x + 30, from.y + from.height - 8);
        page.mouse().down();
        page.mouse().move(from.x + 50, from.y + from.height);
        page.mouse().move(target.x + target.width / 2, target.y + 20, new Mouse.MoveOptions().setSteps(12));
        page.mouse().up();
    }

    private Locator card(int id) {
        return page.locator("#card-" + id);
    }

    private Locator cards(String stage) {
        return page.locator("#column-" + stage(stage) + " [data-cards]");
    }

    private Locator head(String stage) {
        return page.locator("#head-" + stage(stage));
    }

    private long stage(String name) {
        return number("select id from stage where name = '" + name + "'");
    }

    private String stageOf(int id) {
        return text("select s.name from opportunity o join stage s on s.id = o.stage_id where o.id = " + id);
    }

    private void deal(int id, String name, int amount, String stage, Viewer owner) {
        database.sql("""
                insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount, probability,
                    opened_on, stage_entered_at, owner_id, created_at, updated_at)
                select :id, :name, pipeline_id, id, 'OPEN', :amount, 'USD', :amount, probability, current_date,
                    now() - interval '1 hour', :owner, now(), now() from stage where name = :stage""")
                .param("id", id)
                .param("name", name)
                .param("amount", amount)
                .param("stage", stage)
                .param("owner", owner.personId())
                .update();
    }

    private void setUp() {
        visit("/");
        page.locator("input[name=demo][value=false]").check(new Locator.CheckOptions().setForce(true));
        page.fill("#company", "Harbour and Vale");
        page.fill("#name", "Alex Administrator");
        page.fill("#signInName", "alex");
        for (Locator field : page.locator("input[type=password]").all()) {
            field.fill(PASSWORD);
        }
        page.click("main form button");
        page.waitForURL(url -> url.contains("/sign-in"));
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private String text(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
