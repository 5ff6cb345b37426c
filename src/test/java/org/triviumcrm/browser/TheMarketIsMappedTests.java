package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A marketing manager says where an offer stands and how that is known; the map tells it, also as of an earlier day. */
class TheMarketIsMappedTests extends DemoCompanyTest {

    /** Those of the guide that are made here. */
    static final Set<String> PICTURES = Set.of("market-map");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void fromTheEvidenceToTheMap(String spoken) {
        speak(spoken);
        String axis = said("Weeks of training", "培训周数");
        String offer = said("Weekend kit", "周末套装");
        at("marketer");
        visit("/sales/positioning");
        settle();
        scan();
        String other = page.locator("[name=y] option:checked").getAttribute("value");
        String otherName = page.locator("[name=y] option:checked").innerText();
        anAxisIsNamed(axis);
        String address = anOfferIsNamed(offer);
        place(address, otherName, "5", "2026-02-01", said("Four visits", "四次拜访"));
        place(address, axis, "3", "2026-03-01", said("Tried with two customers", "两家客户试用"));
        visit("/sales/positioning?x=" + axisOf(axis) + "&y=" + other + "&on=2026-02-10");
        assertThat(page.locator("main")).containsText(offer); // stands on one of the two only
        place(address, axis, "2", "2026-06-01", said("The new set-up page", "新的安装页面"));
        scan();
        onTheMap(offer, "/sales/positioning?x=" + axisOf(axis) + "&y=" + other);
    }

    private void anAxisIsNamed(String name) {
        visit("/sales/positioning/axes");
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator("main .invalid-feedback").first()).isVisible();
        page.locator("main form [name=name]").fill(name);
        page.locator("main form [name=kind]").selectOption("NUMBER");
        page.locator("main form [name=better]").selectOption("LESS");
        scan();
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator("main table")).containsText(name);
    }

    private String anOfferIsNamed(String name) {
        visit("/sales/positioning/offers");
        page.locator("main form [name=name]").fill(name);
        page.locator("main form button[type=submit]").last().click();
        page.waitForURL(url -> url.matches(".*/sales/positioning/offers/\\d+"));
        scan();
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    private void place(String offer, String axis, String value, String day, String evidence) {
        visit(offer);
        Locator form = page.locator("form[action$='/placements']");
        form.locator("[name=axisId]")
                .selectOption(form.locator("[name=axisId] option", new Locator.LocatorOptions().setHasText(axis))
                        .getAttribute("value"));
        form.locator("[name=value]").fill(value);
        form.locator("[name=placedOn]").fill(day);
        form.locator("button[type=submit]").click();
        assertThat(page.locator("main .invalid-feedback").first()).isVisible(); // nobody knows how
        assertThat(page.locator("[name=value]")).hasValue(value);
        page.locator("[name=evidence]").fill(evidence);
        page.locator("form[action$='/placements'] button[type=submit]").click();
        assertThat(page.locator("main .list-group")).containsText(evidence);
    }

    private String axisOf(String name) {
        visit("/sales/positioning");
        return page.locator("[name=x] option", new Page.LocatorOptions().setHasText(name))
                .getAttribute("value");
    }

    /** As of a day before the second placement it stands where it stood then. */
    private void onTheMap(String offer, String map) {
        visit(map);
        assertThat(row(offer)).containsText(said("The new set-up page", "新的安装页面"));
        visit(map + "&on=2026-04-01");
        assertThat(row(offer)).containsText(said("Tried with two customers", "两家客户试用"));
        settle();
        scan();
        visit("/sales/positioning");
        settle();
        guidePicture("market-map");
    }

    private Locator row(String offer) {
        return page.locator("#market-offers tr", new Page.LocatorOptions().setHasText(offer));
    }
}
