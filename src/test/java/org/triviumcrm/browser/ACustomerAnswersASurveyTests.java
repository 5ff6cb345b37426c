package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manager writes a survey whose questions depend on each other, customers answer it on a phone, the manager sees what it comes to. */
class ACustomerAnswersASurveyTests extends DemoCompanyTest {

    /** In milliseconds: who sends sooner than two seconds after opening is taken for a program and asked once more. */
    private static final int AS_LONG_AS_A_PERSON_READS = 2_100;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aSurveyIsWrittenAnsweredAndRead(String language) {
        speak(language);
        String path = aManagerWritesIt(language);
        String link = page.locator("#survey-link").inputValue().replaceFirst("^https?://[^/]+", "");
        aCustomerAnswersOnAPhone(link.replace("/survey/", "/survey/" + language + "/"));
        theManagerReadsIt(path);
    }

    private String aManagerWritesIt(String tag) {
        at("marketer");
        visit("/surveys");
        assertThat(page.locator("main table")).containsText("NPS");
        scan();
        visit("/surveys/new");
        page.locator("[name=name]").fill("Journey " + tag);
        page.locator("[name=purpose]").selectOption("NPS");
        page.locator("[name=closesOn]").fill("2020-01-01");
        page.locator("[name=opensOn]").fill("2020-01-02");
        save();
        assertThat(page.locator("main form").last()).containsText(text("survey.survey.error.title"));
        assertThat(page.locator("main form").last()).containsText(text("survey.survey.error.closesOn"));
        page.locator("[name=titleEn]").fill("Your visit");
        page.locator("[name=titleZh]").fill("您的来访");
        page.locator("[name=closesOn]").fill("");
        page.locator("[name=opensOn]").fill("");
        scan();
        save();
        String path = page.url().replaceFirst("^https?://[^/]+", "");
        ask("NPS", "Would you recommend us?", "您会推荐我们吗？");
        save();
        ask("TEXT", "What went wrong?", "哪里出了问题？");
        page.locator("main form summary").click();
        for (int i = 0; i <= 6; i++) {
            page.locator("[name=conditions]").nth(i).check();
        }
        scan();
        save();
        ask("MATRIX", "How do you find …", "您觉得……");
        page.locator("[name=rowsEn]").fill("price\nspeed");
        page.locator("[name=rowsZh]").fill("价格\n速度");
        page.locator("[name=optionsEn]").fill("good\nbad");
        page.locator("[name=optionsZh]").fill("好");
        save();
        assertThat(page.locator("#optionsZh-more")).containsText(text("survey.question.error.lines"));
        page.locator("[name=optionsZh]").fill("好\n差");
        save();
        assertThat(page.locator(".survey-question")).hasCount(3);
        scan();
        page.locator("[name=to][value=OPEN]").click();
        assertThat(page.locator("#notices")).containsText(text("survey.survey.became.OPEN"));
        return path;
    }

    private void ask(String kind, String english, String chinese) {
        page.locator("a[href$='kind=" + kind + "']").click();
        page.locator("[name=wordsEn]").fill(english);
        page.locator("[name=wordsZh]").fill(chinese);
    }

    private void save() {
        page.locator("main form button[type=submit]").last().click();
    }

    private void aCustomerAnswersOnAPhone(String link) {
        onAPhone();
        visit(link);
        assertFits();
        assertAccessible();
        page.locator(".acts .main").click();
        assertThat(page.locator(".problem").first()).isVisible();
        points().nth(3).check();
        page.locator(".acts .main").click();
        Locator why = page.locator("textarea");
        assertThat(why).isVisible();
        page.locator(".line").nth(0).locator("input").nth(1).check();
        why.fill("Nobody was there");
        page.locator(".acts .main").click();
        assertThat(page.locator("fieldset.wrong")).isVisible();
        assertThat(why).hasValue("Nobody was there");
        assertThat(page.locator(".line").nth(0).locator("input").nth(1)).isChecked();
        assertFits();
        assertAccessible();
        page.locator("[value=back]").click();
        assertThat(points().nth(3)).isChecked();
        points().nth(9).check();
        page.locator(".acts .main").click();
        assertThat(page.locator("textarea")).hasCount(0);
        page.locator("[value=back]").click();
        points().nth(2).check();
        page.locator(".acts .main").click();
        assertThat(page.locator("textarea")).hasValue("Nobody was there");
        page.locator(".line").nth(1).locator("input").nth(0).check();
        page.waitForTimeout(AS_LONG_AS_A_PERSON_READS);
        page.locator(".acts .main").click();
        assertThat(page.locator("[role=status]")).isVisible();
        Assertions.assertThat(page.context().cookies()).isEmpty();
    }

    private Locator points() {
        return page.locator(".points input");
    }

    private void theManagerReadsIt(String path) {
        at("marketer");
        visit(path + "/results");
        assertThat(page.locator("main")).containsText("-100");
        assertThat(page.locator(".chart canvas").first()).isAttached();
        scan();
        page.locator("main .tile a").first().click();
        assertThat(page.locator("main table")).isVisible();
        visit("/surveys?f.purpose=NPS");
        page.locator("main table a").last().click();
        page.locator(".page-actions a[href$='/results']").click();
        assertThat(page.locator("#nps-trend canvas").first()).isAttached();
        scan();
    }
}
