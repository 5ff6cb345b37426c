package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The administrator says who gets new opportunities and how much each can take; what is entered without an owner goes to the right
 * person.
 */
class GivingOutNewWorkTests extends DemoCompanyTest {

    private static final String OPEN =
            "(select count(*) from opportunity o where o.owner_id = p.id and o.state = 'OPEN')";

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void whoHasRoomAndTheFewestGetsIt(String spoken) {
        speak(spoken);
        String rule = said("Large ones of the team", "本团队大单");
        at("administrator");
        String busy = fewest(0);
        limit(busy);
        write(rule);
        triesAsItWillBe(rule, busy);

        String next = fewest(1);
        phoneOf("manager");
        long large = enter(said("Press line", "冲压线改造"), "90000");
        assertThat(page.locator("main dl.facts")).containsText(next);
        assertThat(page.locator("#record-stays")).containsText(text("sales.assignment.cause.LEAST_WORK", rule));
        assertFits();
        Assertions.assertThat(owner(large)).isEqualTo(next);
        Assertions.assertThat(owner(enter(said("Spare parts", "备件采购"), "800")))
                .as("no rule fits")
                .isEqualTo(name("manager"));

        at("administrator");
        for (String one : team()) {
            if (!one.equals(busy)) {
                limit(one);
            }
        }
        at("manager");
        Assertions.assertThat(owner(enter(said("Second press line", "第二条冲压线"), "95000")))
                .as("nobody has room")
                .isEqualTo(name("manager"));
        assertThat(page.locator("#record-stays")).containsText(text("sales.assignment.cause.NO_ROOM", rule));
        remove(rule);
    }

    /** Has the rules bring a person no more than is there. */
    private void limit(String person) {
        visit("/administration/assignment/capacities");
        Locator form = page.locator("main form:has(#maxOpen)");
        form.locator("button[type=submit]").click();
        assertThat(page.locator("#personId-more .invalid-feedback")).isVisible();
        choose(form, "personId", person);
        form.locator("#maxOpen").fill("" + open(person));
        form.locator("button[type=submit]").click();
        assertThat(page.locator("main tbody tr", new Page.LocatorOptions().setHasText(person)))
                .isVisible();
    }

    private void write(String rule) {
        visit("/administration/assignment");
        page.locator("main a[href$='/administration/assignment/new']").first().click();
        Locator form = page.locator("form.assignment-rule");
        form.locator("button[type=submit]").click();
        assertThat(page.locator("#name-more .invalid-feedback")).isVisible();
        form.locator("#name").fill(rule);
        form.locator("#minAmount").fill("50000");
        form.locator("#target").selectOption("LEAST_WORK");
        form.locator("#teamId")
                .selectOption(database.sql("select team_id::text from person where id = ?")
                        .param(id("manager"))
                        .query(String.class)
                        .single());
        scan();
        form.locator("button[type=submit]").click();
        assertThat(page.locator("main tbody tr", new Page.LocatorOptions().setHasText(rule)))
                .containsText("50,000");
        scan();
    }

    private void remove(String rule) {
        at("administrator");
        visit("/administration/assignment");
        page.locator("main tbody a", new Page.LocatorOptions().setHasText(rule)).click();
        page.locator("main form[action$='/removal'] button").click();
        page.locator("#confirm [data-confirm-yes]").click();
        page.waitForURL("**/administration/assignment");
        assertThat(page.locator("main .empty")).isVisible();
    }

    private void triesAsItWillBe(String rule, String busy) {
        String sample =
                database.sql("""
                        select o.name from opportunity o join person p on p.id = o.owner_id
                        where o.state = 'OPEN' and o.base_amount > 50000 and p.team_id = (select team_id from person where id = ?)
                        order by o.id desc limit 1""").param(id("manager")).query(String.class).single();
        visit("/administration/assignment/trial");
        choose(page.locator("main"), "opportunity", sample);
        page.locator("main form button").first().click();
        Locator said = page.locator("main [role=status]");
        assertThat(said).containsText(fewest(1));
        assertThat(said).containsText(text("sales.assignment.cause.LEAST_WORK", rule));
        assertThat(page.locator("main ol")).containsText(busy);
        scan();
    }

    /** Enters an opportunity and leaves its owner to the rules. */
    private long enter(String name, String amount) {
        visit("/sales/opportunities/new");
        page.locator("#name").fill(name);
        page.locator("#amount").fill(amount);
        page.locator("main form button[type=submit]").last().click();
        page.waitForURL(url -> url.matches(".*/sales/opportunities/\\d+"));
        settle();
        return Long.parseLong(page.url().replaceAll(".*/", ""));
    }

    /** Of the team's people, by how little they have; the one who comes first among equals has the lower id. */
    private String fewest(int place) {
        return team().get(place);
    }

    /** The manager among them. */
    private List<String> team() {
        return database.sql("""
                        select p.name from person p where p.active and p.team_id = (select team_id from person where id = :id)
                        order by %s, p.id""".formatted(OPEN))
                .param("id", id("manager"))
                .query(String.class)
                .list();
    }

    private long open(String person) {
        return database.sql("select " + OPEN + " from person p where p.name = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    private String owner(long opportunity) {
        return database.sql("select p.name from opportunity o join person p on p.id = o.owner_id where o.id = ?")
                .param(opportunity)
                .query(String.class)
                .single();
    }
}
