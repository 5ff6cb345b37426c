package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A representative plans a visit in the calendar, takes it to another day with the keyboard, says what came of it, and ticks off what a care
 * plan has planned; the care plan says so.
 */
class AVisitIsPlannedTests extends DemoCompanyTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aVisitIsPlannedMovedAndDone(String spoken) {
        speak(spoken);
        LocalDate day = LocalDate.now().plusMonths(1).withDayOfMonth(10);
        long visit = itIsPlanned(day);
        itIsTakenToTheNextDay(visit, day);
        itHasHappened(visit);
        whatIsPlannedForACustomerIsTickedOff();
    }

    private long itIsPlanned(LocalDate day) {
        at("representative");
        visit("/calendar?on=" + day);
        settle();
        page.locator("[data-day='" + day + "'] [data-add]").click();
        Locator dialog = page.locator("#dialog");
        dialog.locator("[name=place]").fill(said("Gate 3", "三号门"));
        dialog.locator("button[type=submit]").last().click();
        assertThat(dialog.locator("#subject-more")).not().isEmpty();
        assertThat(dialog.locator("[name=place]")).hasValue(said("Gate 3", "三号门"));
        dialog.locator("[name=subject]").fill(said("Look at the press", "查看压力机"));
        choose(dialog, "customerId", customer());
        scan();
        dialog.locator("button[type=submit]").last().click();
        assertThat(entry(day)).hasCount(1);
        return database.sql("select max(id) from activity where subject = ?")
                .param(said("Look at the press", "查看压力机"))
                .query(Long.class)
                .single();
    }

    private String customer() {
        return database.sql("select name from customer where owner_id = ? order by id limit 1")
                .param(id("representative"))
                .query(String.class)
                .single();
    }

    private Locator entry(LocalDate day) {
        return page.locator(
                "td[data-day='" + day + "'] .entry",
                new Page.LocatorOptions().setHasText(said("Look at the press", "查看压力机")));
    }

    private void itIsTakenToTheNextDay(long visit, LocalDate day) {
        entry(day).locator("a").focus();
        page.keyboard().press("Alt+ArrowRight");
        assertThat(entry(day.plusDays(1))).hasCount(1);
        assertThat(entry(day)).hasCount(0);
        phoneOf("representative");
        visit("/calendar/entries/" + visit);
        assertThat(page.locator(".entry-page")).containsText(said("Gate 3", "三号门"));
        assertFits();
        visit("/calendar?on=" + day);
        assertThat(page.locator(".agenda-day")).not().hasCount(0);
        assertFits();
    }

    private void itHasHappened(long visit) {
        page.locator("a[href$='/calendar/entries/" + visit + "']:visible").click();
        page.locator("#dialog a[href$='/completion']").click();
        page.locator("#dialog [name=outcome]").fill(said("The belt is worn", "皮带磨损"));
        page.locator("#dialog button[type=submit]").last().click();
        assertThat(page.locator("#dialog[open]")).hasCount(0);
        visit("/calendar/entries/" + visit);
        assertThat(page.locator(".entry-page")).containsText(said("The belt is worn", "皮带磨损"));
        assertThat(page.locator(".entry-page form[action$='/reopening']")).isVisible();
    }

    /** As the plan of the demo company makes it, in the calendar of whoever looks after the customer. */
    private void whatIsPlannedForACustomerIsTickedOff() {
        for (int i = 0; i < 60 && duties() == 0; i++) {
            // the day's round may have come before the customers of the demo were reckoned
            database.sql("update care_plan set reached_on = null where state = 'ACTIVE'")
                    .update();
            hurry("customer-reckon-values", "support-make-tasks-of-care");
            page.waitForTimeout(1000);
        }
        Duty duty =
                database.sql("""
                        select d.plan_id, d.activity_id, d.due_on, p.name, p.sign_in_name
                        from care_duty d join person p on p.id = d.person_id join activity a on a.id = d.activity_id
                        where p.locale = ? and a.done_at is null order by d.due_on, d.id limit 1""").param(said("en", "zh-CN")).query(Duty.class).single();
        openWindow();
        slipIn(duty.signInName(), "four kites above the dunes");
        visit("/calendar?on=" + duty.dueOn());
        settle();
        Locator task = page.locator("[data-entry='" + duty.activityId() + "']");
        task.locator(".entry-tick").click();
        assertThat(task).hasClass(Pattern.compile(".*entry-done.*"));
        at("administrator");
        visit("/support/care/" + duty.planId() + "?from=" + duty.dueOn() + "&until=" + duty.dueOn());
        Locator row = page.locator("#done tbody tr", new Page.LocatorOptions().setHasText(duty.name()));
        assertThat(row.locator("a[href*='state=DONE']")).hasText("1");
        scan();
        row.locator("a[href*='state=DONE']").click();
        assertThat(page.locator("main")).containsText(duty.name());
    }

    private record Duty(long planId, long activityId, LocalDate dueOn, String name, String signInName) {}

    private long duties() {
        return database.sql("select count(*) from care_duty where activity_id is not null")
                .query(Long.class)
                .single();
    }
}
