package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A marketing manager says what makes a lead worth calling; a representative finds out whom to call first, and why. */
class LeadsAreScoredTests extends DemoCompanyTest {

    private static final double MINUTE = 60_000;
    private static final int POINTS = 70;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void fromTheRuleToTheCall(String spoken) {
        speak(spoken);
        String title = said("Master of the scales", "计量主管");
        String rule = said("Weighs the goods", "负责计量");
        at("marketer");
        aRuleGivesPoints(rule, title);
        fromSoManyPointsOnSomebodyIsToCall();
        String lead = aLeadComesIn(title);
        itHasItsPoints(lead, rule);
        theRepresentativeIsToldAndSeesWhy(lead, rule);
    }

    private void aRuleGivesPoints(String rule, String title) {
        visit("/marketing/scores");
        scan();
        page.locator("main a.btn-primary").first().click();
        page.locator("[name=name]").fill(rule);
        page.locator("[name=points]").fill("" + POINTS);
        page.locator("main form .btn-primary").click();
        assertThat(page.locator("main")).containsText(text("marketing.score.error.nothing"));
        assertThat(page.locator("[name=name]")).hasValue(rule);
        page.locator("#add-when").click();
        page.locator("[name='when.conditions[0].field']").selectOption("jobTitle");
        assertThat(page.locator("input[name='when.conditions[0].value']")).isVisible();
        page.locator("[name='when.conditions[0].comparison']").selectOption("IS");
        settle();
        page.locator("input[name='when.conditions[0].value']").fill(title);
        scan();
        page.locator("main form .btn-primary").click();
        assertThat(page.locator("#score-rules tbody tr", new Page.LocatorOptions().setHasText(rule)))
                .containsText("+" + POINTS);
    }

    private void fromSoManyPointsOnSomebodyIsToCall() {
        database.sql("delete from score_threshold").update(); // the other language's
        Locator thresholds = page.locator("#score-thresholds");
        thresholds.locator("[name=atLeast]").fill("" + POINTS);
        choose(thresholds, "personId", name("representative"));
        thresholds.locator("[name=assigns]").check();
        thresholds.locator("form[action$='/thresholds'] button").last().click();
        assertThat(page.locator("#score-thresholds li", new Page.LocatorOptions().setHasText("" + POINTS)))
                .containsText(name("representative"));
    }

    /** Nobody looks after it yet. */
    private String aLeadComesIn(String title) {
        return "/marketing/leads/"
                + database.sql("""
                        insert into lead (id, company, job_title, created_at, updated_at)
                        values (nextval('lead_seq'), :company, :title, now(), now()) returning id""")
                        .param("company", said("Harbour Scales", "港口衡器"))
                        .param("title", title)
                        .query(Long.class)
                        .single();
    }

    private void itHasItsPoints(String lead, String rule) {
        long id = Long.parseLong(lead.replaceAll(".*/", ""));
        page.waitForCondition(
                () -> {
                    hurry("marketing-score-leads");
                    return database.sql("select coalesce(score, 0) from lead where id = ?")
                                    .param(id)
                                    .query(Integer.class)
                                    .single()
                            >= POINTS;
                },
                new Page.WaitForConditionOptions().setTimeout(MINUTE));
        visit(lead);
        assertThat(page.locator("main")).containsText(rule);
        settle();
        scan();
    }

    private void theRepresentativeIsToldAndSeesWhy(String lead, String rule) {
        at("representative");
        visit("/notices");
        page.locator("main a", new Page.LocatorOptions().setHasText(said("Harbour Scales", "港口衡器")))
                .first()
                .click();
        page.waitForURL(url -> url.endsWith(lead));
        assertThat(page.locator("h1")).containsText(said("Harbour Scales", "港口衡器"));
        assertThat(page.locator("main")).containsText(rule);
        visit("/marketing/leads?sort=-score");
        Locator first = page.locator("#results tbody tr").first();
        assertThat(first).containsText(said("Harbour Scales", "港口衡器"));
        assertThat(first.innerText()).contains("" + POINTS);
    }
}
